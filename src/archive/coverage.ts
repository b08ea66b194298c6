import { precisionOf, type Precision } from './calendar.ts'
import type { Catalogue, Report, TermRecord } from './catalogue.ts'

/** How many reports have something. */
export interface Counted<Value> {
  value: Value
  count: number
}

/** A run of years, or of months, of which the archive has no report. */
export interface Gap {
  /** The first and the last of them: `1893`, or `2019-03`. */
  from: string
  to: string
  /** How many there are. */
  length: number
}

/** What an archive covers, counted over its published reports. */
export interface Coverage {
  reports: number
  /** The dates of the oldest and of the newest report; missing when there is none. */
  first?: string
  last?: string
  /** Every year from the first to the last, those without reports included. */
  years: readonly Counted<string>[]
  /** Languages, the most reports first, then by tag. */
  languages: readonly Counted<string>[]
  /** Sources by name, the most reports first, then by name; a report counts once for each source it names. */
  sources: readonly Counted<string>[]
  /** How many reports name no source. */
  unsourced: number
  /** The series that have reports, in the order of their file. */
  series: readonly Counted<TermRecord>[]
  kinds: Readonly<Record<Report['kind'], number>>
  /** How precisely the dates of the reports are known. */
  precisions: Readonly<Record<Precision, number>>
  /** All runs of years without a report, between the first and the last; oldest first. */
  gaps: readonly Gap[]
  /** The longest run of whole months without a report in the last ten years of the archive, the latest of equal ones. */
  longestSilence?: Gap
}

/** The years before the newest report in which a silence is sought: before that it says more about what was collected. */
const RECENT_YEARS = 10

/** Count what an archive covers: one pass over its reports for each thing that is counted. */
export function describeCoverage({ reports, terms }: Catalogue): Coverage {
  const [first, last] = [reports[0]?.date, reports.at(-1)?.date]
  const years = countYears(reports)
  const longestSilence = findLongestSilence(reports)
  return {
    reports: reports.length,
    ...(first !== undefined && { first }),
    ...(last !== undefined && { last }),
    years,
    languages: countValues(reports.map(({ lang }) => lang)),
    sources: countValues(reports.flatMap(sourceNamesOf)),
    unsourced: reports.filter((report) => sourceNamesOf(report).length === 0).length,
    series: [...terms.series.values()]
      .filter((record) => record.reports.length > 0)
      .map((record) => ({ value: record, count: record.reports.length })),
    kinds: countInto(
      { report: 0, brief: 0 },
      reports.map(({ kind }) => kind),
    ),
    precisions: countInto(
      { year: 0, month: 0, day: 0 },
      reports.map(({ date }) => precisionOf(date)),
    ),
    gaps: runsOf(years.filter(({ count }) => count === 0).map(({ value }) => Number(value))).map(([from, to]) => ({
      from: String(from),
      to: String(to),
      length: to - from + 1,
    })),
    ...(longestSilence !== undefined && { longestSilence }),
  }
}

function countYears(reports: readonly Report[]): Counted<string>[] {
  const counts = new Map<number, number>()
  for (const { date } of reports) {
    const year = Number(date.slice(0, 4))
    counts.set(year, (counts.get(year) ?? 0) + 1)
  }
  const [first = 0, last = -1] = [counts.keys().next().value, [...counts.keys()].at(-1)]
  return Array.from({ length: last - first + 1 }, (_, index) => ({
    value: String(first + index),
    count: counts.get(first + index) ?? 0,
  }))
}

/** The names of all sources of a report, each once. */
function sourceNamesOf({ source, sources }: Report): string[] {
  return [...new Set([...(source === undefined ? [] : [source]), ...sources].map(({ name }) => name))]
}

/**
 * The longest run of months of which nothing is known, up to the newest report. A report of which only the year is known
 * may belong to any month of it: no month of that year is called empty.
 */
function findLongestSilence(reports: readonly Report[]): Gap | undefined {
  const last = reports.findLast(({ date }) => precisionOf(date) !== 'year')?.date
  if (last === undefined) return undefined
  const known = new Set(reports.map(({ date }) => date.slice(0, 7)))
  const lastMonth = monthNumber(last)
  // Before the first report there was no archive to be silent.
  const firstMonth = Math.max(lastMonth - 12 * RECENT_YEARS + 1, monthNumber(reports[0]?.date ?? last))
  const empty = Array.from({ length: Math.max(0, lastMonth - firstMonth) }, (_, index) => firstMonth + index).filter(
    (number) => !known.has(monthOf(number)) && !known.has(monthOf(number).slice(0, 4)),
  )
  const [longest] = runsOf(empty)
    .reverse()
    .sort(([from, to], [otherFrom, otherTo]) => otherTo - otherFrom - (to - from))
  if (longest === undefined) return undefined
  const [from, to] = longest
  return { from: monthOf(from), to: monthOf(to), length: to - from + 1 }
}

/** Months counted from the year 0, to reckon with: `2019-03` → 24230. A year stands for its first month. */
function monthNumber(date: string): number {
  return Number(date.slice(0, 4)) * 12 + (date.length === 4 ? 0 : Number(date.slice(5, 7)) - 1)
}

function monthOf(number: number): string {
  return `${String(Math.floor(number / 12))}-${String((number % 12) + 1).padStart(2, '0')}`
}

/** Join neighbouring whole numbers of a rising list: `1 2 3 7` → `1–3`, `7–7`. */
function runsOf(numbers: readonly number[]): [from: number, to: number][] {
  const runs: [number, number][] = []
  for (const number of numbers) {
    const run = runs.at(-1)
    if (run?.[1] === number - 1) run[1] = number
    else runs.push([number, number])
  }
  return runs
}

/** Count equal values, the most frequent first, then in the order of their characters. */
function countValues(values: readonly string[]): Counted<string>[] {
  return Array.from(
    Map.groupBy(values, (value) => value),
    ([value, { length }]) => ({ value, count: length }),
  ).sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
}

/** Count values of which all are known that there may be. */
function countInto<Value extends string>(counts: Record<Value, number>, values: readonly Value[]): typeof counts {
  for (const value of values) counts[value] += 1
  return counts
}
