import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ROOT } from '../build.ts'
import { compressed, filesOf, LIGHT_PAGE_BYTES } from '../page-weight.ts'
import { makeWireArchive } from './make-wire-archive.ts'

/**
 * Print the figures of the archive: bytes are exact, times and memory are of this machine and this run.
 *
 *     npm run bench                 with 2,000 made-up wire stories
 *     npm run bench -- --count 20000
 *     npm run bench -- --pages      only what pages cost on a slow line, and what Lighthouse says of them
 */
const { values } = parseArgs({
  options: { count: { type: 'string', default: '2000' }, pages: { type: 'boolean', default: false } },
})
const REPORT = '2024/12/overseas-copyright-risk-training-changsha/index.html'

if (values.pages) {
  await import('./pages.ts')
} else {
  await import('./serialisers.ts')
  await import('./ledger.ts')
  measureBuilds()
}

/** Build this archive and a made-up one; print what that takes, and what a reader loads of the first report. */
function measureBuilds(): void {
  const work = mkdtempSync(join(tmpdir(), 'archive bench '))
  try {
    const own = join(work, 'own')
    const built = run('build', { ARCHIVE_CONTENT: 'content', ARCHIVE_OUT: own })
    const parts = filesOf(REPORT, own, '/').map((file) => [file, compressed(join(own, file))] as const)
    print('the first report, compressed with brotli 11', [
      ...parts.map(([file, bytes]) => [file, `${bytes.toLocaleString('en')} B`] as const),
      [
        'all that it loads first',
        `${sum(parts.map(([, bytes]) => bytes)).toLocaleString('en')} B in ${String(parts.length)} requests (goal ${LIGHT_PAGE_BYTES.toLocaleString('en')} B)`,
      ],
      ['scripts of the search page', `${compressed(join(own, 'scripts/search.js')).toLocaleString('en')} B`],
    ])
    print('this archive', [['check, build, index, reconcile', built]])

    const wire = join(work, 'wire')
    makeWireArchive(wire, Number(values.count))
    const variables = { ARCHIVE_CONTENT: wire, ARCHIVE_OUT: join(work, 'wire-site') }
    print(`${Number(values.count).toLocaleString('en')} wire stories`, [
      ['npm run check', run('check', variables)],
      ['npm run build', run('build', variables)],
      ['files', String(readdirSync(join(work, 'wire-site'), { recursive: true }).length)],
    ])
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

/** Run a command of ours and give its wall time and the most memory its process held. */
function run(command: string, variables: Readonly<Record<string, string>>): string {
  const script = join(ROOT, `src/commands/${command}.ts`)
  const measured = `process.on('exit', () => process.stderr.write('\\npeak ' + process.resourceUsage().maxRSS))`
  const preload = `data:text/javascript,${encodeURIComponent(measured)}`
  const before = performance.now()
  const { status, stderr, stdout } = spawnSync(process.execPath, ['--import', preload, script], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, ARCHIVE_TODAY: '2026-11-22', ...variables },
  })
  if (status !== 0) throw new Error(`${command} failed:\n${stdout}${stderr}`)
  const seconds = ((performance.now() - before) / 1000).toFixed(1)
  const peak = (Number(/peak (\d+)/.exec(stderr)?.[1]) / 1024).toFixed(0)
  return `${seconds} s, ${peak} MiB in Node`
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

function print(title: string, rows: readonly (readonly [string, string])[]): void {
  console.log(`\n${title}`)
  for (const [name, value] of rows) console.log(`  ${name.padEnd(64)} ${value}`)
}
