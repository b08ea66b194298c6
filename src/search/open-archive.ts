import type { Vocabulary } from '#archive/vocabulary.ts'
import { parsePart, partsFor, type Dictionary, type DictionaryPart } from './dictionary.ts'
import { serveEngine } from './engine-files.ts'
import { decompress, fetchText } from './fetch-file.ts'
import { dictionaryFile, ENGINE_FILE, type Manifest } from './manifest.ts'
import { parseNames } from './names.ts'
import type { Totals } from './order.ts'
import { openShard, type LoadedEngine, type OpenShard } from './open-shard.ts'
import type { Pagefind } from './pagefind-api.ts'
import { doOnce } from './do-once.ts'
import type { KnownWords } from './suggest.ts'

/** How the search of a site is opened. */
export interface OpenOptions {
  /** The address of the folder `search/`, with a slash at its end. */
  folder: string
  /** The language of the page: its words that say too little are left out of a search. */
  language: string
  /** Loads the engine from its address. */
  loadEngine: (address: string) => Promise<Pagefind>
}

/** The indexes of a site and what belongs to them, as its manifest names them. */
export interface OpenArchive {
  /** Its manifest, which differs when anything differs. */
  version: string
  /** Oldest first. */
  shards: readonly OpenShard[]
  totals: Totals
  dictionary: Dictionary
  /** Fetch what will be needed for any word that begins so, where one file of each kind holds them all. */
  expectWord: (beginning: string) => void
  /** The commonest words, for suggestions. */
  commonWords: () => Promise<KnownWords>
}

/**
 * Fetch the manifest of a site, as text.
 *
 * @param network what fetches from the network
 * @throws Error when it cannot be fetched
 */
export async function fetchManifest({ folder }: OpenOptions, network: typeof fetch): Promise<string> {
  const response = await network(`${folder}manifest.json`, { cache: 'no-cache' })
  if (!response.ok) throw new Error(`the manifest of the search index answers ${String(response.status)}`)
  return response.text()
}

/**
 * Open what a manifest names; nothing is fetched before it is needed. From here on the engine's files come through ours, see
 * `serveEngine`.
 *
 * @throws Error when the manifest cannot be read
 */
export function openArchive(version: string, { folder, loadEngine }: OpenOptions, network: typeof fetch): OpenArchive {
  const { engine, shards, newest, dictionary } = JSON.parse(version) as Manifest
  const root = folder + engine
  const engineVersion = engine.slice(0, -1)
  const files = serveEngine(network, root, engineVersion, shards)
  const load = doOnce(
    () => '',
    async (): Promise<LoadedEngine> => {
      const { createInstance, program } = await loadEngine(root + ENGINE_FILE)
      return { createInstance, program: await fromBase64(program) }
    },
  )

  // One after the other until the engine's program runs; then as they come.
  let isRunning = false
  let queue: Promise<unknown> = Promise.resolve()
  const inTurn = <Result>(start: () => Promise<Result>): Promise<Result> => {
    if (isRunning) return start()
    const started = queue.then(start)
    queue = started.then(
      () => {
        isRunning = true
      },
      () => undefined,
    )
    return started
  }

  const opened: OpenShard[] = []
  let offset = 0
  for (const shard of shards) {
    const opening = shard === shards.at(-1) ? () => fromBase64(newest) : undefined
    opened.push(openShard(shard, offset, { root, version: engineVersion, loadEngine: load, files, inTurn, opening }))
    offset += shard.count
  }

  const read = (name: string | undefined): Promise<string> => fetchText(root + dictionaryFile(name ?? ''))
  const part = doOnce(String, async (number: number): Promise<DictionaryPart> =>
    parsePart(await read(dictionary.parts[number])),
  )
  return {
    version,
    shards: opened,
    totals: {
      reports: offset,
      words: shards.reduce((sum, shard) => sum + shard.words, 0),
      newest: shards.reduce((latest, { to }) => (to > latest ? to : latest), '').replaceAll('-99', '-01'),
    },
    dictionary: {
      parts: (word, isBeginning) =>
        Promise.all(partsFor(dictionary.starts, word, isBeginning).map((number) => part(number))),
      names: doOnce(String, async (vocabulary: Vocabulary) => parseNames(await read(dictionary.names[vocabulary]))),
    },
    expectWord: (beginning) => {
      const [number, ...others] = partsFor(dictionary.starts, beginning, true)
      if (number !== undefined && others.length === 0) part(number).catch(() => undefined)
      opened.at(-1)?.expectWord(beginning)
    },
    commonWords: doOnce(
      () => '',
      async () => parsePart(await read(dictionary.common)).words.map(({ word, reports }) => [word, reports] as const),
    ),
  }
}

/** What was compressed and written in base64. */
async function fromBase64(text: string): Promise<Uint8Array<ArrayBuffer>> {
  return decompress(Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)))
}
