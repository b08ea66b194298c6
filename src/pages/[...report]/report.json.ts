import type { APIRoute, InferGetStaticPropsType } from 'astro'
import { REPORT_SCHEMA } from '#archive/addresses.ts'
import { toReportJson } from '#formats/report-json.ts'
import { getAlternatePaths } from '#site/alternates.ts'
import { describe } from '#site/description.ts'
import { absolute } from '#site/links.ts'
import { copiesOfLinks } from '#site/outgoing-links.ts'
import { renderText } from '#site/text.ts'

export const getStaticPaths = getAlternatePaths('json')

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props: { catalogue, report } }) => {
  const schema = absolute(REPORT_SCHEMA)
  const { paragraphs, links } = report.status === 'gone' ? { paragraphs: [], links: [] } : renderText(report)
  const parts = { schema, paragraphs, copies: copiesOfLinks(links) }
  return new Response(toReportJson(describe(catalogue, report), parts), {
    headers: { 'Content-Type': 'application/json' },
  })
}
