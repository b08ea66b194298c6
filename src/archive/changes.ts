import type { Report } from './catalogue.ts'

/** Something that was done to a report after it was published. */
export interface Change {
  report: Report
  /** Which of the changes of the report it is, from 1, the oldest first. */
  ordinal: number
  date: string
  kind: 'correction' | 'clarification' | 'update' | 'withdrawn' | 'gone'
  /** What was changed, or why, in the language of the report. */
  text: string
}

/** Everything that was done to reports after they were published, the newest first; on one day in the order of the reports. */
export function findChanges(reports: readonly Report[]): Change[] {
  return reports.flatMap(changesOf).sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0))
}

/** What was done to one report, the oldest first: its corrections, then its withdrawal or removal. */
export function changesOf(report: Report): Change[] {
  const { corrections, notice, status } = report
  const ended =
    notice !== undefined && (status === 'withdrawn' || status === 'gone') ? [{ ...notice, kind: status }] : []
  return [...corrections, ...ended].map(({ date, kind, text }, index) => ({
    report,
    ordinal: index + 1,
    date,
    kind,
    text,
  }))
}
