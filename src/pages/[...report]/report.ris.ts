import type { APIRoute, InferGetStaticPropsType } from 'astro'
import { toRis } from '#formats/ris.ts'
import { citableOf } from '#site/citable.ts'
import { getReportPaths } from '#site/report-paths.ts'

export const getStaticPaths = getReportPaths

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) =>
  new Response(toRis(citableOf(props.report)), {
    headers: { 'Content-Type': 'application/x-research-info-systems; charset=utf-8' },
  })
