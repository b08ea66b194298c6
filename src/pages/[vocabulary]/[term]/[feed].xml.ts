import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro'
import { answerWithFeed, feedPaths } from '#site/feed-files.ts'
import { getTermFeeds } from '#site/feeds.ts'

export const getStaticPaths = (async () => feedPaths('xml', await getTermFeeds())) satisfies GetStaticPaths

/** The feed of a term. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) => answerWithFeed(props)
