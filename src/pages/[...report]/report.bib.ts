import type { APIRoute, InferGetStaticPropsType } from 'astro'
import { toBibTeX } from '#formats/bibtex.ts'
import { citableOf } from '#site/citable.ts'
import { getReportPaths } from '#site/report-paths.ts'

export const getStaticPaths = getReportPaths

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) =>
  new Response(toBibTeX(citableOf(props.report)), {
    headers: { 'Content-Type': 'application/x-bibtex; charset=utf-8' },
  })
