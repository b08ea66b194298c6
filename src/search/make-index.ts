import { gunzipSync } from 'node:zlib'
import { close, createIndex } from 'pagefind'

/** An index that was made. */
export interface MadeIndex {
  /** How many reports the engine says it indexed. */
  count: number
  /** What the engine calls its table of contents. */
  meta: string
  /** What the engine calls each report, by its key. */
  ids: ReadonlyMap<string, string>
  /** The files that every index needs for itself, by their path in its folder. */
  files: ReadonlyMap<string, Uint8Array>
  /** The program of the engine, which is the same for all indexes of one version. */
  engine: ReadonlyMap<string, Uint8Array>
}

/** The files of the engine that a search needs; it also writes search pages of its own, 370 kB. */
const ENGINE_FILES = new Set(['pagefind.js', 'wasm.unknown.pagefind'])
const ENTRY = 'pagefind-entry.json'
/** The mark that stands in front of the engine's files. */
const MARK = 'pagefind_dcd'

/**
 * Make one search index. The same texts in the same order give the same bytes.
 *
 * The engine names a report by its key and its text: what else stands in a file of that name must be part of the key.
 *
 * The engine ends with each index, so that its memory is bounded by one. Of what it read it would keep a copy of each report to cut passages from; what it reads are words with marks, which nobody wants to see, so records of ours take the
 * place of these copies.
 *
 * @param reports a key for each report, and what it is found by, as `toIndexText` writes it
 * @throws Error when the engine refuses a report or writes something unknown
 */
export async function makeIndex(reports: Iterable<readonly [key: string, text: string]>): Promise<MadeIndex> {
  const { index, errors } = await createIndex()
  if (index === undefined) throw new Error(`the search engine did not start: ${errors.join('; ')}`)
  try {
    for (const [key, content] of reports) {
      const added = await index.addCustomRecord({ url: `/${key}/`, content, language: 'und' })
      if (added.errors.length > 0) throw new Error(`the report ${key} was not indexed: ${added.errors.join('; ')}`)
    }
    const written = await index.getFiles()
    if (written.errors.length > 0) throw new Error(`the search index was not made: ${written.errors.join('; ')}`)
    return sortFiles(written.files)
  } finally {
    await index.deleteIndex()
    await close()
  }
}

function sortFiles(written: readonly { path: string; content: Uint8Array }[]): MadeIndex {
  const files = new Map<string, Uint8Array>()
  const engine = new Map<string, Uint8Array>()
  const ids = new Map<string, string>()
  let entry: { hash: string; page_count: number } | undefined
  for (const { path, content } of written) {
    const [, id] = /^fragment\/(.*)\.pf_fragment$/.exec(path) ?? []
    if (id !== undefined) ids.set(keyOf(content), id)
    else if (path === ENTRY) entry = readEntry(content)
    else if (ENGINE_FILES.has(path)) engine.set(path, content)
    else if (/\.pf_(?:meta|index)$/.test(path)) files.set(path, content)
  }
  if (entry === undefined || engine.size !== ENGINE_FILES.size) throw new Error('the search engine left out a file')
  return { count: entry.page_count, meta: entry.hash, ids, files, engine }
}

/** The key of the report that the engine's copy is of. */
function keyOf(copy: Uint8Array): string {
  const { url } = JSON.parse(gunzipSync(copy).toString().slice(MARK.length)) as { url: string }
  return url.slice(1, -1)
}

function readEntry(content: Uint8Array): { hash: string; page_count: number } {
  const { languages } = JSON.parse(Buffer.from(content).toString()) as {
    languages: Record<string, { hash: string; page_count: number }>
  }
  const [language, ...others] = Object.values(languages)
  if (language === undefined || others.length > 0) throw new Error('the search engine made an index of another kind')
  return language
}
