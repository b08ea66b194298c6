import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildCatalogue, type Report } from '#archive/catalogue.ts'
import type { Term } from '#archive/term.ts'
import { writerBelow } from '#build/write-below.ts'
import { writeSearch } from '#build/write-search.ts'
import { toBlocks } from '#search/blocks.ts'
import { openEngine, type Engine } from '#search/engine.ts'
import type { Answer } from '#search/answer.ts'
import { EMPTY_QUERY, type Query } from '#search/query.ts'
import type { Pagefind } from '#search/pagefind-api.ts'
import { settings } from '../../src/site.config.ts'

/** An archive whose search runs in this process, with the real engine, as it does in a browser. */
export interface TestArchive {
  engine: Engine
  folder: string
  /** Every address that was fetched, in order. */
  fetched: string[]
  /** Addresses that are not answered. */
  broken: Set<string>
  /** How a file that is there is sent: at once and whole, until a test replaces it. */
  network: { send: (bytes: Uint8Array<ArrayBuffer>, address: string) => Response | Promise<Response> }
  search: (query: Partial<Query>, pageSize?: number) => Promise<Answer>
  close: () => void
}

/** Index reports and open their search. `texts` are HTML as the pipeline makes it, by the id of the report. */
export async function openTestArchive(
  reports: readonly Report[],
  terms: readonly Term[],
  texts: ReadonlyMap<string, string>,
  { reportsPerShard = 10_000, language = 'en' } = {},
): Promise<TestArchive> {
  const folder = mkdtempSync(join(tmpdir(), 'search-'))
  await writeSearch(writerBelow(join(folder, 'site')), {
    catalogue: buildCatalogue(reports, terms),
    settings: { ...settings, reportsPerShard },
    blocksOf: ({ id }) => toBlocks(texts.get(id) ?? ''),
    cache: join(folder, 'cache'),
  })
  return openTestSite(join(folder, 'site'), language, () => {
    rmSync(folder, { recursive: true, force: true })
  })
}

/** Open the search of a site that was written into a folder. */
export async function openTestSite(
  folder: string,
  language: string,
  close: () => void = () => undefined,
): Promise<TestArchive> {
  const fetched: string[] = []
  const broken = new Set<string>()
  const network: TestArchive['network'] = { send: (bytes) => new Response(bytes) }
  const isBroken = (address: string): boolean => [...broken].some((part) => address.includes(part))
  globalThis.fetch = async (input) => {
    const address = (input instanceof Request ? input.url : String(input)).split('?')[0] ?? ''
    fetched.push(address)
    const file = join(folder, address)
    return existsSync(file) && !isBroken(address)
      ? network.send(readFileSync(file), address)
      : new Response('', { status: 404 })
  }
  const engine = await openEngine({
    folder: '/search/',
    language,
    loadEngine: async (address) => {
      if (isBroken(address)) throw new TypeError(`${address} cannot be imported`)
      return (await import(pathToFileURL(join(folder, address)).href)) as Pagefind
    },
  })
  return {
    engine,
    folder,
    fetched,
    broken,
    network,
    search: async (query, pageSize = 10) => {
      let last: Answer | undefined
      await engine.search({ ...EMPTY_QUERY, ...query }, pageSize, (answer) => {
        last = answer
      })
      if (last === undefined) throw new Error('there was no answer')
      return last
    },
    close,
  }
}
