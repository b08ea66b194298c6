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
  for (const plan of [...plans, ...languageFeeds(catalogue), ...termFeeds(catalogue)])
    for (const format of feedFormats) yield toFile(plan, format)
  // Only Atom has a way to say how the documents of an archive hang together.
  for (const format of feedFormats.filter(({ name }) => name === 'atom'))
    for (const plan of archiveFeeds(catalogue)) yield toFile(plan, format)
}

type Format = FeedFormatRow & { name: FeedFormat }

function toFile(plan: FeedPlan, format: Format): FeedFile {
  const { id, part, subtitle, address, archives } = plan
  return {
    address: address + format.file,
    key: () => fingerprint([id, part, subtitle, archives, plan.key()]),
    make: () => WRITERS[format.name](toFeed(plan, format)),
  }
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
