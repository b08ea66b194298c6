import { createHash } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { close, createIndex, type PagefindIndex } from 'pagefind'
import { ENGINE_MARK, readTable, type Chunk } from './engine-table.ts'
import { nameFiles } from './file-names.ts'

/** An index that was made. */
export interface MadeIndex {
  /** How many reports the engine says it indexed. */
  count: number
  /** Where its words are. */
  chunks: readonly Chunk[]
  /** The files of these chunks, by their name. */
  files: ReadonlyMap<string, Uint8Array>
  /** The program of the engine, which is the same for all indexes of one version. */
  engine: ReadonlyMap<string, Uint8Array>
}

/** The files of the engine that a search needs; it also writes search pages of its own, 370 kB. */
const ENGINE_FILES = new Set(['pagefind.js', 'wasm.unknown.pagefind'])

/**
 * How much stands in one chunk of words, as the engine counts it: a quarter of what it would take by itself. Of 10,000 reports a word
 * then costs 9 kB rather than 31 kB, and the table of the chunks 8 kB more. The engine takes it from its surroundings only.
 */
process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] = '5000'

/**
 * Make one search index. The same texts in the same order give the same bytes.
 *
 * The engine ends with each index, so that its memory is bounded by one. Of what it read it would keep a copy of each report to cut passages from; what it reads are words with marks, which nobody wants to see, so records of ours take the
 * place of these copies.
 *
 * @param reports a key for each report, and what it is found by, as `toIndexText` writes it
 * @throws Error when the engine refuses a report, changes their order or writes something unknown
 */
export async function makeIndex(reports: Iterable<readonly [key: string, text: string]>): Promise<MadeIndex> {
  const keys: string[] = []
  const { index, errors } = await createIndex()
  if (index === undefined) throw new Error(`the search engine did not start: ${errors.join('; ')}`)
  try {
    const waiting: Promise<void>[] = []
    for (const [key, content] of reports) {
      keys.push(key)
      const adding = add(index, key, content)
      // When another one fails first, that is told.
      adding.catch(() => undefined)
      waiting.push(adding)
      if (waiting.length === AHEAD) await waiting.shift()
    }
    await Promise.all(waiting)
    const written = await index.getFiles()
    if (written.errors.length > 0) throw new Error(`the search index was not made: ${written.errors.join('; ')}`)
    return sortFiles(written.files, keys)
  } finally {
    await index.deleteIndex()
    await close()
  }
}

/** How many reports are given to the engine before it has said that it has the first of them: it takes them one by one, in order. */
const AHEAD = 64

async function add(index: PagefindIndex, key: string, content: string): Promise<void> {
  const { errors } = await index.addCustomRecord({ url: `/${key}/`, content, language: 'und' })
  if (errors.length > 0) throw new Error(`the report ${key} was not indexed: ${errors.join('; ')}`)
}

function sortFiles(written: readonly { path: string; content: Uint8Array }[], keys: readonly string[]): MadeIndex {
  const parts = new Map<string, Uint8Array>()
  const engine = new Map<string, Uint8Array>()
  const copies = new Map<string, string>()
  const tables: Uint8Array[] = []
  for (const { path, content } of written) {
    const [, folder, id = ''] = /^(?:(fragment|index)\/)?(.*)\.pf_(?:fragment|index|meta)$/.exec(path) ?? []
    if (folder === 'fragment') copies.set(id, keyOf(content))
    else if (folder === 'index') parts.set(id, content)
    else if (id !== '') tables.push(gunzipSync(content))
    else if (ENGINE_FILES.has(path)) engine.set(path, content)
  }
  const [table, ...others] = tables
  if (table === undefined || others.length > 0) throw new Error('the search engine made an index of another kind')
  if (engine.size !== ENGINE_FILES.size) throw new Error('the search engine left out a file')
  const { reports, chunks } = readTable(table)
  const isInOrder = reports.every((id, ordinal) => copies.get(id) === keys[ordinal])
  if (!isInOrder) throw new Error('the search engine put the reports of an index into another order')
  const contents = chunks.map(({ name }) => parts.get(name) ?? new Uint8Array())
  const names = nameFiles(contents.map((content) => createHash('sha256').update(content).digest('hex')))
  return {
    count: reports.length,
    chunks: chunks.map(({ from, to }, index) => ({ from, to, name: names[index] ?? '' })),
    files: new Map(contents.map((content, index) => [names[index] ?? '', content])),
    engine,
  }
}

/** The key of the report that the engine's copy is of. */
function keyOf(copy: Uint8Array): string {
  const { url } = JSON.parse(gunzipSync(copy).toString().slice(ENGINE_MARK.length)) as { url: string }
  return url.slice(1, -1)
}
