import type { APIRoute } from 'astro'
import { toNewsSitemap } from '#formats/news-sitemap.ts'
import { getNews } from '#site/sitemap.ts'
import { settings } from '../../../site.config.ts'

/** What was published in the last two days, for search engines of news. */
export const GET: APIRoute = async () =>
  new Response(toNewsSitemap(settings.name, await getNews()), {
    headers: { 'Content-Type': 'application/xml; charset=utf-8' },
  })
