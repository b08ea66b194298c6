import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { Report } from '#archive/catalogue.ts'
import { encodeValues } from '#search/columns.ts'
import { nameFiles } from '#search/file-names.ts'
import { toIndexText } from '#search/index-terms.ts'
import { makeIndex } from '#search/make-index.ts'
import { chunkFile, ENGINE_FILE, facetFile, openingFile, recordFile, type Shard } from '#search/manifest.ts'
import { encodeOpening } from '#search/opening.ts'
import { indexedOf, toColumns, type Subject } from '#search/subject.ts'
import { canBeKnown } from '#search/word-forms.ts'
import { isUnspacedWord } from '#search/words.ts'
import { openCache, type Files } from './file-cache.ts'

/** What is kept of an index beside its files. */
export type ShardFacts = Omit<Shard, 'path'>

/** The file of these facts. */
export const FACTS = 'facts.json'

/** How many reports of an index hold each word that can be known, by language. */
export type ShardCounts = readonly (readonly [
  language: string,
  words: readonly (readonly [word: string, reports: number])[],
])[]

/** The file of these counts. */
export const COUNTS = 'counts.json'

/** The folder of the files that are published. */
export const SITE = 'site/'

/** Where an index is kept: the folder of a cache, and the keys of its files and of the program of the engine. */
export interface ShardOrder {
  cache: string
  key: string
  engineKey: string
}

/** Make the index of some reports and keep it. `subjects` are the same reports, in the same order. */
export async function keepShard(
  reports: readonly Report[],
  subjects: readonly Subject[],
  { cache: folder, key, engineKey }: ShardOrder,
): Promise<void> {
  const { files, engine } = await makeShard(reports, subjects)
  const cache = openCache(folder)
  cache.keep(engineKey, engine)
  cache.keep(key, files)
}

/** Make the index of some reports, with what is known of them, and the program of the engine. */
async function makeShard(
  reports: readonly Report[],
  subjects: readonly Subject[],
): Promise<{ files: Files; engine: Files }> {
  const counts = new Map<string, Map<string, Counted>>()
  const lengths: number[] = []
  const texts = subjects.values().map((subject, place) => {
    const { record } = subject
    const { text, words, named } = toIndexText(indexedOf(subject))
    const ofLanguage = counts.get(record.lang) ?? new Map<string, Counted>()
    counts.set(record.lang, ofLanguage)
    countWords(ofLanguage, place, words)
    countWords(ofLanguage, place, named)
    lengths.push(words.length)
    return [record.id, text] as const
  })
  const { count, chunks, files, engine } = await makeIndex(texts)
  if (count !== reports.length) {
    throw new Error(`the search engine took ${String(count)} of ${String(reports.length)} reports into an index`)
  }
  const { core, terms } = toColumns(reports, lengths)
  const dates = reports.map(({ date }) => date)
  const records = subjects.map(({ record }) => JSON.stringify(record))
  const names = nameFiles(records.map((record) => digest(record)))
  const opening = encodeOpening({ core, chunks, records: names })
  const lists = terms.map(([vocabulary, values]) => [vocabulary, encodeValues(values)] as const)
  const facts: ShardFacts = {
    columns: digest(opening, ...lists.map(([, bytes]) => bytes)).slice(0, 8),
    from: dates[0]?.padEnd(10, '-00') ?? '',
    to: dates.reduce((last, date) => (date.padEnd(10, '-99') > last ? date.padEnd(10, '-99') : last), ''),
    count,
    words: lengths.reduce((sum, length) => sum + length, 0),
  }
  const known: ShardCounts = Array.from(counts, ([language, words]) => [language, listKnown(words)] as const)
  const ours: (readonly [file: string, bytes: string | Uint8Array])[] = [
    [openingFile(facts), opening],
    ...lists.map(([vocabulary, bytes]) => [facetFile(facts, vocabulary), bytes] as const),
    ...records.map((record, index) => [recordFile(names[index] ?? ''), record] as const),
  ]
  return {
    files: new Map([
      [FACTS, Buffer.from(JSON.stringify(facts))],
      [COUNTS, Buffer.from(JSON.stringify(known))],
      ...Array.from(files, ([name, bytes]) => [SITE + chunkFile(name), bytes] as const),
      ...ours.map(([file, bytes]) => [SITE + file, compress(bytes)] as const),
    ]),
    engine: new Map([[ENGINE_FILE, joinEngine(engine)]]),
  }
}

/** How many reports hold a word, and the place of the last one of them. */
interface Counted {
  reports: number
  last: number
}

/** Count the report at a place once for each of its words that can be known, which may be among them several times. */
function countWords(counts: Map<string, Counted>, place: number, words: readonly string[]): void {
  for (const word of words) {
    const counted = counts.get(word)
    if (counted === undefined) {
      if (!isUnspacedWord(word)) counts.set(word, { reports: 1, last: place })
    } else if (counted.last !== place) {
      counted.reports += 1
      counted.last = place
    }
  }
}

/** How many reports hold each word that can be known. */
function listKnown(words: ReadonlyMap<string, Counted>): [word: string, reports: number][] {
  return [...words].filter(([word]) => canBeKnown(word)).map(([word, { reports }]) => [word, reports])
}

/** The engine's script and its WebAssembly as one script. */
export function joinEngine(engine: Files): Uint8Array {
  const [script, program] = ['pagefind.js', 'wasm.unknown.pagefind'].map((file) => Buffer.from(engine.get(file) ?? ''))
  return Buffer.from(`${script?.toString() ?? ''}\nexport const program = '${program?.toString('base64') ?? ''}'\n`)
}

/** Compress a file of ours as the engine does its own, so that it is small wherever it is served. */
export function compress(data: string | Uint8Array): Uint8Array {
  return gzipSync(data, { level: 9 })
}

export function digest(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('hex')
}
