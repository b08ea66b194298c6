import type { APIRoute, InferGetStaticPropsType } from 'astro'
import { toRis } from '#formats/ris.ts'
import { getAlternatePaths } from '#site/alternates.ts'
import { citableOf } from '#site/citable.ts'

export const getStaticPaths = getAlternatePaths('ris')

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props: { catalogue, report } }) =>
  new Response(toRis(citableOf(catalogue, report)), {
    headers: { 'Content-Type': 'application/x-research-info-systems; charset=utf-8' },
  })
