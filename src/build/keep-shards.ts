import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Catalogue, Report } from '#archive/catalogue.ts'
import type { Settings } from '#archive/settings.ts'
import { planShards, type PlannedShard } from '#search/plan-shards.ts'
import type { Block } from '#search/record.ts'
import { toSubject, type Subject } from '#search/subject.ts'
import { doTogether } from './do-together.ts'
import { openCache, type Cache, type Files } from './file-cache.ts'
import { makeShardApart } from './make-shard-apart.ts'

/** What the search of an archive is made from. */
export interface SearchSources {
  catalogue: Catalogue
  settings: Settings
  /** The text of a report. */
  blocksOf: (report: Report) => readonly Block[]
  /** The day on which the archive first published a report, where the ledger says it. */
  recordedOn?: (report: Report) => string | undefined
  /** Where indexes are kept, to be used again. */
  cache: string
  /** A digest of all that is indexed of a report; without it that is found out from its text. */
  fingerprintOf?: (report: Report) => string
  /** Ends what is being made, when it is not wanted any more. */
  signal?: AbortSignal
}

/** The indexes of an archive, as they are being made. */
export interface BegunShards {
  cache: Cache
  code: string
  /** How many reports stand in those that are not kept yet. */
  anew: number
  /** Each index, oldest first, when it is kept in the cache. */
  shards: readonly Promise<KeptShard>[]
}

/** An index that is kept in the cache. */
export interface KeptShard {
  planned: PlannedShard
  /** The key of all that it was made from. */
  key: string
  /** Whether it was made anew. */
  made: boolean
}

/** How many times as much room as one index may take, indexes that are made at once may take together: a large one, and a small one beside it. */
const ROOM = 5 / 4

/**
 * Begin to make the indexes that are not kept in the cache, in the order of their reports: it takes long, and needs nothing but the
 * reports. An index whose reports did not change is not made again.
 *
 * @param isWanted whether the index of some reports is wanted; all by default
 */
export function beginShards(
  sources: SearchSources,
  isWanted: (reports: readonly Report[]) => boolean = () => true,
): BegunShards {
  const { catalogue, settings } = sources
  const cache = openCache(sources.cache)
  const code = digestOfCode()
  const wanted = planShards(catalogue.reports, settings.reportsPerShard).filter(({ reports }) => isWanted(reports))
  const known = wanted.map((planned) => {
    const key = keyOf(code, planned, sources)
    return { planned, key, isKept: cache.read(indexKeyOf(key), () => false) !== undefined }
  })
  const anew = known.reduce((sum, { planned, isKept }) => sum + (isKept ? 0 : planned.reports.length), 0)
  const roomOf = ({ planned }: { planned: PlannedShard }): number => planned.room
  const shards = doTogether(known, settings.reportsPerShard * ROOM, roomOf, async ({ planned, key, isKept }) => {
    if (!isKept) await makeShardOf(planned, key, sources, code)
    return { planned, key, made: !isKept }
  })
  return { cache, code, anew, shards }
}

/**
 * Make the indexes of some of the reports, and keep them below a folder as the cache keeps them: for another machine, which then
 * finds them made.
 *
 * @param isWanted whether the index of some reports is made here
 * @returns how many there are
 */
export async function makeIndexes(
  sources: SearchSources,
  to: string,
  isWanted: (reports: readonly Report[]) => boolean,
): Promise<number> {
  const { cache, code, shards } = beginShards(sources, isWanted)
  const own = openCache(to)
  for (const shard of shards) {
    const { planned, key } = await shard
    const { files } = await takeShard(planned, key, sources, { cache, code })
    own.keep(indexKeyOf(key), files)
  }
  return shards.length
}

/** The files of an index that is kept in the cache; it is made again when it is found damaged there. */
export async function takeShard(
  planned: PlannedShard,
  key: string,
  sources: SearchSources,
  { cache, code, wanted }: { cache: Cache; code: string; wanted?: ((path: string) => boolean) | undefined },
): Promise<{ files: Files; made: boolean }> {
  const kept = cache.read(indexKeyOf(key), wanted)
  if (kept !== undefined) return { files: kept, made: false }
  await makeShardOf(planned, key, sources, code)
  const files = cache.read(indexKeyOf(key))
  if (files === undefined) throw new Error(`a search index that was made is not in ${sources.cache}: is the disk full?`)
  return { files, made: true }
}

function makeShardOf({ reports }: PlannedShard, key: string, sources: SearchSources, code: string): Promise<void> {
  const order = { cache: sources.cache, key: indexKeyOf(key), engineKey: engineKeyOf(code) }
  return makeShardApart(reports, (report) => subjectOf(report, sources), order, sources.signal)
}

function subjectOf(report: Report, { catalogue, settings, blocksOf, recordedOn }: SearchSources): Subject {
  return toSubject(report, blocksOf(report), catalogue, settings.publisher, recordedOn?.(report))
}

/** The key of an index in the cache, by the key of all that it was made from. */
export const indexKeyOf = (key: string): string => `index-${key}`

/** The key of the program of the engine, which all indexes made by the same code have in common. */
export const engineKeyOf = (code: string): string => `engine-${code.slice(0, 16)}`

/** Everything that the bytes of an index depend on: its reports, what they are found by, and the code that makes it. */
function keyOf(code: string, { name, reports }: PlannedShard, sources: SearchSources): string {
  const digestOf = sources.fingerprintOf ?? ((report: Report) => toText(subjectOf(report, sources)))
  const hash = createHash('sha256').update(`${code}\n${name}\n`)
  for (const report of reports) hash.update(`${digestOf(report)}\n`)
  return hash.digest('hex')
}

function toText({ record, names, keys }: Subject): string {
  return JSON.stringify([record, names, keys])
}

/** The code that makes indexes, and the versions of the packages that it uses. */
function digestOfCode(): string {
  const folder = fileURLToPath(import.meta.resolve('#search/manifest.ts')).replace(/manifest\.ts$/, '')
  const files = readdirSync(folder).sort()
  const hash = createHash('sha256').update(engineVersion())
  for (const file of files) hash.update(readFileSync(join(folder, file)))
  for (const file of ['keep-shards.ts', 'make-shard.ts']) hash.update(readFileSync(new URL(file, import.meta.url)))
  return hash.digest('hex')
}

/** The version of the search engine, which is part of the address of every index: its files never mix with another's. */
export function engineVersion(): string {
  const file = fileURLToPath(import.meta.resolve('pagefind'))
  for (let folder = join(file, '..'); folder !== join(folder, '..'); folder = join(folder, '..')) {
    const manifest = join(folder, 'package.json')
    if (!existsSync(manifest)) continue
    const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version?: string }
    if (version !== undefined) return version
  }
  throw new Error('the version of the search engine is not known')
}
