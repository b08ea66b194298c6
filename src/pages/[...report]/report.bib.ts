import type { APIRoute, InferGetStaticPropsType } from 'astro'
import { toBibTeX } from '#formats/bibtex.ts'
import { getAlternatePaths } from '#site/alternates.ts'
import { citableOf } from '#site/citable.ts'

export const getStaticPaths = getAlternatePaths('bib')

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props: { catalogue, report } }) =>
  new Response(toBibTeX(citableOf(catalogue, report)), {
    headers: { 'Content-Type': 'application/x-bibtex; charset=utf-8' },
  })
