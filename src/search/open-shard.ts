import { decodeCore, decodeValues, type CoreColumns, type ValueLists } from './columns.ts'
import type { EngineFiles } from './engine-files.ts'
import type { Facet } from './facets.ts'
import { fetchFile, fetchText } from './fetch-file.ts'
import { indexTerm } from './index-terms.ts'
import { CORE_FILE, facetFile, recordFile, type Shard } from './manifest.ts'
import type { FindWord } from './matches.ts'
import type { Instance, Pagefind } from './pagefind-api.ts'
import type { SearchRecord } from './record.ts'
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

/**
 * The engine loads only the part of an index where a word would stand, and for the beginning of a word not those after it:
 * these second letters, spread over all that there are, make it load them too.
 */
const PROBES = [
  ...Array.from({ length: 82 }, (_, index) => String.fromCharCode(0x4e00 + index * 0x100)),
  ...Array.from({ length: 12 }, (_, index) => String.fromCharCode(0xac00 + index * 0x400)),
  ...['\u3042', '\u306f', '\u30a2', '\u30cf', '\u0e01', '\u0e40'],
]

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
  return {
    shard,
    offset,
    find: attempt(indexTerm, async (word, field) => {
      const { instance, ordinals } = await start()
      const { count } = files.failures(shard)
      if (field === 'beginning') await Promise.all(PROBES.map((letter) => instance.search(word + letter, {})))
      const { results } = await instance.search(indexTerm(word, field), {})
      // The engine does not say that it could not read a part of an index.
      const after = files.failures(shard)
      if (after.count > count) throw after.last ?? new Error('a part of the index is missing')
      return new Map(results.map(({ id, words }) => [ordinals.get(id) ?? -1, words]))
    }),
    core: attempt(() => '', core ?? (async () => decodeCore(await fetchFile(folder + CORE_FILE)))),
    values: attempt(String, async (facet: Facet) => {
      if (facet === 'kind' || facet === 'lang') throw new Error(`${facet} is one of the core columns`)
      return decodeValues(await fetchFile(folder + facetFile(facet)))
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
