import type { Browser } from '@playwright/test'
import {
  medianCost,
  newReader,
  openSearch,
  openSearchIn,
  searchAgain,
  toRow,
  typeWords,
  type Cost,
  type Served,
} from './cost.ts'
import type { PickedWords } from './pick-words.ts'
import { grouped, type Row } from './table.ts'
import { openWatchedPage } from './watched-page.ts'

const FIRST = { bytes: 230_000, requests: 17, milliseconds: 1000 }
const FIRST_IN_RANGE = { bytes: 255_000, requests: 18, milliseconds: 1000 }
const ALL = { bytes: 1_360_000, requests: 45, milliseconds: 2500 }
const ALL_OF_TWO = { bytes: 1_700_000 }
const WARM = { bytes: 45_000, milliseconds: 150 }
/** What comes back every day: the table of contents and the like, and one word. */
const RETURNING = { bytes: 150_000 + WARM.bytes }
const REPEATED = { milliseconds: 50 }
const WORST = { bytes: 60_000, milliseconds: 500 }
/** The first page by date costs at most this share of all that one word costs. */
const PART_OF_ALL = 1 / 5

const RUNS = 5
const RUNS_LARGE = 3

/** Eight months, both ends inside of the archive. */
const RANGE = 'from=2020-03-10&to=2020-11-09'

/** Open searches of one index as who comes for the first time; `typical` is the cost that others are compared with. */
export async function measureFirst(
  browser: Browser,
  served: Served,
  words: PickedWords,
): Promise<{ rows: Row[]; typical: Cost }> {
  const rows: Row[] = []
  const costs: Cost[] = []
  for (const [name, search, limits] of [
    ['a rare word', words.rare, FIRST],
    ['a common word', words.common, FIRST],
    ['two words', words.two, FIRST],
    ['a phrase', words.phrase, FIRST],
    ['a common word in 8 months', words.common, FIRST_IN_RANGE],
    ['no words, the newest first', '', FIRST],
  ] as const) {
    const range = limits === FIRST_IN_RANGE ? `&${RANGE}` : ''
    const address = search === '' ? '/search/?sort=newest' : `/search/?q=${encodeURIComponent(search)}${range}`
    const { seenSearch, shown, shownSearch, answeredSearch, settled } = await openSearch(browser, served, address, RUNS)
    costs.push(answeredSearch)
    rows.push(
      toRow(`${name} (${search === '' ? '–' : search}): until the first are shown`, seenSearch),
      toRow('  until ten are shown', shownSearch, limits),
      toRow('  until all indexes have answered', answeredSearch),
      toRow('  until ten are shown, with the page and its scripts', shown),
      toRow('  until the choices beside it are counted too', settled),
    )
  }
  return { rows, typical: costs[0] ?? { bytes: 0, requests: 0, milliseconds: 0 } }
}

/** A line that is measured over, as the table names it. */
interface Line {
  name: string
  isSlow: boolean
}

/** What is measured over HTTP/1.1, and over HTTP/2, by which a browser fetches more than six files at once. */
export const LINES: readonly Line[] = [
  { name: '', isSlow: true },
  { name: ', without a line', isSlow: false },
]
export const LINES_HTTP2: readonly Line[] = [{ name: ', over HTTP/2', isSlow: true }]

/** Search on a page that is open already, over some lines. */
export async function measureWarm(
  browser: Browser,
  { server }: Served,
  words: PickedWords,
  lines: readonly Line[],
): Promise<Row[]> {
  const address = `${server.origin}/search/?q=${encodeURIComponent(words.rare)}`
  const measure = async (isSlow: boolean): Promise<Cost[]> => {
    const [context, other] = [await newReader(browser), await newReader(browser)]
    const page = await openWatchedPage(context, address, isSlow)
    const further = await searchAgain(page, server, words.common)
    await searchAgain(page, server, words.rare)
    const repeated = await searchAgain(page, server, words.common)
    const worst = await searchAgain(page, server, 'the')
    await context.close()
    const typed = await typeWords(await openWatchedPage(other, address, isSlow), server, words.common)
    await other.close()
    return [typed, further.seen, further.shown, further.answered, repeated.shown, worst.shown, worst.answered]
  }
  const rows: Row[] = []
  for (const { name, isSlow } of lines) {
    const runs: Cost[][] = []
    for (let left = RUNS; left > 0; left -= 1) runs.push(await measure(isSlow))
    const steps: [what: string, limits: Partial<Cost>][] = [
      [`a further word, typed${name}: from Enter until ten are shown`, WARM],
      [`a further word, put there at once${name}: until the first are shown`, {}],
      [`a further word, put there at once${name}: until ten are shown`, WARM],
      [`a further word, put there at once${name}: until all indexes have answered`, {}],
      [`the same word again${name}`, REPEATED],
      [`“the” alone${name}: until ten are shown`, WORST],
      [`“the” alone${name}: until all indexes have answered`, {}],
    ]
    steps.forEach(([what, limits], step) => {
      const cost = medianCost(runs.flatMap((run) => run[step] ?? []))
      rows.push(toRow(what, cost, isSlow ? limits : {}))
    })
  }
  return rows
}

/** Search for the same word before and after an update, which `update` puts in the place of what was there. */
export async function measureReturning(
  browser: Browser,
  served: Served,
  update: () => Served,
  { rare }: PickedWords,
): Promise<Row[]> {
  const context = await newReader(browser)
  await openSearchIn(context, served, `/search/?q=${rare}`)
  const same = await openSearchIn(context, served, `/search/?q=${rare}`)
  const next = await openSearchIn(context, update(), `/search/?q=${rare}`)
  await context.close()
  return [
    toRow('a reader who comes back for the same word', same.shownSearch),
    toRow('  when there is one report more', next.shownSearch, RETURNING),
  ]
}

/** Open searches of many indexes: until the newest has answered, and until all have. */
export async function measureMany(browser: Browser, served: Served, words: PickedWords): Promise<Row[]> {
  const open = (query: string) => openSearch(browser, served, `/search/?${query}`, RUNS_LARGE)
  const one = await open(`q=${words.common}`)
  const two = await open(`q=${encodeURIComponent(words.two)}`)
  const newest = await open('sort=newest')
  const part = newest.shownSearch.bytes / one.answeredSearch.bytes
  return [
    toRow(`one word (${words.common}), until the first are shown`, one.seenSearch),
    toRow('  until ten are shown', one.shownSearch, FIRST),
    toRow('  until ten are shown, with the page and its scripts', one.shown),
    toRow('  from all indexes (better ≤ 1,200 kB)', one.answeredSearch, ALL),
    toRow(`two words (${words.two}), until the first are shown`, two.seenSearch),
    toRow('  until ten are shown', two.shownSearch, FIRST),
    toRow('  from all indexes', two.answeredSearch, ALL_OF_TWO),
    toRow('no words, the newest first, until ten are shown', newest.shownSearch, FIRST),
    toRow('  from all indexes', newest.answeredSearch),
    {
      what: 'the first page by date, as a part of what one word costs in all',
      goal: `≤ ${grouped(PART_OF_ALL, 3)}`,
      measured: grouped(part, 3),
      isMet: part <= PART_OF_ALL,
    },
  ]
}
