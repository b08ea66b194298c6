import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium, type Browser } from '@playwright/test'
import { createArchiveServer } from '#commands/archive-server.ts'
import { buildArchive, SMALL_ARCHIVE } from '../build.ts'
import { findChromium } from '../browser/find-chromium.ts'
import { OWN_SITE, SMALL_SITE, type Site } from '../browser/sites.ts'
import { type Taken, toContactSheet } from './contact-sheet.ts'
import { type Kind, KINDS, twinsOf, type View, VIEWS } from './kinds.ts'

const USAGE = `Take pictures of every kind of page, in both themes, three widths and on paper, for a person to look through.

  npm run screenshots                                builds the archives, writes screenshots/index.html
  npm run screenshots -- --site dist                 of this folder alone, as it was built
  npm run screenshots -- --site dist --base /news/   of a folder that was built for a path
  npm run screenshots -- --only report               of the kinds whose name has this word
  npm run screenshots -- --out /tmp/pictures         into another folder
`

/** No page needs more to be judged; a vocabulary of 6,000 terms would fill a disk. */
const MOST_PIXELS = 4000

/** What makes a page lead on by itself. */
const REFRESH = 'http-equiv="refresh"'

/** What the search page says when it has an answer, in every language of the interface. */
const ANSWER = /\d|No reports?|没有|無/

const { values } = parseArgs({
  options: {
    site: { type: 'string' },
    base: { type: 'string', default: '/' },
    out: { type: 'string', default: 'screenshots' },
    only: { type: 'string', default: '' },
    help: { type: 'boolean', default: false },
  },
})
if (values.help) process.stdout.write(USAGE)
else await takeAll(resolve(values.out))

async function takeAll(out: string): Promise<void> {
  const sites = prepareSites()
  const servers: Server[] = []
  const executablePath = await findChromium()
  const browser = await chromium.launch({ executablePath, args: ['--disable-gpu', '--no-sandbox'] })
  try {
    const roots = new Map<Kind['site'], Root>()
    for (const [name, { folder, base }] of Object.entries(sites) as [Kind['site'], Site][]) {
      const server = createArchiveServer(folder, base)
      servers.push(server)
      await new Promise<void>((ready) => server.listen(0, ready))
      const port = String((server.address() as AddressInfo).port)
      roots.set(name, { folder, url: `http://localhost:${port}${base.slice(0, -1)}` })
    }
    rmSync(out, { recursive: true, force: true })
    mkdirSync(out, { recursive: true })
    const { taken, notes } = await takeKinds(browser, roots, out)
    writeFileSync(join(out, 'index.html'), toContactSheet(taken, notes))
    const count = taken.reduce((sum, { pictures }) => sum + pictures.length, 0)
    for (const note of notes) console.log(`left out: ${note}`)
    console.log(`${String(count)} pictures of ${String(taken.length)} pages: ${join(out, 'index.html')}`)
  } finally {
    await browser.close()
    for (const server of servers) {
      server.close()
      server.closeAllConnections()
    }
  }
}

/** Where a site is served, and from which folder. */
interface Root {
  folder: string
  url: string
}

function prepareSites(): Partial<Record<Kind['site'], Site>> {
  if (values.site !== undefined) return { own: { folder: resolve(values.site), base: values.base } }
  for (const { folder, base, content } of [OWN_SITE, SMALL_SITE])
    buildArchive({
      ARCHIVE_CONTENT: content ?? SMALL_ARCHIVE,
      ARCHIVE_OUT: folder,
      ARCHIVE_SITE: `https://archive.example${base}`,
      ARCHIVE_TODAY: '2026-11-22',
    })
  return { own: OWN_SITE, small: SMALL_SITE }
}

async function takeKinds(
  browser: Browser,
  roots: ReadonlyMap<Kind['site'], Root>,
  out: string,
): Promise<{ taken: Taken[]; notes: string[] }> {
  const taken: Taken[] = []
  const notes: string[] = []
  const kinds = KINDS.flatMap((kind) => [kind, ...twinsOf(kind)]).filter(({ name }) => name.includes(values.only))
  for (const kind of kinds) {
    const { name, path } = kind
    const root = roots.get(kind.site)
    const fault = root === undefined ? 'is a page of the fixture archive' : await findFault(root, kind)
    if (root === undefined || fault !== undefined) {
      notes.push(`${name} (${path}) ${String(fault)}`)
      continue
    }
    const pictures = VIEWS.map((view) => ({ view: view.name, file: `${name}-${view.name}.png` }))
    // Two at a time: one is drawn while the other loads.
    for (let at = 0; at < VIEWS.length; at += 2)
      await Promise.all(
        VIEWS.slice(at, at + 2).map((view) => take(browser, root, kind, view, join(out, `${name}-${view.name}.png`))),
      )
    taken.push({ name, address: path, pictures })
    console.log(name)
  }
  return { taken, notes }
}

/** Why there is nothing to take. */
async function findFault({ url }: Root, { path, status = 200 }: Kind): Promise<string | undefined> {
  const response = await fetch(url + path, { method: 'HEAD' })
  return response.status === status ? undefined : `answers ${String(response.status)}`
}

async function take(
  browser: Browser,
  { folder, url }: Root,
  { path }: Kind,
  view: View,
  picture: string,
): Promise<void> {
  const { width, media, theme } = view
  const page = await browser.newPage({
    viewport: { width, height: 800 },
    colorScheme: theme,
    reducedMotion: 'reduce',
  })
  await page.emulateMedia({ media })
  // A page that leads on does so at once, by the server or by itself: shown as it stands on the disk.
  const file = join(folder, path, 'index.html')
  const html = existsSync(file) ? readFileSync(file, 'utf8') : ''
  if (html.includes(REFRESH)) {
    const body = html.replace(REFRESH, '')
    await page.route(url + path, (route) => route.fulfill({ body, contentType: 'text/html; charset=utf-8' }))
  }
  await page.goto(url + path)
  // An answer has the number of the reports, or says in words that there are none.
  if (path.includes('?q=')) await page.locator('#status').filter({ hasText: ANSWER }).waitFor()
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  await page.screenshot({
    path: picture,
    fullPage: true,
    clip: { x: 0, y: 0, width, height: Math.min(height, MOST_PIXELS) },
  })
  await page.close()
}
