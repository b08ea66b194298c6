import type { APIRoute } from 'astro'
import { REPORT_SCHEMA } from '#archive/addresses.ts'
import { toReportSchema } from '#formats/report-schema.ts'
import { absolute } from '#site/links.ts'

/** The schema of a report as JSON. Its address stands in every such file, so it stays; another version has another address. */
export const GET: APIRoute = () =>
  new Response(`${JSON.stringify(toReportSchema(absolute(REPORT_SCHEMA)), null, 2)}\n`, {
    headers: { 'Content-Type': 'application/schema+json' },
  })
