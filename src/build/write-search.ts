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

/**
 * Write everything that searching needs: the indexes, the program of the engine, the known words and the manifest, in this order, so
 * that nothing is named before it is there. An index whose reports did not change is not made again.
 */
export async function writeSearch(
  put: PutSearchFile,
  { isStanding, ...sources }: SearchSources,
): Promise<WrittenSearch> {
  const { catalogue, settings } = sources
  const cache = openCache(sources.cache)
  const code = digestOfCode()
  const engine = `${engineVersion()}/`
  const root = SEARCH_FOLDER + engine
  const counts = new Map<string, Map<string, number>>()
  const keys = new Map<string, string>()
  const putAll = (files: Files, to: string, shard?: ShardPlace): void => {
    for (const [path, bytes] of files) put(to + path, bytes, shard)
  }
  let made = 0

  const planned = planShards(catalogue.reports, settings.reportsPerShard)
  const room = settings.reportsPerShard * ROOM
  const taken = await doTogether(planned, room, roomOf, async (one) => {
    const path = `${one.name}/`
    const folder = root + path
    const stands = (key: string): boolean => isStanding?.(folder, key) === true
    const { key, files, made: isNew } = await takeShard(one, sources, { cache, code, isStanding: stands })
    if (isNew) made += 1
    keys.set(folder, key)
    const { counts: held, ...facts } = JSON.parse(Buffer.from(files.get(FACTS) ?? '').toString()) as ShardFacts
    addCounts(counts, held)
    if (isNew || !stands(key)) putAll(filesOfSite(files), folder, { folder, key })
    const shard: Shard = { path, ...facts }
    return { shard, opening: one === planned.at(-1) ? files.get(SITE + openingFile(facts)) : undefined }
  })
  const shards = taken.map(({ shard }) => shard)
  const newest = Buffer.from(taken.at(-1)?.opening ?? '').toString('base64')

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
  const [cache, kept] = [openCache(sources.cache), openCache(to)]
  const code = digestOfCode()
  const { catalogue, settings } = sources
  const wanted = planShards(catalogue.reports, settings.reportsPerShard).filter(({ reports }) => isWanted(reports))
  await doTogether(wanted, settings.reportsPerShard * ROOM, roomOf, async (planned) => {
    const { key, files } = await takeShard(planned, sources, { cache, code })
    kept.keep(indexKeyOf(key), files)
  })
  return wanted.length
}

/** How many times as much room as one index may take, indexes that are made at once may take together: a large one, and a small one beside it. */
const ROOM = 5 / 4

function roomOf({ room }: PlannedShard): number {
  return room
}

/** An index from the cache, or made and kept there. */
async function takeShard(
  planned: PlannedShard,
  { catalogue, settings, blocksOf, recordedOn, fingerprintOf, cache: folder }: SearchSources,
  { cache, code, isStanding }: { cache: Cache; code: string; isStanding?: (key: string) => boolean },
): Promise<{ key: string; files: Files; made: boolean }> {
  const { name, reports } = planned
  const subjectOf = (report: Report): Subject =>
    toSubject(report, blocksOf(report), catalogue, settings.publisher, recordedOn?.(report))
  const key = keyOf(code, name, reports.map(fingerprintOf ?? ((report) => toText(subjectOf(report)))))
  // Of an index that stands where it is, only what all indexes have in common is read.
  const kept = cache.read(indexKeyOf(key), isStanding?.(key) === true ? isShared : undefined)
  if (kept !== undefined) return { key, files: kept, made: false }
  await makeShardApart(reports, subjectOf, { cache: folder, key: indexKeyOf(key), engineKey: engineKeyOf(code) })
  const files = cache.read(indexKeyOf(key))
  if (files === undefined) throw new Error(`a search index that was made is not in ${folder}: is the disk full?`)
  return { key, files, made: true }
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
function keyOf(code: string, name: string, reports: readonly string[]): string {
  const hash = createHash('sha256').update(`${code}\n${name}\n`)
  for (const report of reports) hash.update(`${report}\n`)
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
