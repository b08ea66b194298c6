import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ROOT } from '../build.ts'
import { readTimes, SHELL } from './builds/measure-command.ts'
import { makeNews } from './make-news.ts'
import { grouped, print, seconds, sum } from './search/table.ts'
import { writeNewsArchive } from './write-news-archive.ts'

/**
 * Print what the pages of each route cost a build from nothing, and what those to browse add to it: of made-up news over 42 years
 * that name nearly 6,000 terms. Times are those that processors worked, of this machine and this run: processes that work side by side
 * wait for one another and for the disk, and keep all processors busy.
 *
 *     node tests/bench/browse-build.ts                  10,000 reports; some minutes
 *     node tests/bench/browse-build.ts --count 1000
 */
const { values } = parseArgs({ options: { count: { type: 'string', default: '10000' } } })
const MOST = 0.3
/** What a shell says last of the processes that it has waited for. */
const TIMES = 'times:'
const TIMED = `"$@"; code=$?; echo ${TIMES} >&2; times >&2; exit $code`

/** Routes that are there to go from one report to the next: periods, days of the year, terms and all that is below them. */
const BROWSE = /^\/\[\.\.\.language\]\/(?:\[year\]|\[vocabulary\]|on-this-day)/

/** A line of `npm run build -- --profile`. */
const COST = /^\[pages\] (\S+): ([\d,]+) pages, ([\d.]+) s of one processor/gm

const work = mkdtempSync(join(tmpdir(), 'browse bench '))
try {
  const news = makeNews(Number(values.count), { seed: 1, from: 1983, to: 2024, languages: 'en+zh' })
  writeNewsArchive(join(work, 'content'), news)
  const { whole, routes } = build()
  const rows = routes.map(({ route, pages, milliseconds }) => ({
    what: `${route}: ${grouped(pages)} pages`,
    measured: `${seconds(milliseconds)}, ${grouped(milliseconds / pages, 2)} ms each`,
  }))
  const browsing = sum(routes.filter(({ route }) => BROWSE.test(route)).map(({ milliseconds }) => milliseconds))
  print(`${grouped(news.reports.length)} reports, ${grouped(news.terms.length)} terms`, [
    ...rows,
    { what: 'the whole build', measured: seconds(whole) },
    {
      what: 'what pages to browse add to it',
      goal: `≤ ${grouped(MOST * 100)} %`,
      measured: `${seconds(browsing)}, ${grouped((100 * browsing) / (whole - browsing))} %`,
      isMet: browsing <= MOST * (whole - browsing),
    },
  ])
} finally {
  rmSync(work, { recursive: true, force: true })
}

/** Build the made-up archive, with nothing to go by. */
function build(): { whole: number; routes: { route: string; pages: number; milliseconds: number }[] } {
  const command = [process.execPath, join(ROOT, 'src/commands/build.ts'), '--profile']
  const { status, stdout, stderr } = spawnSync(SHELL, ['-c', TIMED, 'sh', ...command], {
    cwd: ROOT,
    encoding: 'utf8',
    env: {
      ...process.env,
      ARCHIVE_CONTENT: join(work, 'content'),
      ARCHIVE_OUT: join(work, 'site'),
      ARCHIVE_CACHE: join(work, 'cache'),
      ARCHIVE_SITE: 'https://archive.example/',
      ARCHIVE_TODAY: '2026-11-22',
    },
  })
  const whole = readTimes(stderr.slice(stderr.lastIndexOf(TIMES)))
  if (status !== 0 || whole === undefined) throw new Error(stderr)
  const routes = Array.from(stdout.matchAll(COST), ([, route = '', pages = '', time = '']) => ({
    route,
    pages: Number(pages.replaceAll(',', '')),
    milliseconds: Number(time) * 1000,
  }))
  return { whole: whole * 1000, routes }
}
