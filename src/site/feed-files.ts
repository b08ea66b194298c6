import { HOME } from '#archive/addresses.ts'
import type { Catalogue } from '#archive/catalogue.ts'
import type { FeedFormat, FeedFormatRow } from '#archive/feed-formats.ts'
import { toAtom } from '#formats/atom.ts'
import type { Feed } from '#formats/feed.ts'
import { toJsonFeed } from '#formats/json-feed.ts'
import { toRss } from '#formats/rss.ts'
import { latest } from './feed-entries.ts'
import { feedFormats } from './feed-formats.ts'
import { archiveFeeds, correctionsFeed, languageFeeds, mainFeed, termFeeds, type FeedPlan } from './feeds.ts'
import { fingerprint } from './fingerprints.ts'
import { ownInterface } from './interface.ts'
import { absolute } from './links.ts'

const { archive, words } = ownInterface

/** A document of a feed. */
export interface FeedFile {
  address: string
  /** A key of everything in it. */
  key: () => string
  make: () => string
}

const WRITERS: Readonly<Record<FeedFormat, (feed: Feed) => string>> = { atom: toAtom, rss: toRss, json: toJsonFeed }

/** Every document of every feed, in each format that the owner wants. */
export function* feedFiles(catalogue: Catalogue): Iterable<FeedFile> {
  const plans = [mainFeed, correctionsFeed].map((plan) => plan(catalogue))
  for (const plan of [...plans, ...languageFeeds(catalogue), ...termFeeds(catalogue)]) yield* toFiles(plan, feedFormats)
  // Only Atom has a way to say how the documents of an archive hang together.
  const atom = feedFormats.filter(({ name }) => name === 'atom')
  for (const plan of archiveFeeds(catalogue)) yield* toFiles(plan, atom)
}

type Format = FeedFormatRow & { name: FeedFormat }

/** The documents of a feed, which differ in their formats alone. */
function toFiles(plan: FeedPlan, formats: readonly Format[]): FeedFile[] {
  const { id, part, subtitle, address, archives } = plan
  let known: string | undefined
  const key = (): string => (known ??= fingerprint([id, part, subtitle, archives, plan.key()]))
  return formats.map((format) => ({
    address: address + format.file,
    key,
    make: () => WRITERS[format.name](toFeed(plan, format)),
  }))
}

function toFeed(plan: FeedPlan, { name, file }: Format): Feed {
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
