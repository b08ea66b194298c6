import type { APIRoute } from 'astro'
import { toSitemapIndex } from '#formats/sitemap.ts'
import { getSitemapFiles } from '#site/sitemap.ts'

/** The index of the sitemap. */
export const GET: APIRoute = async () =>
  new Response(toSitemapIndex(await getSitemapFiles()), {
    headers: { 'Content-Type': 'application/xml; charset=utf-8' },
  })
