import type { APIRoute } from 'astro'
import { SITEMAP } from '#archive/addresses.ts'
import { absolute } from '#site/links.ts'

/** Everything may be read by everybody; the sitemap says where it is. */
export const GET: APIRoute = () => new Response(`User-agent: *\nAllow: /\n\nSitemap: ${absolute(SITEMAP)}\n`)
