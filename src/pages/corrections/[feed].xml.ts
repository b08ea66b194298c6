import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro'
import { answerWithFeed, feedPaths } from '#site/feed-files.ts'
import { getCorrectionsFeed } from '#site/feeds.ts'

export const getStaticPaths = (async () => feedPaths('xml', [await getCorrectionsFeed()])) satisfies GetStaticPaths

/** The feed of all corrections. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) => answerWithFeed(props)
