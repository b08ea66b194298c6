import type { Vocabulary } from '#archive/vocabulary.ts'
import type { Answer, FacetCounts } from './answer.ts'
import type { Facet } from './facets.ts'
import { toKey } from './index-terms.ts'
import { locateReport } from './locate-report.ts'
import type { NameRow } from './names.ts'
import { fetchManifest, openArchive, type OpenArchive, type OpenOptions } from './open-archive.ts'
import type { Query } from './query.ts'
import type { SearchRecord } from './record.ts'
import { startRun, type Run } from './run.ts'
import { wordAtEnd } from './words.ts'

/** What asks the indexes. */
export interface Engine {
  /** Fetch what will be needed for what is being typed, however it goes on. */
  expect: (typed: string) => Promise<void>
  /** Fetch what a search will need, before it is made. */
  prepare: (query: Query) => Promise<void>
  /** Search; `show` is called with what is found so far, and last with all of it. */
  search: (query: Query, pageSize: number, show: (answer: Answer) => void) => Promise<void>
  /** Count what the values of some facets would give for a query. */
  count: (query: Query, facets: readonly Facet[]) => Promise<FacetCounts>
  /** The names of the terms of a vocabulary. */
  names: (vocabulary: Vocabulary) => Promise<readonly NameRow[]>
  /** The first reports that a query finds, in their order. */
  list: (query: Query, limit: number, progress: (done: number, all: number) => void) => Promise<SearchRecord[]>
  /** The address of the report that has an identifier or was published at an address. */
  locate: (key: string) => Promise<string | undefined>
}

/**
 * Open the search of a site. Nothing is fetched but its manifest, and no index before it is asked.
 *
 * When files are missing because the site was published anew in the meantime, the new manifest is fetched and the work done
 * again, so that a page that stays open goes on working.
 *
 * @throws Error when the manifest cannot be fetched or read
 */
export async function openEngine(options: OpenOptions): Promise<Engine> {
  const network = globalThis.fetch.bind(globalThis)
  let archive = openArchive(await fetchManifest(options, network), options, network)
  let last: { key: string; run: Run } | undefined

  /** What answers the words and the dates of a query: kept, because turning a page or choosing a term asks for the same. */
  const runOf = (query: Query): Run => {
    const key = JSON.stringify([query.words, query.from, query.to])
    if (last?.key !== key || last.run.hasFailed()) last = { key, run: startRun(archive, query, options.language) }
    return last.run
  }

  /** Open the archive anew if it has changed, and say whether it has. */
  const renew = async (): Promise<boolean> => {
    last = undefined
    const version = await fetchManifest(options, network).catch(() => archive.version)
    if (version === archive.version) return false
    archive = openArchive(version, options, network)
    return true
  }

  /** Do some work, and where it fails because of a new release do it again with that. */
  const attempt = async <Result>(work: (archive: OpenArchive) => Promise<Result>): Promise<Result> => {
    try {
      return await work(archive)
    } catch (error) {
      if (!(await renew())) throw error
      return work(archive)
    }
  }

  return {
    expect: (typed) => {
      const word = wordAtEnd(typed)
      if (word !== undefined) archive.expectWord(word)
      return Promise.resolve()
    },
    prepare: async (query) => {
      await archive.shards.at(-1)?.start()
      if (query.words !== '') await runOf(query).prepare(query)
    },
    search: async (query, pageSize, show) => {
      const search = (): Promise<Answer> => attempt(() => runOf(query).search(query, pageSize, show))
      const answer = await search()
      // What failed may be gone with an old release, or be there the next time.
      const isStale = answer.failed.length > 0 && (await renew())
      show(isStale ? await search() : answer)
    },
    count: (query, facets) => attempt(() => runOf(query).count(query, facets)),
    names: (vocabulary) => attempt(({ dictionary }) => dictionary.names(vocabulary)),
    list: (query, limit, progress) => attempt(() => runOf(query).list(query, limit, progress)),
    locate: (key) => attempt(({ shards }) => locateReport(shards, toKey(key))),
  }
}
