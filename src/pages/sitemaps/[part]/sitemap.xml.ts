import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro'
import { toSitemap } from '#formats/sitemap.ts'
import { getSitemapParts } from '#site/sitemap.ts'

export const getStaticPaths = (async () =>
  (await getSitemapParts()).map(({ name, rows }) => ({
    params: { part: name },
    props: { rows },
  }))) satisfies GetStaticPaths

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) =>
  new Response(toSitemap(props.rows), { headers: { 'Content-Type': 'application/xml; charset=utf-8' } })
