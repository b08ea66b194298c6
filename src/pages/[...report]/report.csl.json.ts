import type { APIRoute, InferGetStaticPropsType } from 'astro'
import { toCslJson } from '#formats/csl-json.ts'
import { getAlternatePaths } from '#site/alternates.ts'
import { citableOf } from '#site/citable.ts'

export const getStaticPaths = getAlternatePaths('csl')

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props: { catalogue, report } }) =>
  new Response(toCslJson(citableOf(catalogue, report)), {
    headers: { 'Content-Type': 'application/vnd.citationstyles.csl+json' },
  })
