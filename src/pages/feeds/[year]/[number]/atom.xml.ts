import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro'
import { answerWithFeed, archivePaths } from '#site/feed-files.ts'

export const getStaticPaths = (async () =>
  (await archivePaths()).filter(({ params }) => params['number'] !== undefined)) satisfies GetStaticPaths

/** More reports that were published in a year. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) => answerWithFeed(props)
