import type { APIRoute, GetStaticPaths } from 'astro'
import { toSourceDescription } from '#formats/resource-sync.ts'
import { RESOURCE_SYNC } from '#site/resource-sync.ts'

/** The folder of addresses that are known in advance (RFC 8615) is a parameter: our tools pass over folders with a dot. */
export const getStaticPaths = (() => [{ params: { folder: '.well-known' } }]) satisfies GetStaticPaths

/** Leads programs that copy the sources to the lists of them. */
export const GET: APIRoute = () =>
  new Response(toSourceDescription(RESOURCE_SYNC), { headers: { 'Content-Type': 'application/xml; charset=utf-8' } })
