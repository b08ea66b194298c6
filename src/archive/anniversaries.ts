import { parseInterval, precisionOf } from './calendar.ts'
import { compareReports, type Report } from './catalogue.ts'

/** A day of the year on which reports are remembered. */
export interface Anniversary {
  /** Month and day, `12-20`. */
  day: string
  /** The reports of all years that are remembered on it, the oldest year first. */
  reports: readonly Report[]
  /** The day of the year before it and after it that has reports; after the last of December comes the first of January. */
  previous?: Anniversary
  next?: Anniversary
}

/**
 * The days of the year on which reports are remembered, from the first of January on, by month and day: `12-20`.
 * The 29th of February is a day of its own. O(n log n).
 */
export function buildAnniversaries(reports: readonly Report[]): Map<string, Anniversary> {
  const remembered = reports
    .flatMap((report) => {
      const date = rememberedOn(report)
      return date === undefined ? [] : { date, day: date.slice(5), report }
    })
    .sort((a, b) => compareText(a.day, b.day) || compareText(a.date, b.date) || compareReports(a.report, b.report))
  const days = Array.from(
    Map.groupBy(remembered, ({ day }) => day),
    ([day, group]): Anniversary => ({ day, reports: group.map(({ report }) => report) }),
  )
  if (days.length > 1) {
    days.forEach((day, index) => {
      link(day, days[(index + 1) % days.length])
    })
  }
  return new Map(days.map((day) => [day.day, day]))
}

/**
 * The day on which a report is remembered, `2024-12-11`: that on which what it tells of took place or began, else that of
 * its date; the first of them that is known to the day. `undefined` when neither is.
 */
export function rememberedOn({ date, event }: Report): string | undefined {
  const began = event === undefined ? undefined : parseInterval(event)?.start
  return [began, date].find((day) => day !== undefined && precisionOf(day) === 'day')
}

function link(previous: Anniversary, next: Anniversary | undefined): void {
  if (next === undefined) return
  previous.next = next
  next.previous = previous
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
