import { decodeCore, decodeValues, type CoreColumns, type ValueLists } from './columns.ts'
import type { EngineFiles } from './engine-files.ts'
import type { Facet } from './facets.ts'
import { fetchFile, fetchText } from './fetch-file.ts'
import { indexTerms, type Field } from './index-terms.ts'
import { coreFile, facetFile, recordFile, type Shard } from './manifest.ts'
import type { FindWord } from './matches.ts'
import type { Instance, Pagefind } from './pagefind-api.ts'
import type { SearchRecord } from './record.ts'
import { unite, type Postings } from './postings.ts'
import { remember } from './remember.ts'
import { ShardFailure } from './shard-failure.ts'

/** An index that can be asked. What fails may be asked again. */
export interface OpenShard {
  shard: Shard
  /** The number of its first report in the whole archive. */
  offset: number
  find: FindWord
  core: () => Promise<CoreColumns>
  values: (facet: Facet) => Promise<ValueLists>
  /** What is shown of a report, by its ordinal. */
  record: (ordinal: number) => Promise<SearchRecord>
  /** Settles when the engine has opened it, or has failed to. */
  start: () => Promise<void>
}

/** What an index is opened with. */
export interface ShardAccess {
  /** The address of the folder of the engine, with a slash at its end. */
  root: string
  loadEngine: () => Promise<Pagefind>
  files: EngineFiles
  /** Start its engine when it may be started: two indexes that start at once crash it. */
  inTurn: <Result>(start: () => Promise<Result>) => Promise<Result>
  /** Its core columns, where they are known already. */
  core?: () => Promise<CoreColumns>
}

/** Open an index; nothing of it is fetched before it is asked for. */
export function openShard(
  shard: Shard,
  offset: number,
  { root, loadEngine, files, inTurn, core }: ShardAccess,
): OpenShard {
  const folder = root + shard.path
  /** Work that is done once for each key; what goes wrong names the index. */
  const attempt = <Arguments extends readonly unknown[], Value>(
    keyOf: (...given: Arguments) => string,
    work: (...given: Arguments) => Promise<Value>,
  ): ((...given: Arguments) => Promise<Value>) =>
    remember(keyOf, (...given) =>
      work(...given).catch((error: unknown) => {
        throw error instanceof ShardFailure ? error : new ShardFailure(shard, error)
      }),
    )

  const start = attempt(
    () => '',
    async (): Promise<Started> => {
      const [{ createInstance }] = await Promise.all([loadEngine(), files.prepare(shard)])
      return inTurn(async () => {
        const instance = createInstance({ basePath: folder, baseUrl: '/' })
        // Without words it gives every report, in the order in which they were indexed.
        const all = await instance.search(null, {})
        const ids = all.results.map(({ id }) => id)
        return { instance, ids, ordinals: new Map(ids.map((id, ordinal) => [id, ordinal])) }
      })
    },
  )
  /** Where a term of the index stands. */
  const ask = attempt(String, async (term: string): Promise<Postings> => {
    const { instance, ordinals } = await start()
    const { count } = files.failures(shard)
    await files.settled(shard)
    const { results } = await instance.search(term, {})
    // The engine does not say that it could not read a part of an index.
    const after = files.failures(shard)
    if (after.count > count) throw after.last ?? new Error('a part of the index is missing')
    return new Map(results.map(({ id, words }) => [ordinals.get(id) ?? -1, words]))
  })
  return {
    shard,
    offset,
    find: attempt(
      (word, field) => `${field} ${word}`,
      async (word: string, field: Field) => unite(await Promise.all(indexTerms(word, field).map(ask))),
    ),
    core: attempt(() => '', core ?? (async () => decodeCore(await fetchFile(folder + coreFile(shard))))),
    values: attempt(String, async (facet: Facet) => {
      if (facet === 'kind' || facet === 'lang') throw new Error(`${facet} is one of the core columns`)
      return decodeValues(await fetchFile(folder + facetFile(shard, facet)))
    }),
    record: attempt(String, async (ordinal: number) => {
      const { ids } = await start()
      return JSON.parse(await fetchText(folder + recordFile(ids[ordinal] ?? ''))) as SearchRecord
    }),
    start: async () => {
      await start()
    },
  }
}

interface Started {
  instance: Instance
  /** What the engine calls each report, by its ordinal. */
  ids: readonly string[]
  ordinals: ReadonlyMap<string, number>
}
