import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildArchive } from '../build.ts'
import { KINDS, twinsOf } from '../screenshots/kinds.ts'
import { askLighthouse } from './pages/lighthouse.ts'
import { measureLoading } from './pages/measure-loading.ts'
import { startBrowser } from './search/browser.ts'
import { startCountingServer } from './search/counting-server.ts'
import { print } from './search/table.ts'

/**
 * Print what each kind of page costs a reader on a slow phone line, in every language, and what Lighthouse says of some:
 * bytes are exact, times are of this machine and this run.
 *
 *     npm run bench -- --pages
 *     LIGHTHOUSE=/tmp/lighthouse npm run bench -- --pages      where Lighthouse is installed, outside of the repository
 *     LIGHTHOUSE=/tmp/lighthouse node tests/bench/pages.ts --lighthouse      that alone
 */
const isLighthouseOnly = process.argv.includes('--lighthouse')
const PAGES = ['/', '/2024/12/overseas-copyright-risk-training-changsha/', '/2024/', '/organisations/wipo/', '/search/']
const IN_CHINESE = [
  '/zh/',
  '/1886/09/berne-convention-signed-zh/',
  '/zh/2024/',
  '/zh/organisations/wipo/',
  '/zh/search/',
]

// Flags of a browser are parted by spaces: there is none in the name of the folder that one of them names.
const work = mkdtempSync(join(tmpdir(), 'pages-bench-'))
const browser = await startBrowser()
try {
  const folder = join(work, 'site')
  const server = await startCountingServer([folder])
  try {
    // Built for the address where it is served, as Lighthouse expects it.
    buildArchive({
      ARCHIVE_CONTENT: 'content',
      ARCHIVE_OUT: folder,
      ARCHIVE_SITE: server.origin,
      ARCHIVE_TODAY: '2026-11-22',
    })
    const kinds = KINDS.flatMap((kind) => [kind, ...twinsOf(kind)]).filter(
      ({ site, path, status }) => site === 'own' && status === undefined && isWhole(join(folder, path, 'index.html')),
    )
    if (!isLighthouseOnly)
      print('each kind of page: 1.6 Mbit/s, 150 ms', await measureLoading(browser, { server, folder }, kinds))
    // Lighthouse starts a browser of its own.
    await browser.close()
    print(
      'Lighthouse: performance / accessibility / best practices / SEO',
      await askLighthouse(
        [...PAGES, ...IN_CHINESE].map((path) => server.origin + path),
        work,
      ),
    )
  } finally {
    server.close()
  }
} finally {
  await browser.close()
  rmSync(work, { recursive: true, force: true })
}

/** Whether there is such a page, and it does not lead on to another one. */
function isWhole(file: string): boolean {
  return existsSync(file) && !readFileSync(file, 'utf8').includes('http-equiv="refresh"')
}
