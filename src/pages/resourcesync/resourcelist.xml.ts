import type { APIRoute } from 'astro'
import { getResourceList } from '#site/resource-sync.ts'

/** The sources of all published reports, each with its SHA-256, or the index of such lists. */
export const GET: APIRoute = async () =>
  new Response((await getResourceList()).list, { headers: { 'Content-Type': 'application/xml; charset=utf-8' } })
