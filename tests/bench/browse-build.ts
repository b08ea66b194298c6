import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildArchive, ROOT } from '../build.ts'
import { makeNews } from './make-news.ts'
import { grouped, print, seconds, sum } from './search/table.ts'
import { writeNewsArchive } from './write-news-archive.ts'

/**
 * Print what each kind of page costs a build, and what those to browse add to it: of made-up news over 42 years that name nearly
 * 6,000 terms, built from a copy of this repository that times every page (`time-pages.mjs`). Times are of this machine and
 * this run; shares hold on a busy machine too, since all pages are made by turns.
 *
 *     node tests/bench/browse-build.ts                  10,000 reports; some minutes
 *     node tests/bench/browse-build.ts --count 1000
 */
const { values } = parseArgs({ options: { count: { type: 'string', default: '10000' } } })
const MOST = 0.3

/** What is there to go from one report to the next. Feeds of terms are no pages, and there would be reports without them. */
const BROWSE = [
  'periods',
  'days of the year',
  'terms',
  'terms by year',
  'terms together',
  'timelines',
  'lists of terms',
]

/** What `time-pages.mjs` prints. */
interface Timed {
  whole: number
  kinds: [kind: string, { count: number; milliseconds: number }][]
}

const work = mkdtempSync(join(tmpdir(), 'browse bench '))
try {
  const news = makeNews(Number(values.count), { seed: 1, from: 1983, to: 2024, languages: 'en+zh' })
  writeNewsArchive(join(work, 'content'), news)
  const { whole, kinds } = build()
  const browsing = sum(kinds.filter(([kind]) => BROWSE.includes(kind)).map(([, { milliseconds }]) => milliseconds))
  print(`${grouped(news.reports.length)} reports, ${grouped(news.terms.length)} terms`, [
    ...kinds
      .toSorted(([, a], [, b]) => b.milliseconds - a.milliseconds)
      .map(([kind, { count, milliseconds }]) => ({
        what: `${kind}: ${grouped(count)} files`,
        measured: `${seconds(milliseconds)}, ${grouped(milliseconds / count, 2)} ms each`,
      })),
    { what: 'the whole build', measured: seconds(whole) },
    {
      what: `what pages to browse add to it: ${BROWSE.join(', ')}`,
      goal: `≤ ${grouped(MOST * 100)} %`,
      measured: `${seconds(browsing)}, ${grouped((100 * browsing) / (whole - browsing))} %`,
      isMet: browsing <= MOST * (whole - browsing),
    },
  ])
} finally {
  rmSync(work, { recursive: true, force: true })
}

/** Build the made-up archive from a copy of the code, its search index anew. */
function build(): Timed {
  const copy = join(work, 'copy')
  for (const name of ['src', 'public', 'package.json', 'tsconfig.json', 'astro.config.mjs'])
    cpSync(join(ROOT, name), join(copy, name), { recursive: true })
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'))
  cpSync(join(ROOT, 'tests/bench/time-pages.mjs'), join(copy, 'src/commands/log.mjs'))
  const printed = buildArchive(
    {
      ARCHIVE_CONTENT: join(work, 'content'),
      ARCHIVE_OUT: join(work, 'site'),
      ARCHIVE_INDEXES: join(work, 'indexes'),
      ARCHIVE_CARDS: join(work, 'cards'),
      ARCHIVE_SITE: 'https://archive.example/',
      ARCHIVE_TODAY: '2026-11-22',
    },
    copy,
  )
  return JSON.parse(/^timed (.*)$/m.exec(printed)?.[1] ?? '') as Timed
}
