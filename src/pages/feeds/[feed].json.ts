import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro'
import { answerWithFeed, feedPaths } from '#site/feed-files.ts'
import { getMainFeed } from '#site/feeds.ts'

export const getStaticPaths = (async () => feedPaths('json', [await getMainFeed()])) satisfies GetStaticPaths

/** The feed of everything. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) => answerWithFeed(props)
