import type { Browser } from '@playwright/test'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir, type } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openTestSite } from '../search/open-test-archive.ts'
import { startBrowser } from './search/browser.ts'
import { compareIndexes } from './search/compare-indexes.ts'
import { writeCorpusSite } from './search/corpus-site.ts'
import { makeCertificate } from './search/make-certificate.ts'
import { measureChinese } from './search/measure-chinese.ts'
import { measureExactness } from './search/measure-exactness.ts'
import { measureIndexer, writeTenYears } from './search/measure-indexer.ts'
import { measureKnownItems } from './search/measure-known-items.ts'
import { measureMiniSearch } from './search/measure-minisearch.ts'
import type { Served } from './search/cost.ts'
import { LINES, LINES_HTTP2, measureFirst, measureMany, measureReturning, measureWarm } from './search/measure-page.ts'
import { measureTyping } from './search/measure-typing.ts'
import { pickWords } from './search/pick-words.ts'
import { buildPages, measureOtherPages } from './search/search-site.ts'
import { startCountingServer } from './search/counting-server.ts'
import { grouped, print } from './search/table.ts'
import { makeTenYears, sizeFor } from './search/ten-years.ts'
import type { News } from './make-news.ts'

/**
 * Print what the search costs and how right it is, beside what it should be: bytes, requests and answers are exact, times
 * and memory are of this machine and this run.
 *
 *     npm run bench:search                          with 10,000 made-up reports; some minutes
 *     npm run bench:search -- --large               also with 100,000 in ten indexes; many minutes
 *     npm run bench:search -- --one-index           compares one index of 50,000 with five; many gigabytes
 *     npm run bench:search -- --corpus news.jsonl   also looks for the reports of a corpus again
 *     npm run bench:search -- --count 500 --only page --only typing
 */
const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '10000' },
    large: { type: 'boolean', default: false },
    'one-index': { type: 'boolean', default: false },
    corpus: { type: 'string' },
    only: { type: 'string', multiple: true },
  },
})
const count = Number(values.count)
const COMPARED = 50_000
const LARGE = 100_000
const work = mkdtempSync(join(tmpdir(), 'search bench '))

/** The parts of the table, in their order; `--only` names some of them. */
const parts = {
  page: async () => {
    const { folder, news } = await getOne()
    const words = pickWords(news)
    await inBrowser(folder, async (browser, served, pages) => {
      print('pages other than the search page', measureOtherPages(pages))
      const { rows, typical } = await measureFirst(browser, served, words)
      first = typical.bytes
      print('the first search of a reader: 10 Mbit/s, 60 ms', rows)
      print('searches on the open page', await measureWarm(browser, served, words, LINES))
      const certificate = makeCertificate()
      if (certificate !== undefined) {
        const server = await startCountingServer([folder, pages], certificate)
        print('the same by HTTP/2', await measureWarm(browser, { server, folder }, words, LINES_HTTP2))
        server.close()
      }
      const update = (): Served => {
        const next = join(folder, '../next')
        served.server.setFolders([next, pages])
        return { ...served, folder: next }
      }
      print('searches after an update', await measureReturning(browser, served, update, words))
    })
  },
  minisearch: async () => {
    print('beside MiniSearch', measureMiniSearch((await getOne()).news, first))
  },
  exact: async () => {
    const { folder, news } = await getOne()
    print('beside looking through all', await measureExactness(await openTestSite(folder, 'en'), news))
  },
  typing: async () => {
    const { folder } = await getOne()
    print('typing errors', await measureTyping(await openTestSite(folder, 'en')))
  },
  indexes: async () => {
    const isLarge = values['one-index']
    const reports = isLarge ? COMPARED : count
    const one = isLarge ? await write('compared', reports, 1) : (await getOne()).folder
    const many = await write('many', reports, 5)
    const plain = isLarge ? undefined : join(work, 'plain')
    const rows = await compareIndexes(makeTenYears(reports).news, { one, many, plain })
    print(`one index beside five of the same ${grouped(reports)} reports`, rows)
  },
  chinese: async () => {
    print('parts of Chinese words', await measureChinese())
  },
  large: async () => {
    if (!values.large) return
    const folder = join(work, 'large')
    const rows = await measureIndexer({ count: LARGE, reportsPerShard: sizeFor(LARGE, 10), folder })
    print(`making the search of ${grouped(LARGE)} reports`, rows)
    // The words are as common as in the smaller archive, which has the same language.
    const words = pickWords(makeTenYears(count).news)
    await inBrowser(join(folder, 'site'), async (browser, served) => {
      print(`the first search of ${grouped(LARGE)} reports`, await measureMany(browser, served, words))
    })
  },
  corpus: async () => {
    if (values.corpus === undefined) return
    const corpus = await writeCorpusSite(values.corpus, join(work, 'corpus'))
    const archive = await openTestSite(corpus.site, 'en')
    print('reports of the corpus, looked for again', await measureKnownItems(archive, corpus))
    print('typing errors in the corpus', await measureTyping(archive))
  },
}

const only = values.only ?? Object.keys(parts)

/** What the first search costs, once it is measured. */
let first: number | undefined
let one: { folder: string; news: News } | undefined
try {
  const stray = only.find((part) => !Object.keys(parts).includes(part))
  if (stray !== undefined) throw new Error(`--only takes ${Object.keys(parts).join(', ')}, not ${stray}`)
  console.log(`Node ${process.versions.node}, ${type()}, ${String(availableParallelism())} processors`)
  for (const [part, measure] of Object.entries(parts)) if (only.includes(part)) await measure()
} finally {
  rmSync(work, { recursive: true, force: true })
}

/** The made-up news in one index, which is made when it is first asked for. */
async function getOne(): Promise<{ folder: string; news: News }> {
  if (one === undefined) {
    const folder = join(work, 'one')
    const rows = await measureIndexer({ count, reportsPerShard: sizeFor(count, 1), folder })
    print(`making the search of ${grouped(count)} made-up reports`, rows)
    one = { folder: join(folder, 'site'), news: makeTenYears(count).news }
  }
  return one
}

/** Write the search of made-up news, and give the folder of the site. */
async function write(name: string, reports: number, indexes: number): Promise<string> {
  const folder = join(work, name)
  await writeTenYears({ count: reports, reportsPerShard: sizeFor(reports, indexes), folder, isAgain: false })
  return join(folder, 'site')
}

/** Measure in a browser; the pages are those of this archive, with the search of another one. */
async function inBrowser(
  folder: string,
  measure: (browser: Browser, served: Served, pages: string) => Promise<void>,
): Promise<void> {
  const pages = join(work, 'pages')
  if (!existsSync(pages)) buildPages(pages, join(work, 'indexes'))
  const browser = await startBrowser()
  const server = await startCountingServer([folder, pages])
  try {
    await measure(browser, { server, folder }, pages)
  } finally {
    server.close()
    await browser.close()
  }
}
