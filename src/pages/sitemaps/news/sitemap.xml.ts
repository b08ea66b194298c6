import type { APIRoute } from 'astro'
import { toNewsSitemap } from '#formats/news-sitemap.ts'
import { ownInterface } from '#site/interface.ts'
import { getNews } from '#site/sitemap.ts'

/** What was published in the last two days, for search engines of news. */
export const GET: APIRoute = async () =>
  new Response(toNewsSitemap(ownInterface.archive.name, await getNews()), {
    headers: { 'Content-Type': 'application/xml; charset=utf-8' },
  })
