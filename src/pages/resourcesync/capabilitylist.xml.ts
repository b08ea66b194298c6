import type { APIRoute } from 'astro'
import { toCapabilityList } from '#formats/resource-sync.ts'
import { RESOURCE_SYNC } from '#site/resource-sync.ts'

/** What programs that copy the sources are given: a list of them. */
export const GET: APIRoute = () =>
  new Response(toCapabilityList(RESOURCE_SYNC), { headers: { 'Content-Type': 'application/xml; charset=utf-8' } })
