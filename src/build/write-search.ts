import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Catalogue, Report } from '#archive/catalogue.ts'
import type { Settings } from '#archive/settings.ts'
import { makeDictionary } from '#search/make-dictionary.ts'
import { makeIndex } from '#search/make-index.ts'
import {
  dictionaryFile,
  ENGINE_FILE,
  MANIFEST_FILE,
  openingFile,
  SEARCH_FOLDER,
  type Manifest,
  type Shard,
} from '#search/manifest.ts'
import { planShards, type PlannedShard } from '#search/plan-shards.ts'
import type { Block } from '#search/record.ts'
import { toSubject, type Subject } from '#search/subject.ts'
import { doTogether } from './do-together.ts'
import { openCache, type Cache, type Files } from './file-cache.ts'
import { makeShardApart } from './make-shard-apart.ts'
import { compress, FACTS, joinEngine, SITE, type ShardFacts } from './make-shard.ts'

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
  /** Whether the files of a folder stand in the archive as they were made with this key: then they are not written again. */
  isStanding?: (folder: string, key: string) => boolean
  /** Ends what is being made, when it is not wanted any more. */
  signal?: AbortSignal
}

/** The folder of an index, relative to the site and with a slash at its end, and a key of all that it was made from. */
export interface ShardPlace {
  folder: string
  key: string
}

/** Puts a file at a path of the site; `shard` is the index that it belongs to, where it belongs to one. */
export type PutSearchFile = (path: string, bytes: Uint8Array, shard?: ShardPlace) => void

/** How many indexes were made anew. */
export interface WrittenSearch {
  manifest: Manifest
  made: number
  /** The folder of each index, relative to the site and with a slash at its end, and a key of all that it was made from. */
  keys: ReadonlyMap<string, string>
}

/** The indexes of an archive, as they are being made. */
export interface BegunShards {
  cache: Cache
  code: string
  /** Each index, oldest first, when it is kept in the cache. */
  shards: readonly { planned: PlannedShard; kept: Promise<KeptShard> }[]
}

/** An index that is kept in the cache. */
interface KeptShard {
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
  const roomOf = ({ room }: PlannedShard): number => room
  const keeping = doTogether(wanted, settings.reportsPerShard * ROOM, roomOf, async (planned) => {
    const key = keyOf(code, planned, sources)
    const isKept = cache.read(indexKeyOf(key), () => false) !== undefined
    if (!isKept) await makeShardOf(planned, key, sources, code)
    return { key, made: !isKept }
  })
  return {
    cache,
    code,
    shards: wanted.map((planned, index) => ({
      planned,
      kept: keeping[index] ?? Promise.reject(new Error('no index')),
    })),
  }
}

/**
 * Write everything that searching needs: the indexes, the program of the engine, the known words and the manifest, in this order, so
 * that nothing is named before it is there.
 *
 * @param begun the indexes, where they were begun before
 */
export async function writeSearch(
  put: PutSearchFile,
  { isStanding, ...sources }: SearchSources,
  { cache, code, shards: begun }: BegunShards = beginShards(sources),
): Promise<WrittenSearch> {
  const { catalogue } = sources
  const engine = `${engineVersion()}/`
  const root = SEARCH_FOLDER + engine
  const shards: Shard[] = []
  const counts = new Map<string, Map<string, number>>()
  const keys = new Map<string, string>()
  const putAll = (files: Files, to: string, shard?: ShardPlace): void => {
    for (const [path, bytes] of files) put(to + path, bytes, shard)
  }
  let newest = ''
  let made = 0

  for (const { planned, kept } of begun) {
    const { key, made: isNew } = await kept
    const path = `${planned.name}/`
    const folder = root + path
    keys.set(folder, key)
    // Of an index that stands where it is, only what all indexes have in common is read.
    const stands = !isNew && isStanding?.(folder, key) === true
    const wanted = stands ? isShared : undefined
    const { files, made: isMended } = await takeShard(planned, key, sources, { cache, code, wanted })
    if (isNew || isMended) made += 1
    const { counts: held, ...facts } = JSON.parse(Buffer.from(files.get(FACTS) ?? '').toString()) as ShardFacts
    addCounts(counts, held)
    if (!stands) putAll(filesOfSite(files), folder, { folder, key })
    newest = Buffer.from(files.get(SITE + openingFile(facts)) ?? '').toString('base64')
    shards.push({ path, ...facts })
  }

  putAll(await engineFiles(cache, engineKeyOf(code)), root)
  const dictionary = makeDictionary(counts, catalogue)
  for (const [name, text] of dictionary.texts) put(root + dictionaryFile(name), compress(text))
  const manifest: Manifest = { engine, shards, newest, dictionary: dictionary.files }
  put(MANIFEST_FILE, Buffer.from(JSON.stringify(manifest)))
  cache.prune()
  return { manifest, made, keys }
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
  for (const { planned, kept } of shards) {
    const { key } = await kept
    const { files } = await takeShard(planned, key, sources, { cache, code })
    own.keep(indexKeyOf(key), files)
  }
  return shards.length
}

/** The files of an index that is kept in the cache; it is made again when it is found damaged there. */
async function takeShard(
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

const indexKeyOf = (key: string): string => `index-${key}`
const engineKeyOf = (code: string): string => `engine-${code.slice(0, 16)}`

/** Whether a file of an index tells something that is needed of all indexes, or of the newest one. */
function isShared(path: string): boolean {
  return path === FACTS || !path.includes('/', SITE.length)
}

/** The files of an index that are published. */
function filesOfSite(files: Files): Files {
  const published = [...files].filter(([path]) => path.startsWith(SITE))
  return new Map(published.map(([path, bytes]) => [path.slice(SITE.length), bytes]))
}

/** The program of the engine; where no index had to be made, it is in the cache, or an index of one word gives it. */
async function engineFiles(cache: Cache, key: string): Promise<Files> {
  const kept = cache.read(key)
  if (kept !== undefined) return kept
  const { engine } = await makeIndex([['word', 'word']])
  const files = new Map([[ENGINE_FILE, joinEngine(engine)]])
  cache.keep(key, files)
  return files
}

function addCounts(counts: Map<string, Map<string, number>>, more: ShardFacts['counts']): void {
  for (const [language, words] of more) {
    const ofLanguage = counts.get(language) ?? new Map<string, number>()
    counts.set(language, ofLanguage)
    for (const [word, reports] of words) ofLanguage.set(word, (ofLanguage.get(word) ?? 0) + reports)
  }
}

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
  for (const file of ['write-search.ts', 'make-shard.ts']) hash.update(readFileSync(new URL(file, import.meta.url)))
  return hash.digest('hex')
}

/** The version of the search engine, which is part of the address of every index: its files never mix with another's. */
function engineVersion(): string {
  const file = fileURLToPath(import.meta.resolve('pagefind'))
  for (let folder = join(file, '..'); folder !== join(folder, '..'); folder = join(folder, '..')) {
    const manifest = join(folder, 'package.json')
    if (!existsSync(manifest)) continue
    const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version?: string }
    if (version !== undefined) return version
  }
  throw new Error('the version of the search engine is not known')
}
