import type { Catalogue } from '#archive/catalogue.ts'
import type { History, Version } from '#archive/ledger.ts'
import { historyOf } from './ledger.ts'
import { reportPaths, type ReportPath } from './report-paths.ts'

/** A path of a report whose wordings are recorded. */
export type RecordedPath = ReportPath & { history: History }

/** The reports whose wordings are recorded, at every path where something of them must be shown. */
export function recordedPaths(catalogue: Catalogue): RecordedPath[] {
  return reportPaths(catalogue).flatMap((one) => {
    const history = historyOf(one.report)
    return history === undefined || history.versions.length === 0 ? [] : [{ ...one, history }]
  })
}

/** The day on which a wording was replaced by the next one; `undefined` for the present one. */
export function replacedOn({ versions }: History, version: Version): string | undefined {
  return versions[versions.indexOf(version) + 1]?.since
}

/** Whether the page of a wording has anything to say that the page of the report has not: not so while there is only one. */
export function hasOwnPage({ versions }: History): boolean {
  return versions.length > 1
}
