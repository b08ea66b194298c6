import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliDecompressSync } from 'node:zlib'
import { chromium } from '@playwright/test'

/** Where systems put a Chromium or a Chrome. */
const SYSTEM_PATHS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
]

/**
 * Find a Chromium for the browser tests: the one that `CHROMIUM_PATH` names, Playwright's own if it is really there, one of
 * the system, and last the one that comes with an npm package, for machines that have none.
 *
 * @returns its path
 * @throws Error that names the ways when there is none that starts
 */
export async function findChromium(): Promise<string> {
  const named = process.env['CHROMIUM_PATH']
  if (named !== undefined) {
    if (starts(named)) return named
    throw new Error(`CHROMIUM_PATH is ${named}, which does not start`)
  }
  const installed = [chromium.executablePath(), ...SYSTEM_PATHS].find((path) => existsSync(path) && starts(path))
  if (installed !== undefined) return installed
  if (process.platform === 'linux' && process.arch === 'x64') {
    const packaged = await unpackChromium()
    if (starts(packaged)) return packaged
  }
  throw new Error(
    'The browser tests need a Chromium. Install one (Debian: apt-get install chromium; elsewhere: npx playwright install ' +
      'chromium), or name one: CHROMIUM_PATH=/path/to/chromium npm test',
  )
}

/**
 * Unpack the browser of the package `@sparticuz/chromium`, and the libraries that come with it for a system that lacks them:
 * whoever starts the browser finds them by `LD_LIBRARY_PATH`.
 */
async function unpackChromium(): Promise<string> {
  const { default: packaged } = await import('@sparticuz/chromium')
  const path = await packaged.executablePath()
  if (starts(path)) return path

  const libraries = mkdtempSync(join(tmpdir(), 'chromium-libraries-'))
  const archive = fileURLToPath(new URL('../../bin/al2023.tar.br', import.meta.resolve('@sparticuz/chromium')))
  execFileSync('tar', ['-x', '-C', libraries], { input: brotliDecompressSync(readFileSync(archive)) })
  process.env['LD_LIBRARY_PATH'] = join(libraries, 'lib')
  return path
}

function starts(path: string): boolean {
  try {
    execFileSync(path, ['--version'], { stdio: 'ignore', timeout: 30_000 })
    return true
  } catch {
    return false
  }
}
