import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import { ROOT } from '../build.ts'
import { TODAY } from './builds/generator.ts'
import { grouped, print, sum } from './search/table.ts'

/** What a reader of the first report loads, and the goal for it in bytes. */
const PARTS = ['2024/12/overseas-copyright-risk-training-changsha/index.html', 'archive.css', 'icon.svg']
const GOAL = 14_000

/**
 * Print the bytes of the first report of this archive, compressed as a server would: they are exact.
 *
 *     node tests/bench/first-report.ts
 */
const work = mkdtempSync(join(tmpdir(), 'first report '))
try {
  const out = join(work, 'site')
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/commands/build.ts'], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, ARCHIVE_CONTENT: 'content', ARCHIVE_OUT: out, ARCHIVE_TODAY: TODAY },
  })
  if (status !== 0) throw new Error(`the archive was not built:\n${stdout}${stderr}`)
  const parts = PARTS.map((file) => compressed(join(out, file)))
  const all = sum(parts)
  print('the first report, compressed with brotli 11', [
    ...PARTS.map((what, index) => ({ what, measured: `${grouped(parts[index] ?? 0)} B` })),
    {
      what: 'all that is needed to read it',
      goal: `≤ ${grouped(GOAL)} B in ${String(PARTS.length)} requests`,
      measured: `${grouped(all)} B in ${String(PARTS.length)} requests`,
      isMet: all <= GOAL,
    },
    { what: 'scripts of the search page', measured: `${grouped(compressed(join(out, 'scripts/search.js')))} B` },
  ])
} finally {
  rmSync(work, { recursive: true, force: true })
}

function compressed(file: string): number {
  return brotliCompressSync(readFileSync(file), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length
}
