import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro'
import { answerWithFeed, feedPaths } from '#site/feed-files.ts'
import { getLanguageFeeds } from '#site/feeds.ts'

export const getStaticPaths = (async () => feedPaths('json', await getLanguageFeeds())) satisfies GetStaticPaths

/** The feed of a language. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) => answerWithFeed(props)
