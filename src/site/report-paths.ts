import type { Catalogue, Report } from '#archive/catalogue.ts'
import { readRedirects } from './ledger.ts'

/** A path at which something of a report is shown. */
export interface ReportPath {
  path: string
  report: Report
}

/**
 * One path for each report that has a page: where its page and its alternates are. A report that is gone has its notice at every
 * path it ever had.
 */
export function reportPaths({ pages }: Catalogue): ReportPath[] {
  const former = Map.groupBy(readRedirects(), ({ to }) => to)
  return pages.flatMap((report) => {
    const left = report.status === 'gone' ? (former.get(report.path) ?? []) : []
    return [report.path, ...left.map(({ from }) => from)].map((path) => ({ path, report }))
  })
}
