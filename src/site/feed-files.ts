import { HOME } from '#archive/addresses.ts'
import type { FeedFormat, FeedFormatRow } from '#archive/feed-formats.ts'
import { toAtom } from '#formats/atom.ts'
import type { Feed } from '#formats/feed.ts'
import { toJsonFeed } from '#formats/json-feed.ts'
import { toRss } from '#formats/rss.ts'
import { latest } from './feed-entries.ts'
import { feedFormats } from './feed-formats.ts'
import { getArchiveFeeds, type ArchivePlan, type FeedPlan } from './feeds.ts'
import { ownInterface } from './interface.ts'
import { absolute } from './links.ts'

const { archive, words } = ownInterface

/** A path of the build: its parameters, and the document of a feed that is written there. */
export interface FeedPath<Plan extends FeedPlan = FeedPlan> {
  params: Record<string, string>
  props: {
    plan: Plan
    format: FeedFormatRow & { name: FeedFormat }
  }
}

const WRITERS: Readonly<Record<FeedFormat, (feed: Feed) => string>> = { atom: toAtom, rss: toRss, json: toJsonFeed }

/** A path for each feed and each format whose file has this extension. */
export function feedPaths(extension: 'xml' | 'json', plans: readonly FeedPlan[]): FeedPath[] {
  const formats = feedFormats.filter(({ file }) => file.endsWith(`.${extension}`))
  return plans.flatMap((plan) =>
    formats.map((format) => ({
      params: { ...plan.params, feed: format.file.slice(0, -extension.length - 1) },
      props: { plan, format },
    })),
  )
}

/** A path for each document of the archive, when the feeds are given in Atom: only that has a way to say how they hang together. */
export async function archivePaths(): Promise<FeedPath<ArchivePlan>[]> {
  const plans = await getArchiveFeeds()
  return feedFormats
    .filter(({ name }) => name === 'atom')
    .flatMap((format) => plans.map((plan) => ({ params: { ...plan.params }, props: { plan, format } })))
}

/** Answer with a feed, written in its format. */
export function answerWithFeed({ plan, format }: FeedPath['props']): Response {
  return new Response(WRITERS[format.name](toFeed(plan, format)), {
    headers: { 'Content-Type': `${format.type}; charset=utf-8` },
  })
}

function toFeed(plan: FeedPlan, { name, file }: FeedPath['props']['format']): Feed {
  const { id, address, part, subtitle, language, homepage, archives } = plan
  const entries = plan.entries()
  return {
    id,
    title: part === undefined ? archive.name : words.feeds.title(archive.name, part),
    ...(subtitle !== undefined && { subtitle }),
    language,
    url: absolute(address + file),
    homepage: absolute(homepage),
    updated: latest(entries.map(({ updated }) => updated)),
    author: { name: archive.name, url: absolute(HOME) },
    entries,
    ...(archives !== undefined && name === 'atom' && { archives }),
  }
}
