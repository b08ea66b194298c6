import type { BrowserContext, Page } from '@playwright/test'

/** When a search came how far, in milliseconds since 1970. */
export interface Progress {
  /** The page was asked for, or the form was sent off. */
  begun: number
  /** The first results stood on the page. */
  seen: number
  /** Ten of them did. */
  shown: number
  /** The status said how many there are: every index has answered. */
  answered: number
  /** The choices were counted too, and nothing more was to come. */
  settled: number
}

/** A search page that is watched. */
export interface WatchedPage {
  /** What became of the search that the page was opened with. */
  opened: Progress
  /** Put words in the place of those that stand there, all at once, and send the form off. */
  search: (words: string) => Promise<Progress>
  /** Type words in the place of those that stand there, key by key and Enter at last, from which on time counts. */
  type: (words: string) => Promise<Progress>
  close: () => Promise<void>
}

/** How many results must be shown. */
const RESULTS = 10
const PATIENCE = 60_000
/** Milliseconds between two keys: eight in a second, 100 words in a minute, which is a fast writer. */
const KEY_PAUSE = 120
/** A line of 10 Mbit/s that takes 60 ms until an answer begins; it slows the worker of the page down as well. */
const LINE = { offline: false, latency: 60, downloadThroughput: 1_250_000, uploadThroughput: 1_250_000 }

/** What watches, inside of the page. */
interface Watch {
  begun: number
  progress: Promise<Progress>
  begin: () => void
}

/** Open a search over a slow line; a context that is new knows nothing of the site yet. */
export async function openWatchedPage(context: BrowserContext, address: string, isSlow = true): Promise<WatchedPage> {
  const page = await context.newPage()
  if (isSlow) {
    const tools = await context.newCDPSession(page)
    await tools.send('Network.enable')
    await tools.send('Network.emulateNetworkConditions', LINE)
  }
  await page.addInitScript(watch, RESULTS)
  await page.goto(address, { waitUntil: 'commit' })
  return {
    opened: await progressOf(page, address),
    search: async (words) => {
      await page.evaluate((typed) => {
        const { watch: own } = globalThis as unknown as { watch: Watch }
        const input = document.querySelector<HTMLInputElement>('#q')
        if (input === null) throw new Error('there is no search box')
        input.value = typed
        own.begin()
        input.form?.requestSubmit()
      }, words)
      return progressOf(page, words)
    },
    type: async (words) => {
      const input = page.locator('#q')
      await input.focus()
      await input.selectText()
      await input.evaluate((box) => {
        const { watch: own } = globalThis as unknown as { watch: Watch }
        box.addEventListener('keydown', (event) => {
          if (event instanceof KeyboardEvent && event.key === 'Enter') own.begin()
        })
      })
      await page.keyboard.type(words, { delay: KEY_PAUSE })
      await page.keyboard.press('Enter')
      return progressOf(page, words)
    },
    close: () => page.close(),
  }
}

async function progressOf(page: Page, what: string): Promise<Progress> {
  const progress = page.evaluate(() => (globalThis as unknown as { watch: Watch }).watch.progress)
  const late = new Promise<never>((_, reject) => {
    setTimeout(reject, PATIENCE, new Error(`${what}: no answer in ${String(PATIENCE / 1000)} s`)).unref()
  })
  const done = await Promise.race([progress, late])
  const results = await page.locator('.hit').count()
  const status = await page.locator('#status').textContent()
  if (results !== RESULTS) throw new Error(`${what} shows ${String(results)} results: ${status ?? ''}`)
  return done
}

/** Runs inside of the page, before anything of it: notes when results, the status and the counts change. */
function watch(results: number): void {
  // Not from the origin of the page's own clock, which may drift away from that of the server.
  const now = (): number => Date.now()
  const marks: Partial<Progress> = {}
  let resolve: (progress: Progress) => void = () => undefined
  const own: Watch = {
    begun: now() - performance.now(),
    progress: new Promise((done) => {
      resolve = done
    }),
    begin: () => {
      own.begun = now()
      delete marks.seen
      delete marks.shown
      delete marks.answered
      own.progress = new Promise((done) => {
        resolve = done
      })
    },
  }
  Object.assign(globalThis, { watch: own })

  const see = ({ target, type, addedNodes }: MutationRecord): void => {
    if (!(target instanceof HTMLElement)) return
    const list = Array.from(addedNodes).find((node) => node instanceof HTMLElement && node.matches('.hits'))
    if (target.id === 'results' && list !== undefined) {
      marks.seen ??= now()
      if (list.childNodes.length === results) marks.shown ??= now()
    }
    if (target.id === 'status' && target.textContent !== '') marks.answered ??= now()
    const isBusy = target.hasAttribute('aria-busy')
    if (target.id !== 'results' || type !== 'attributes' || isBusy || marks.answered === undefined) return
    const { answered, shown = answered, seen = shown } = marks
    resolve({ begun: own.begun, seen, shown, answered, settled: now() })
  }
  new MutationObserver((records) => {
    records.forEach(see)
  }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['aria-busy'] })
}
