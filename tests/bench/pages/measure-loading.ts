import { join } from 'node:path'
import type { Browser } from '@playwright/test'
import { compressed, LIGHT_PAGE_BYTES, PAGE_BYTES } from '../../page-weight.ts'
import type { Kind } from '../../screenshots/kinds.ts'
import type { Served } from '../search/cost.ts'
import { grouped, median, milliseconds, sum, type Row } from '../search/table.ts'

/** Slow 4G: 1.6 Mbit/s down, 150 ms until an answer begins. */
const LINE = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 }
const LARGEST_PAINT = 1000
const RUNS = 3

/** What one look at a page cost. */
interface Look {
  bytes: number
  requests: number
  /** When the largest thing on the first screen was painted, in milliseconds. */
  painted: number
  /** How much moved about, from the first moment to the end of the page (Cumulative Layout Shift). */
  shift: number
}

/** Open each kind of page as who comes for the first time, on a phone, and read it to its end. */
export async function measureLoading(
  browser: Browser,
  { server, folder }: Served,
  kinds: readonly Kind[],
): Promise<Row[]> {
  const rows: Row[] = []
  for (const { name, path } of kinds) {
    const budget = /^(?:home|report)/.test(name) ? LIGHT_PAGE_BYTES : PAGE_BYTES
    const looks: Look[] = []
    for (let left = RUNS; left > 0; left -= 1) looks.push(await lookAt(browser, { server, folder }, path))
    const of = (measure: keyof Look): number => median(looks.map((look) => look[measure]))
    const [bytes, painted, shift] = [of('bytes'), of('painted'), of('shift')]
    rows.push({
      what: `${name} ${path}`,
      goal: `≤ ${grouped(budget)} B, ≤ ${milliseconds(LARGEST_PAINT)}, no shift`,
      measured: `${grouped(bytes)} B in ${String(of('requests'))}, ${milliseconds(painted)}, ${grouped(shift, 3)}`,
      isMet: bytes <= budget && painted <= LARGEST_PAINT && shift === 0,
    })
  }
  return rows
}

async function lookAt(browser: Browser, { server, folder }: Served, path: string): Promise<Look> {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75 })
  const page = await context.newPage()
  const tools = await context.newCDPSession(page)
  await tools.send('Network.enable')
  await tools.send('Network.emulateNetworkConditions', LINE)
  await page.addInitScript(watch)
  server.sent.length = 0
  await page.goto(server.origin + path, { waitUntil: 'networkidle' })
  const first = [...server.sent]
  await page.evaluate(async () => {
    for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight / 2) {
      scrollTo(0, y)
      await new Promise((done) => requestAnimationFrame(done))
    }
  })
  await page.waitForLoadState('networkidle')
  const { painted, shift } = await page.evaluate(() => (globalThis as unknown as { look: Look }).look)
  await context.close()
  const files = first.map(({ path: sent }) => join(folder, sent.endsWith('/') ? `${sent}index.html` : sent))
  return { bytes: sum(files.map(compressed)), requests: first.length, painted, shift }
}

/** Runs inside of the page, before anything of it: notes what the browser says of painting and moving. */
function watch(): void {
  const look = { painted: 0, shift: 0 }
  Object.assign(globalThis, { look })
  new PerformanceObserver((list) => {
    for (const { startTime } of list.getEntries()) look.painted = startTime
  }).observe({ type: 'largest-contentful-paint', buffered: true })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) look.shift += (entry as unknown as { value: number }).value
  }).observe({ type: 'layout-shift', buffered: true })
}
