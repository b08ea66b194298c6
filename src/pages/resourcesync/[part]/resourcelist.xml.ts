import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro'
import { getResourceList } from '#site/resource-sync.ts'

export const getStaticPaths = (async () => {
  const { parts } = await getResourceList()
  return parts.map((text, index) => ({ params: { part: String(index + 1) }, props: { text } }))
}) satisfies GetStaticPaths

/** A part of the list of sources, where one file is not enough. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) =>
  new Response(props.text, { headers: { 'Content-Type': 'application/xml; charset=utf-8' } })
