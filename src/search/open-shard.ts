import { decodeValues, type CoreColumns, type ValueLists } from './columns.ts'
import type { EngineFiles } from './engine-files.ts'
import { chunksWith, writeTable } from './engine-table.ts'
import type { Facet } from './facets.ts'
import { fetchFile, fetchText } from './fetch-file.ts'
import { indexTerms, type Field } from './index-terms.ts'
import { chunkFile, facetFile, openingFile, recordFile, type Shard } from './manifest.ts'
import type { FindWord } from './matches.ts'
import { decodeOpening } from './opening.ts'
import type { Instance, Pagefind } from './pagefind-api.ts'
import type { SearchRecord } from './record.ts'
import { unite, type Postings } from './postings.ts'
import { doOnce } from './do-once.ts'
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
  /** Fetch its words that begin with one that is still being typed, where they all lie in one file. */
  expectWord: (beginning: string) => void
  /** Settles when the engine has opened it, or has failed to. */
  start: () => Promise<void>
}

/** What an index is opened with. */
export interface ShardAccess {
  /** The address of the folder of the engine, with a slash at its end. */
  root: string
  version: string
  loadEngine: () => Promise<LoadedEngine>
  files: EngineFiles
  /** Start its engine when it may be started: two indexes that start at once crash it. */
  inTurn: <Result>(start: () => Promise<Result>) => Promise<Result>
  /** Its opening, where that is known already. */
  opening: (() => Promise<Uint8Array>) | undefined
}

/** The program of the engine. */
export type LoadedEngine = Pick<Pagefind, 'createInstance'> & { program: Uint8Array<ArrayBuffer> }

/** Open an index; nothing of it is fetched before it is asked for. */
export function openShard(
  shard: Shard,
  offset: number,
  { root, version, loadEngine, files, inTurn, opening }: ShardAccess,
): OpenShard {
  const folder = root + shard.path
  /** Work that is done once for each key; what goes wrong names the index. */
  const attempt = <Arguments extends readonly unknown[], Value>(
    keyOf: (...given: Arguments) => string,
    work: (...given: Arguments) => Promise<Value>,
  ): ((...given: Arguments) => Promise<Value>) =>
    doOnce(keyOf, (...given) =>
      work(...given).catch((error: unknown) => {
        throw error instanceof ShardFailure ? error : new ShardFailure(shard, error)
      }),
    )

  const open = attempt(
    () => '',
    async () => decodeOpening(await (opening?.() ?? fetchFile(folder + openingFile(shard)))),
  )

  const start = attempt(
    () => '',
    async (): Promise<Instance> => {
      const [{ createInstance, program }, { chunks }] = await Promise.all([loadEngine(), open()])
      files.prepare(shard, program, writeTable(version, shard.count, chunks))
      return inTurn(async () => {
        const instance = createInstance({ basePath: files.folderOf(shard), baseUrl: '/' })
        // It starts when it is first asked for something; this fetches nothing, since we have no filters of its kind.
        await instance.filters()
        return instance
      })
    },
  )
  /** Where a term of the index stands. */
  const ask = attempt(String, async (term: string): Promise<Postings> => {
    const instance = await start()
    const { count } = files.failures(shard)
    await files.settled(shard)
    const { results } = await instance.search(term, {})
    // The engine does not say that it could not read a part of an index.
    const after = files.failures(shard)
    if (after.count > count) throw after.last ?? new Error('a part of the index is missing')
    return new Map(results.map(({ id, words }) => [Number(id), words]))
  })
  return {
    shard,
    offset,
    find: attempt(
      (word, field) => `${field} ${word}`,
      async (word: string, field: Field) => unite(await Promise.all(indexTerms(word, field).map(ask))),
    ),
    core: async () => (await open()).core,
    values: attempt(String, async (facet: Facet) => {
      if (facet === 'kind' || facet === 'lang') throw new Error(`${facet} is one of the core columns`)
      return decodeValues(await fetchFile(folder + facetFile(shard, facet)))
    }),
    record: attempt(String, async (ordinal: number) => {
      const name = (await open()).records[ordinal] ?? ''
      return JSON.parse(await fetchText(folder + recordFile(name))) as SearchRecord
    }),
    expectWord: (beginning) => {
      open().then(
        ({ chunks }) => {
          const [file, ...others] = chunksWith(chunks, beginning)
          if (file !== undefined && others.length === 0) files.expect(shard, chunkFile(file.name))
        },
        () => undefined,
      )
    },
    start: async () => {
      await start()
    },
  }
}
