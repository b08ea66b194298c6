import { buildAnniversaries } from '#archive/anniversaries.ts'
import { buildCatalogue, type Catalogue, type Report } from '#archive/catalogue.ts'
import { makeChart } from '#archive/chart.ts'
import { describeCoverage } from '#archive/coverage.ts'
import { findTermPairs, findTermYears } from '#archive/intersections.ts'
import { groupByLetter } from '#archive/letters.ts'
import { findRelated } from '#archive/related.ts'
import type { Term } from '#archive/term.ts'
import { buildTimeline } from '#archive/timeline.ts'
import { findAllTogether, findTogether } from '#archive/together.ts'
import { VOCABULARIES } from '#archive/vocabulary.ts'
import { makeIdentifier, makeReport, makeTerm } from '../archive/make-report.ts'
import { below, between, makeRandom, type Random } from './chance.ts'
import { makeTerms } from './made-up-terms.ts'
import { grouped, milliseconds, print, seconds, type Row } from './search/table.ts'

/** Reports of a large archive, and of the largest one that is promised. */
const LARGE = 10_000
const LARGEST = 100_000
const SERIES = 300
const FIRST_YEAR = 1983
const YEARS = 42

/**
 * Print how long it takes to find out what pages to browse show: of made-up reports, on one core of this machine and in this
 * run, the compiler's time included.
 *
 *     node tests/bench/browse.ts
 */
const terms = makeAllTerms()
const large = makeCatalogue(LARGE)
const records = VOCABULARIES.flatMap((vocabulary) => [...large.terms[vocabulary].values()])
print(`${grouped(LARGE)} reports, ${grouped(terms.length)} terms`, [
  measure('days of the year', 1000, () => `${grouped(buildAnniversaries(large.reports).size)} days`),
  measure('a timeline for each term', 1000, () => {
    const years = records.map((record) => buildTimeline(record.reports).length)
    return `${grouped(years.reduce((sum, count) => sum + count, 0))} years`
  }),
  measure('terms together, term by term', 1000, () => {
    const others = records.map((record) => findTogether(large, record).length)
    return `${grouped(others.reduce((sum, count) => sum + count, 0))} others`
  }),
  measure(
    'terms together, all at once, twelve for each',
    1000,
    () => `${grouped(findAllTogether(large, 12).size)} terms`,
  ),
  measure('terms by year', 1000, () => `${grouped(findTermYears(large).size)} pages`),
  measure('pairs of terms, all of them', 1000, () => `${grouped(findTermPairs(large, Infinity).size)} pages`),
  measure('pairs of terms, a thousand', 1000, () => `${grouped(findTermPairs(large, 1000).size)} pages`),
  measure('coverage', 1000, () => `${grouped(describeCoverage(large).sources.length)} sources`),
  measure('a chart for each term', 1000, () => {
    const bars = records.map(({ reports }) => makeChart(countYears(reports)).bars.length)
    return `${grouped(bars.reduce((sum, count) => sum + count, 0))} bars`
  }),
  ...(['en', 'zh-Hans'] as const).map((language) =>
    measure(`all terms by letter, ${language}`, 1000, () => {
      const groups = groupByLetter(records, ({ term }) => term.label[language] ?? term.id, language)
      return `${grouped(groups.length)} letters`
    }),
  ),
  measureRelated(large, 6_000),
])
const largest = makeCatalogue(LARGEST)
print(`${grouped(LARGEST)} reports, ${grouped(terms.length)} terms`, [
  measure(
    'terms together, all at once, twelve for each',
    10_000,
    () => `${grouped(findAllTogether(largest, 12).size)} terms`,
  ),
  measure('pairs of terms, a thousand', 10_000, () => `${grouped(findTermPairs(largest, 1000).size)} pages`),
  measureRelated(largest, 60_000),
])

/** Measure a piece of work that says what came of it, against the time it may take in milliseconds. */
function measure(what: string, goal: number, work: () => string): Row {
  const start = performance.now()
  const result = work()
  const time = performance.now() - start
  return { what, goal: `≤ ${seconds(goal)}`, measured: `${milliseconds(time)}, ${result}`, isMet: time <= goal }
}

function measureRelated(catalogue: Catalogue, goal: number): Row {
  return measure('related reports, four for each', goal, () => {
    const found = catalogue.reports.map((report) => findRelated(catalogue, report, 4).length)
    return `${grouped(found.reduce((sum, count) => sum + count, 0))} found`
  })
}

function countYears(reports: readonly Report[]): { year: number; count: number }[] {
  const years = Map.groupBy(reports, ({ date }) => Number(date.slice(0, 4)))
  return Array.from(years, ([year, { length }]) => ({ year, count: length }))
}

function makeAllTerms(): Term[] {
  const series = Array.from({ length: SERIES }, (_, index) => makeTerm('series', `series-${String(index + 1)}`))
  return [...makeTerms(makeRandom(5), true), ...series]
}

function makeCatalogue(count: number): Catalogue {
  const random = makeRandom(count)
  const byVocabulary = Map.groupBy(terms, ({ vocabulary }) => vocabulary)
  const draw = (vocabulary: Term['vocabulary'], least: number, most: number): { id: string }[] => {
    const list = byVocabulary.get(vocabulary) ?? []
    const ids = Array.from({ length: between(random, least, most) }, () => drawOften(random, list)?.id)
    return [...new Set(ids)].filter((id) => id !== undefined).map((id) => ({ id }))
  }
  const reports = Array.from({ length: count }, (_, index) => {
    const date = drawDay(random)
    const [series] = random() < 0.2 ? draw('series', 1, 1) : []
    return makeReport({
      id: makeIdentifier(index),
      date,
      topics: draw('topics', 1, 3).map(({ id }) => id),
      places: draw('places', 1, 3),
      organisations: draw('organisations', 0, 5),
      people: draw('people', 0, 4),
      source: { name: `Source ${String(below(random, 40))}` },
      ...(series !== undefined && { series: series.id }),
      ...(random() < 0.3 && { event: `${drawDay(random)}/${date.slice(0, 4)}-12-31` }),
      ...(index > 0 && random() < 0.05 && { translationOf: makeIdentifier(index - 1), lang: 'zh-Hans' }),
    })
  })
  return buildCatalogue(reports, terms)
}

/** Draw one of a list, those at its beginning far more often. */
function drawOften<Value>(random: Random, list: readonly Value[]): Value | undefined {
  return list[Math.floor(random() ** 2 * list.length)]
}

function drawDay(random: Random): string {
  const [month, day] = [between(random, 1, 12), between(random, 1, 28)].map((part) => String(part).padStart(2, '0'))
  return `${String(FIRST_YEAR + below(random, YEARS))}-${month ?? ''}-${day ?? ''}`
}
