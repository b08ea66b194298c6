import { termNamesOf } from '#search/make-dictionary.ts'
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
import type { Cache, Files } from './file-cache.ts'
import {
  beginShards,
  engineKeyOf,
  engineVersion,
  indexKeyOf,
  takeShard,
  type BegunShards,
  type SearchSources,
} from './keep-shards.ts'
import { makeDictionaryApart, makeDictionaryFrom, type DictionaryMade } from './make-dictionary-apart.ts'
import { COUNTS, FACTS, joinEngine, SITE, type ShardFacts } from './make-shard.ts'

/** The folder of an index, relative to the site and with a slash at its end, and a key of all that it was made from. */
export interface ShardPlace {
  folder: string
  key: string
}

/** Puts a file at a path of the site; `shard` is the index that it belongs to, where it belongs to one. */
export type PutSearchFile = (path: string, bytes: Uint8Array, shard?: ShardPlace) => void

/** What is known of the archive that stands there. */
export interface StandingShards {
  /** Whether the files of a folder stand in the archive as they were made with this key: then they are not written again. */
  isStanding?: (folder: string, key: string) => boolean
}

/** How many indexes were made anew. */
export interface WrittenSearch {
  manifest: Manifest
  made: number
  /** The folder of each index, relative to the site and with a slash at its end, and a key of all that it was made from. */
  keys: ReadonlyMap<string, string>
}

/** What searching needs, as it is being made. */
export interface BegunFiles extends BegunShards {
  /** The known words, which are made when all indexes are. */
  dictionary: Promise<DictionaryMade>
}

/** Begin to make what takes long: the indexes, and then the known words. Needs nothing but the reports. */
export function beginFiles(sources: SearchSources): BegunFiles {
  const begun = beginShards(sources)
  const dictionary = Promise.all(begun.shards).then((shards) =>
    dictionaryOf(
      shards.map(({ key }) => key),
      sources,
    ),
  )
  // Told when it is asked for.
  dictionary.catch(() => undefined)
  return { ...begun, dictionary }
}

/** The known words of the indexes with some keys. */
function dictionaryOf(
  keys: readonly string[],
  { catalogue: { reports, terms }, cache, signal }: SearchSources,
): Promise<DictionaryMade> {
  const task = { cache, indexes: keys.map(indexKeyOf), names: termNamesOf(terms) }
  return makeDictionaryApart(task, { reports: reports.length, signal })
}

/**
 * Write everything that searching needs: the indexes, the program of the engine, the known words and the manifest, in this order, so
 * that nothing is named before it is there.
 *
 * @param begun what was begun before
 */
export async function writeSearch(
  put: PutSearchFile,
  { isStanding, ...sources }: SearchSources & StandingShards,
  { cache, code, shards: begun, dictionary: known }: BegunFiles = beginFiles(sources),
): Promise<WrittenSearch> {
  const engine = `${engineVersion()}/`
  const root = SEARCH_FOLDER + engine
  const shards: Shard[] = []
  const keys = new Map<string, string>()
  const counts: Uint8Array[] = []
  const putAll = (files: Files, to: string, shard?: ShardPlace): void => {
    for (const [path, bytes] of files) put(to + path, bytes, shard)
  }
  let newest = ''
  let made = 0

  for (const shard of begun) {
    const { planned, key, made: isNew } = await shard
    const path = `${planned.name}/`
    const folder = root + path
    keys.set(folder, key)
    // Of an index that stands where it is, only what all indexes have in common is read.
    const stands = !isNew && isStanding?.(folder, key) === true
    const wanted = stands ? isShared : undefined
    const { files, made: isMended } = await takeShard(planned, key, sources, { cache, code, wanted })
    if (isNew || isMended) made += 1
    const facts = JSON.parse(Buffer.from(files.get(FACTS) ?? '').toString()) as ShardFacts
    if (!stands) putAll(filesOfSite(files), folder, { folder, key })
    newest = Buffer.from(files.get(SITE + openingFile(facts)) ?? '').toString('base64')
    counts.push(files.get(COUNTS) ?? new Uint8Array())
    shards.push({ path, ...facts })
  }

  putAll(await engineFiles(cache, engineKeyOf(code)), root)
  // Where an index was damaged, or another build has thrown it away, it is whole only here.
  const dictionary = await known.catch(() => makeDictionaryFrom(counts, termNamesOf(sources.catalogue.terms)))
  for (const [name, bytes] of dictionary.files) put(root + dictionaryFile(name), bytes)
  const manifest: Manifest = { engine, shards, newest, dictionary: dictionary.names }
  put(MANIFEST_FILE, Buffer.from(JSON.stringify(manifest)))
  cache.prune()
  return { manifest, made, keys }
}

/** Whether a file of an index tells something that is needed of all indexes, or of the newest one. */
function isShared(path: string): boolean {
  return path === FACTS || path === COUNTS || !path.includes('/', SITE.length)
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
