import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro'
import { toSitemap } from '#formats/sitemap.ts'
import { getSitemapParts } from '#site/sitemap.ts'

export const getStaticPaths = (async () =>
  (await getSitemapParts()).map(({ name, addresses }) => ({
    params: { part: name },
    props: { addresses },
  }))) satisfies GetStaticPaths

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) =>
  new Response(toSitemap(props.addresses), { headers: { 'Content-Type': 'application/xml; charset=utf-8' } })
