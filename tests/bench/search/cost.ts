import type { Browser, BrowserContext } from '@playwright/test'
import type { Sent, CountingServer } from './counting-server.ts'
import { kilobytes, median, milliseconds, sum, type Row } from './table.ts'
import { openWatchedPage, type Progress, type WatchedPage } from './watched-page.ts'

/** What a search cost. */
export interface Cost {
  bytes: number
  requests: number
  milliseconds: number
}

/** What opening a search in the address bar cost, from its beginning on. */
export interface Opening {
  /** Until the first results are shown, what the search itself asked for. */
  seenSearch: Cost
  /** Until ten of them are shown: everything, and what of it the search itself asked for. */
  shown: Cost
  shownSearch: Cost
  /** Until all indexes have answered, what the search itself asked for. */
  answeredSearch: Cost
  /** Until the choices are counted too: everything. */
  settled: Cost
}

/** What the page is made of; its worker is a part of the search. */
const OF_PAGE = /^\/(?:search\/|archive\.css|search\.css|theme\.js|icon\.svg|scripts\/(?:search|shortcut)\.js)$/

/** A site that is served, and the folder that its search is in. */
export interface Served {
  server: CountingServer
  folder: string
}

/** A browser that knows nothing of the site yet, and believes the certificate that was made for it. */
export function newReader(browser: Browser): Promise<BrowserContext> {
  return browser.newContext({ ignoreHTTPSErrors: true })
}

/** Open a search as a reader who comes for the first time, several times over: the median of each cost. */
export async function openSearch(browser: Browser, served: Served, address: string, runs: number): Promise<Opening> {
  const openings: Opening[] = []
  for (let left = runs; left > 0; left -= 1) {
    const context = await newReader(browser)
    openings.push(await openSearchIn(context, served, address))
    await context.close()
  }
  const medianOf = (part: keyof Opening): Cost => medianCost(openings.map((opening) => opening[part]))
  return {
    seenSearch: medianOf('seenSearch'),
    shown: medianOf('shown'),
    shownSearch: medianOf('shownSearch'),
    answeredSearch: medianOf('answeredSearch'),
    settled: medianOf('settled'),
  }
}

/** Open a search once, with what the context knows of the site already. */
export async function openSearchIn(context: BrowserContext, { server }: Served, address: string): Promise<Opening> {
  server.sent.length = 0
  const page = await openWatchedPage(context, server.origin + address)
  const { begun, seen, shown, answered, settled } = page.opened
  const sent = takeSent(server)
  await page.close()
  const search = sent.filter(({ path }) => !OF_PAGE.test(path))
  const from = search[0]?.at ?? begun
  return {
    seenSearch: costOf(untilRecords(search, seen), from, seen),
    shown: costOf(untilRecords(sent, shown), begun, shown),
    shownSearch: costOf(untilRecords(search, shown), from, shown),
    answeredSearch: costOf(search, from, answered),
    settled: costOf(sent, begun, settled),
  }
}

/** Type words on a page that is open: what was fetched since the first key, and how long it took from Enter on. */
export async function typeWords(page: WatchedPage, server: CountingServer, words: string): Promise<Cost> {
  server.sent.length = 0
  const { begun, shown } = await page.type(words)
  const sent = takeSent(server).filter(({ path }) => !OF_PAGE.test(path))
  return costOf(untilRecords(sent, shown), begun, shown)
}

/** Search for words on a page that is open. */
export async function searchAgain(
  page: WatchedPage,
  server: CountingServer,
  words: string,
): Promise<{ seen: Cost; shown: Cost; answered: Cost }> {
  server.sent.length = 0
  const { begun, seen, shown, answered }: Progress = await page.search(words)
  const sent = takeSent(server).filter(({ path }) => !OF_PAGE.test(path))
  return {
    seen: costOf(untilRecords(sent, seen), begun, seen),
    shown: costOf(untilRecords(sent, shown), begun, shown),
    answered: costOf(sent, begun, answered),
  }
}

/**
 * What was asked for up to the last record that was there in time: the other indexes are asked as soon as the newest has filled
 * a page, before that is on the page.
 */
function untilRecords(sent: readonly Sent[], end: number): readonly Sent[] {
  const last = sent.findLastIndex(({ path, at }) => at < end && path.includes('/records/'))
  return last === -1 ? sent : sent.slice(0, last + 1)
}

/** The median of each part of several costs. */
export function medianCost(costs: readonly Cost[]): Cost {
  const medianOf = (part: keyof Cost): number => median(costs.map((cost) => cost[part]))
  return { bytes: medianOf('bytes'), requests: medianOf('requests'), milliseconds: medianOf('milliseconds') }
}

/** A line of the table; `limits` are the goal. */
export function toRow(what: string, cost: Cost, limits: Partial<Cost> = {}): Row {
  const write = ({ bytes, requests, milliseconds: time }: Partial<Cost>): string =>
    [
      bytes === undefined ? '' : kilobytes(bytes),
      requests === undefined ? '' : `${String(requests)} requests`,
      time === undefined ? '' : milliseconds(time),
    ]
      .filter((part) => part !== '')
      .join(', ')
  const goal = write(limits)
  const { bytes = Infinity, requests = Infinity, milliseconds: time = Infinity } = limits
  return {
    what,
    goal: goal === '' ? '' : `≤ ${goal}`,
    measured: write(cost),
    isMet: cost.bytes <= bytes && cost.requests <= requests && cost.milliseconds <= time,
  }
}

function costOf(sent: readonly Sent[], begun: number, end: number): Cost {
  const before = sent.filter(({ at }) => at < end)
  return { bytes: sum(before.map(({ bytes }) => bytes)), requests: before.length, milliseconds: end - begun }
}

/** What was asked for since the last time. @throws Error when a file was not there: what is missing costs nothing */
function takeSent(server: CountingServer): Sent[] {
  const sent = server.sent.splice(0)
  const missing = sent.find(({ found }) => !found)
  if (missing !== undefined) throw new Error(`there is no ${missing.path}`)
  return sent
}
