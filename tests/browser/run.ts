import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { buildArchive, ROOT, SMALL_ARCHIVE } from '../build.ts'
import { findChromium } from './find-chromium.ts'
import { OWN_SITE, SMALL_SITE } from './sites.ts'

/** Find a browser, build the archives that the tests look at, and run the tests; arguments go on to Playwright. */
const browser = await findChromium()
console.log(`Browser: ${browser}`)
for (const { folder, base, content } of [OWN_SITE, SMALL_SITE]) {
  process.stdout.write(
    buildArchive({
      ARCHIVE_CONTENT: content ?? SMALL_ARCHIVE,
      ARCHIVE_OUT: folder,
      ARCHIVE_SITE: `https://archive.example${base}`,
      ARCHIVE_TODAY: '2026-11-22',
    }),
  )
}
const playwright = fileURLToPath(new URL('cli.js', import.meta.resolve('@playwright/test')))
const { status } = spawnSync(process.execPath, [playwright, 'test', ...process.argv.slice(2)], {
  cwd: ROOT,
  stdio: 'inherit',
  env: { ...process.env, CHROMIUM_PATH: browser },
})
process.exitCode = status ?? 1
