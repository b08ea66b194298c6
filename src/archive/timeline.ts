import { parseInterval, precisionOf, type Interval, type Precision } from './calendar.ts'
import { compareReports, type Report } from './catalogue.ts'

/** A report at its place in a timeline. */
export interface TimelineEntry extends Interval {
  report: Report
  /** The date or interval it stands under, as the report gives it: `2024-12-11/2024-12-13`. */
  when: string
  /** How precise that is; of an interval the less precise of its two ends. */
  precision: Precision
}

/** What took place in, or began in, one year. */
export interface TimelineYear {
  year: string
  entries: readonly TimelineEntry[]
}

/**
 * Put reports in the order of what they tell of: by the date of the event, or by their own date where none is given, never
 * by when they were filed. What is known only to the year stands before the months of the year, and a month before its
 * days; what began on one day is in the order in which it ended, then in that of the catalogue.
 */
export function buildTimeline(reports: readonly Report[]): TimelineYear[] {
  const entries = reports.map(toEntry).sort(compareEntries)
  return Array.from(
    Map.groupBy(entries, ({ start }) => start.slice(0, 4)),
    ([year, inYear]) => ({ year, entries: inYear }),
  )
}

function toEntry(report: Report): TimelineEntry {
  const when = report.event ?? report.date
  const { start, end } = parseInterval(when) ?? { start: report.date, end: report.date }
  return { report, when, start, end, precision: precisionOf(start.length < end.length ? start : end) }
}

function compareEntries(a: TimelineEntry, b: TimelineEntry): number {
  if (a.start !== b.start) return a.start < b.start ? -1 : 1
  if (a.end !== b.end) return a.end < b.end ? -1 : 1
  return compareReports(a.report, b.report)
}
