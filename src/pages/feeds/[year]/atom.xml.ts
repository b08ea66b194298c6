import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro'
import { answerWithFeed, archivePaths } from '#site/feed-files.ts'

export const getStaticPaths = (async () =>
  (await archivePaths()).filter(({ params }) => params['number'] === undefined)) satisfies GetStaticPaths

/** The reports that were published in a year, or the first of them. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) => answerWithFeed(props)
