import type { APIRoute, InferGetStaticPropsType } from 'astro'
import { getAlternatePaths } from '#site/alternates.ts'
import { readSource } from '#site/text.ts'

export const getStaticPaths = getAlternatePaths('md')

/** The file of a report as it is, byte for byte; of one that was removed, without its text. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) =>
  new Response(readSource(props.report), { headers: { 'Content-Type': 'text/markdown; charset=utf-8' } })
