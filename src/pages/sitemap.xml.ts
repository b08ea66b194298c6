import type { APIRoute } from 'astro'
import { toSitemapIndex } from '#formats/sitemap.ts'
import { absolute } from '#site/links.ts'
import { getSitemapParts } from '#site/sitemap.ts'

/** The index of the sitemap. */
export const GET: APIRoute = async () => {
  const parts = await getSitemapParts()
  const addresses = parts.map(({ name }) => absolute(`/sitemaps/${name}/sitemap.xml`))
  return new Response(toSitemapIndex(addresses), { headers: { 'Content-Type': 'application/xml; charset=utf-8' } })
}
