import type { Anniversary } from '#archive/anniversaries.ts'
import type { Catalogue, Period, Report, TermRecord } from '#archive/catalogue.ts'
import type { EmptiedPeriod } from '#archive/emptied-periods.ts'
import { termPairId, type TermPair, type TermYear } from '#archive/intersections.ts'
import type { ListPage } from '#archive/pagination.ts'
import type { Term } from '#archive/term.ts'
import { readEnvironment } from '../environment.ts'
import { settings } from '../site.config.ts'
import { browseOf } from './browse.ts'
import { fingerprint, fingerprintsOf } from './fingerprints.ts'
import { listKeysOf } from './list-keys.ts'
import { historyOf, readRedirects } from './ledger.ts'
import { getCopies } from './outgoing-links.ts'
import { oncePerCatalogue } from '#archive/once-per-catalogue.ts'
import { remember } from '#archive/remember.ts'
import { relatedKeysOf } from './related-keys.ts'
import { threadAround } from './thread.ts'
import { seriesOf, toldOnce } from './translations.ts'

/**
 * Keys of pages: a digest of **everything** that a page shows, what it says of others included. A page whose key is the one it was
 * made with is not made again, so what is missing here would stay as it was; `tests/build/incremental.test.ts` compares archives
 * after random edits with archives that are built anew. What all pages have in common, settings and code, is no part of them
 * (`build/maker.ts`).
 */
export interface PageKeys {
  /** The page of a report, and of its history. */
  ofReportPage: (report: Report) => string
  /** The page of a recorded wording, which may link elsewhere than the report as it is now. */
  ofVersionPage: (report: Report) => string
  /** Everything: what is made from it changes with each report, each term and each day. */
  ofArchive: () => string
  /** What machine formats say of a report, its text left out. */
  ofDescription: (report: Report) => string
  /** A page that does no more than name a report and lead to it. */
  ofMention: (report: Report) => string
  ofPeriod: (period: Period, month?: Period) => string
  /** The page of a period that published reports have left. */
  ofEmptied: (period: EmptiedPeriod) => string
  /** A page that does no more than name a term and lead to it. */
  ofTermName: (term: Term) => string
  ofTermPage: (record: TermRecord) => string
  ofNumberedPage: (record: TermRecord, page: ListPage<Report>) => string
  ofTermYear: (termYear: TermYear) => string
  /** A page that shows a term and its reports. */
  ofRecord: (record: TermRecord) => string
  ofPair: (pair: TermPair) => string
  ofAnniversary: (anniversary: Anniversary) => string
}

/** The keys of the pages of a catalogue. */
export const keysOf = oncePerCatalogue((catalogue): PageKeys => {
  const of = fingerprintsOf(catalogue)
  const ofDescription = remember((report: Report) => fingerprint(partsOfDescription(catalogue, report)))
  const ofReportPage = (report: Report): string =>
    fingerprint([ofDescription(report), partsOfReportPage(catalogue, report)])
  const ofRecord = (record: TermRecord): string => ofTermList(record, record.reports)
  /** Of a term and some of its reports. */
  const ofTermList = (record: TermRecord, reports: readonly Report[]): string =>
    `${of.ofTerm(record.term.vocabulary, record.term.id)} ${listKeysOf(catalogue).ofTerm(record, reports)}`
  let archive: string | undefined
  let copies: string | undefined
  const ofCopies = (): string => (copies ??= fingerprint([...getCopies()]))
  return {
    ofArchive: () => (archive ??= fingerprint(partsOfArchive(catalogue, ofDescription))),
    ofReportPage,
    ofVersionPage: (report) => fingerprint([ofReportPage(report), report.recorded, ofCopies()]),
    ofDescription,
    ofMention: of.ofReport,
    ofPeriod: ({ id, reports, parts, previous, next }, month) =>
      fingerprint([
        id,
        listKeysOf(catalogue).ofPeriod(reports),
        parts.map(count),
        count(previous),
        count(next),
        month?.parts.map(count),
      ]),
    ofEmptied: ({ id, reports }) => fingerprint([id, of.ofReports(reports)]),
    ofTermName: ({ vocabulary, id }) => of.ofTerm(vocabulary, id),
    ofTermPage: (record) => {
      const { together, pairs } = browseOf(catalogue)
      const others = (together.get(record) ?? []).map(({ record: other, count: shared }) => [
        of.ofTerm(other.term.vocabulary, other.term.id),
        shared,
        pairs.has(termPairId(record, other)),
      ])
      return fingerprint([ofRecord(record), others])
    },
    ofNumberedPage: (record, { items, alias, older, newer }) =>
      fingerprint([ofTermList(record, items), alias, older, newer]),
    ofTermYear: ({ record, year, reports, previous, next }) =>
      fingerprint([ofTermList(record, reports), year, previous?.year, next?.year]),
    ofRecord,
    ofPair: ({ records, reports }) =>
      fingerprint([records.map(({ term }) => of.ofTerm(term.vocabulary, term.id)), of.ofReports(reports)]),
    ofAnniversary: ({ day, reports, previous, next }) =>
      fingerprint([day, of.ofReports(reports), previous?.day, next?.day]),
  }
})

/** All that there is to know of the archive, on the day of the build. */
function partsOfArchive(catalogue: Catalogue, ofDescription: (report: Report) => string): unknown[] {
  const { ofText, ofTerms } = fingerprintsOf(catalogue)
  const { today } = readEnvironment(process.env)
  return [
    today,
    ofTerms(),
    readRedirects(),
    catalogue.pages.map((report) => ofDescription(report) + ofText(report)).join(),
  ]
}

/** All that formats say of a report: itself, what the ledger knows, its place in its series, and what says the same. */
function partsOfDescription(catalogue: Catalogue, report: Report): unknown[] {
  const { ofReport } = fingerprintsOf(catalogue)
  const mention = (other: Report | undefined): string => (other === undefined ? '' : ofReport(other))
  const series = seriesOf(catalogue, report)
  const inSeries = series && toldOnce(catalogue, series.reports)
  return [
    ofReport(report),
    report.copies,
    historyOf(report),
    mention(catalogue.byId.get(report.translationOf ?? '')),
    (catalogue.translations.get(report.id) ?? []).map(mention),
    inSeries && [inSeries.positions.get(report), inSeries.told.length],
  ]
}

/** What the page of a report shows beside what formats say: its text, and the reports that it leads to. */
function partsOfReportPage(catalogue: Catalogue, report: Report): unknown[] {
  const { ofReport, ofText } = fingerprintsOf(catalogue)
  const mention = (other: Report | undefined): string => (other === undefined ? '' : ofReport(other))
  const isListed = report.status === 'published'
  const { told, positions } = toldOnce(catalogue, catalogue.reports)
  const position = positions.get(report) ?? 0
  const series = seriesOf(catalogue, report)
  return [
    ofText(report),
    series && threadAround(catalogue, series, report).map(({ first }) => mention(first)),
    isListed && [mention(told[position - 1]?.first), mention(told[position + 1]?.first)],
    isListed && settings.relatedReports > 0 && relatedKeysOf(catalogue)(report),
  ]
}

function count(period: Period | undefined): [string, number] | undefined {
  return period === undefined ? undefined : [period.id, period.reports.length]
}
