import type { Catalogue, Period, Report } from './catalogue.ts'

/** A year, a month or a day in which no published report is filed, but in which there are addresses of reports. */
export interface EmptiedPeriod {
  /** `2024`, `2024-12` or `2024-12-20`. */
  id: string
  /** The reports that were filed there, oldest first: withdrawn, removed, or moved elsewhere. */
  reports: readonly Report[]
}

/**
 * Find the periods that published reports have left, in the order of their ids: who cuts the tail of the address of a notice,
 * or of one that leads on, must land on a page. O(reports).
 *
 * @param moves paths that reports have left, and where they are now
 */
export function findEmptiedPeriods(
  { pages, years }: Pick<Catalogue, 'pages' | 'years'>,
  moves: readonly { from: string; to: string }[],
): EmptiedPeriod[] {
  const byPath = new Map(pages.map((report) => [report.path, report]))
  const taken = pages.filter(({ status }) => status === 'withdrawn' || status === 'gone')
  const left = [
    ...taken.map((report) => ({ report, date: report.date })),
    ...moves.flatMap(({ from, to }) => {
      const report = byPath.get(to)
      return report === undefined ? [] : { report, date: from.replace(/\/[^/]*$/, '').replaceAll('/', '-') }
    }),
  ]
  if (left.length === 0) return []
  const filled = new Set(idsOf(years))
  const emptied = new Map<string, Set<Report>>()
  for (const { report, date } of left) {
    for (const id of periodsOf(date)) {
      if (filled.has(id)) continue
      const reports = emptied.get(id) ?? new Set()
      emptied.set(id, reports.add(report))
    }
  }
  const position = new Map(pages.map((report, index) => [report, index]))
  return Array.from(emptied, ([id, reports]) => ({
    id,
    reports: [...reports].sort((a, b) => (position.get(a) ?? 0) - (position.get(b) ?? 0)),
  })).sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** The periods that a date lies in: `2024-12` → `2024`, `2024-12`. */
function periodsOf(date: string): string[] {
  return [4, 7, 10].filter((length) => length <= date.length).map((length) => date.slice(0, length))
}

function idsOf(periods: readonly Period[]): string[] {
  return periods.flatMap(({ id, parts }) => [id, ...idsOf(parts)])
}
