import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { findChromium } from '../../browser/find-chromium.ts'
import { BROWSER_FLAGS } from '../search/browser.ts'
import type { Row } from '../search/table.ts'

/** How often it is asked where something is amiss: its times depend on what else the machine does. */
const RUNS = 3

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const

const HOW_TO_INSTALL = `Lighthouse is not installed. It is large, and no part of this repository: install it in a folder of its own, and name that.

  npm install --prefix /tmp/lighthouse lighthouse@13.5.0
  LIGHTHOUSE=/tmp/lighthouse npm run bench -- --pages`

/** What is read of Lighthouse's answer. */
interface Result {
  categories: Record<string, { score: number | null; auditRefs: { id: string; weight: number }[] }>
  audits: Record<string, { score: number | null; title: string }>
}

/**
 * Ask Lighthouse what it says of pages, as it looks at them on a phone.
 *
 * @param work a folder for what the browser writes
 * @returns a row for each page; without Lighthouse one that says how to install it
 */
export async function askLighthouse(addresses: readonly string[], work: string): Promise<Row[]> {
  const folder = process.env['LIGHTHOUSE'] ?? ''
  const command = join(folder, 'node_modules/lighthouse/cli/index.js')
  if (folder === '' || !existsSync(command)) return [{ what: HOW_TO_INSTALL, measured: '' }]
  const rows: Row[] = []
  for (const address of addresses) {
    const results = [await ask(command, address, work)]
    while (results.length < RUNS && !scoresOf(results[0]).every((score) => score === 100))
      results.push(await ask(command, address, work))
    // The one in the middle, by performance, which alone differs from time to time.
    const result = results.toSorted((a, b) => (scoresOf(a)[0] ?? 0) - (scoresOf(b)[0] ?? 0))[results.length >> 1]
    const { categories, audits } = result ?? { categories: {}, audits: {} }
    const scores = scoresOf(result)
    rows.push({
      what: address,
      goal: CATEGORIES.map(() => '100').join(' / '),
      measured: scores.join(' / '),
      isMet: scores.every((score) => score === 100),
      cases: CATEGORIES.flatMap((name) => categories[name]?.auditRefs ?? [])
        .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
        .map(({ id }) => `${id}: ${audits[id]?.title ?? ''} (${String(audits[id]?.score)})`),
    })
  }
  return rows
}

/** The scores of the categories, from 0 to 100. */
function scoresOf(result: Result | undefined): number[] {
  return CATEGORIES.map((name) => Math.round((result?.categories[name]?.score ?? 0) * 100))
}

async function ask(command: string, address: string, work: string): Promise<Result> {
  const profile = mkdtempSync(join(work, 'profile-'))
  const file = join(profile, 'result.json')
  const flags = ['--headless', `--user-data-dir=${profile}`, ...BROWSER_FLAGS]
  await promisify(execFile)(
    process.execPath,
    [
      command,
      address,
      '--quiet',
      '--output=json',
      `--output-path=${file}`,
      `--only-categories=${CATEGORIES.join(',')}`,
      `--chrome-flags=${flags.join(' ')}`,
    ],
    { env: { ...process.env, CHROME_PATH: await findChromium() } },
  )
  return JSON.parse(readFileSync(file, 'utf8')) as Result
}
