import { toBibTeX } from '#formats/bibtex.ts'
import type { Citable } from '#formats/citation.ts'
import { toCslJson } from '#formats/csl-json.ts'
import { toReportJsonLd } from '#formats/json-ld.ts'
import { toJsonScript } from '#formats/json-script.ts'
import { toRis } from '#formats/ris.ts'
import { divideSitemap, toSitemap } from '#formats/sitemap.ts'
import { fullReport } from '../formats/descriptions.ts'
import { print, grouped } from './search/table.ts'

/** A serialiser to measure: `work` writes the report of a number, and at least `goal` of them should be written in a second. */
interface Measured {
  what: string
  /** Reports a second, on one core. */
  goal: number
  work: (index: number) => string
}

/** How long each one is measured, and how many reports are written between two looks at the clock. */
const DURATION = 1000
const BATCH = 1000

const REPORTS = Array.from({ length: BATCH }, (_, index) => makeCitable(index))

const TRAIL = ['2024', 'December', '20'].map((name) => ({ name, url: `https://archive.example/${name}/` }))

/** What is measured; a line each. */
const SERIALISERS: readonly Measured[] = [
  { what: 'BibTeX + RIS + CSL-JSON', goal: 20_000, work: writeCitationFiles },
  { what: 'JSON-LD', goal: 5_000, work: () => toJsonScript(toReportJsonLd(fullReport, TRAIL)) },
  { what: 'rows of the sitemap', goal: 100_000, work: writeSitemapRow },
]

/**
 * Print how many reports a second our serialisers write, on one core of this machine and in this run.
 *
 *     node tests/bench/serialisers.ts
 */
print(
  'serialisers, reports a second',
  SERIALISERS.map(({ what, goal, work }) => {
    const rate = measureRate(work)
    return { what, goal: `≥ ${grouped(goal)}`, measured: grouped(rate), isMet: rate >= goal }
  }),
)

function measureRate(work: Measured['work']): number {
  // Once for the compiler, then for the clock.
  for (let index = 0; index < BATCH; index += 1) work(index)
  const start = performance.now()
  let count = 0
  let characters = 0
  while (performance.now() - start < DURATION) {
    for (let index = 0; index < BATCH; index += 1) characters += work(index).length
    count += BATCH
  }
  if (characters === 0) throw new Error('nothing was written')
  return (count / (performance.now() - start)) * 1000
}

function writeCitationFiles(index: number): string {
  const citable = REPORTS[index % BATCH] ?? makeCitable(index)
  return toBibTeX(citable) + toRis(citable) + toCslJson(citable)
}

/** A row of the sitemap, divided into parts as for a whole one; a file around each row is more than there is to do. */
function writeSitemapRow(index: number): string {
  const { url: address } = REPORTS[index % BATCH] ?? makeCitable(index)
  const parts = divideSitemap(new Map([['2024-12', [{ address, lastmod: '2024-12-20' }]]]))
  return parts.map(({ rows }) => toSitemap(rows)).join('')
}

function makeCitable(index: number): Citable {
  const number = String(index).padStart(6, '0')
  return {
    id: number,
    kind: index % 4 === 0 ? 'brief' : 'report',
    publisher: 'National Copyright Administration of China',
    title:
      index % 3 === 0
        ? `第${number}届版权产业海外风险防控培训班在长沙举行：“版权风险”管理`
        : `Training no. ${number} on Overseas Risk Prevention & Control of Copyright Industry held in Changsha`,
    date: '2024-12-20',
    recorded: '2026-11-22',
    event: '2024-12-11/2024-12-13',
    version: 1 + (index % 2),
    language: index % 3 === 0 ? 'zh-Hans' : 'en',
    archive: 'Copyright News Archive',
    url: `https://archive.example/2024/12/training-${number}/`,
  }
}
