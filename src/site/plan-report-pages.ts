import { historyAddress, reportAddress, shortAddress, versionAddress } from '#archive/addresses.ts'
import type { Catalogue } from '#archive/catalogue.ts'
import { readRedirects } from './ledger.ts'
import { keysOf } from './page-keys.ts'
import { reportPaths } from './report-paths.ts'
import { recordedPaths } from './versions.ts'

/** The page of each report, at every path that shows it. */
export function planReports(catalogue: Catalogue) {
  const { ofReportPage } = keysOf(catalogue)
  return reportPaths(catalogue).map(({ path, report }) => ({
    address: reportAddress(path),
    params: { report: path },
    props: { catalogue, report },
    key: () => ofReportPage(report),
  }))
}

/** The page at the short address of each report. */
export function planShortAddresses(catalogue: Catalogue) {
  const { ofReportPage, ofMention } = keysOf(catalogue)
  return catalogue.pages.map((report) => ({
    address: shortAddress(report.id),
    params: { id: report.id },
    props: { catalogue, report },
    key: () => (report.status === 'gone' ? ofReportPage(report) : ofMention(report)),
  }))
}

/** The page at each path that a report has left, unless the report is gone. */
export function planMoved(catalogue: Catalogue) {
  const { ofMention } = keysOf(catalogue)
  const reports = new Map(catalogue.pages.map((report) => [report.path, report]))
  return readRedirects().flatMap(({ from, to }) => {
    const report = reports.get(to)
    return report === undefined || report.status === 'gone'
      ? []
      : [{ address: reportAddress(from), params: { moved: from }, props: { report }, key: () => ofMention(report) }]
  })
}

/** The history of each recorded report. */
export function planHistories(catalogue: Catalogue) {
  const { ofReportPage } = keysOf(catalogue)
  return recordedPaths(catalogue).map(({ path, report, history }) => ({
    address: historyAddress(path),
    params: { report: path },
    props: { catalogue, report, history },
    key: () => ofReportPage(report),
  }))
}

/** Each recorded wording of each report. */
export function planVersions(catalogue: Catalogue) {
  const { ofVersionPage } = keysOf(catalogue)
  return recordedPaths(catalogue).flatMap(({ path, report, history }) =>
    history.versions.map((version) => ({
      address: versionAddress(path, version.version),
      params: { report: path, version: String(version.version) },
      props: { catalogue, report, history, version },
      key: () => ofVersionPage(report),
    })),
  )
}
