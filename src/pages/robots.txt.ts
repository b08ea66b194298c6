import type { APIRoute } from 'astro'
import { SITEMAP } from '#archive/addresses.ts'
import { absolute } from '#site/links.ts'
import { getNews, NEWS_SITEMAP } from '#site/sitemap.ts'

/** Everything may be read by everybody; the sitemap says where it is. */
export const GET: APIRoute = async () => {
  const sitemaps = (await getNews()).length === 0 ? [SITEMAP] : [SITEMAP, NEWS_SITEMAP]
  const lines = sitemaps.map((address) => `Sitemap: ${absolute(address)}\n`)
  return new Response(`User-agent: *\nAllow: /\n\n${lines.join('')}`)
}
