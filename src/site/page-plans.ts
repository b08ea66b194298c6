import {
  ABOUT,
  ABOUT_LINKS,
  anniversaryAddress,
  CORRECTIONS,
  correctionsAddress,
  COVERAGE,
  DATA,
  feedArchiveAddress,
  FEEDS,
  FILE_FOLDERS,
  historyAddress,
  HOME,
  NOT_FOUND,
  ON_THIS_DAY,
  pagesAddress,
  periodAddress,
  reportAddress,
  SEARCH,
  shortAddress,
  termAddress,
  termPairAddress,
  termYearAddress,
  timelineAddress,
  togetherAddress,
  versionAddress,
  vocabularyAddress,
  YEARS,
} from '#archive/addresses.ts'
import { precisionOf, type Precision } from '#archive/calendar.ts'
import type { Catalogue, Period } from '#archive/catalogue.ts'
import { findEmptiedPeriods } from '#archive/emptied-periods.ts'
import { addressesInEach } from '#archive/interface-languages.ts'
import { VOCABULARIES } from '#archive/vocabulary.ts'
import { settings } from '../site.config.ts'
import { browseOf, hasTimeline } from './browse.ts'
import { changesPages } from './changes.ts'
import { archiveFeeds, languageFeeds } from './feeds.ts'
import { readRedirects } from './ledger.ts'
import { oncePerCatalogue } from './once-per-catalogue.ts'
import { keysOf } from './page-keys.ts'
import { reportPaths } from './report-paths.ts'
import { termPages } from './term-pages.ts'
import { recordedPaths } from './versions.ts'

/** A page that the archive has: where it is, and what it is made from. */
export interface PagePlan<Params = unknown, Props = unknown> {
  /** Its address in the language of the archive. */
  address: string
  /** The parameters of its route, and what its template is given. */
  params: Params
  props: Props
  /** A key of everything it shows: as long as it is the same, so is the page. Missing for a page that is made in each build. */
  key?: () => string
}

/** The plan of a page as the list of all pages needs it. */
type AnyPlan = Pick<PagePlan, 'address' | 'key'>

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

/** The page of each year. */
export function planYears(catalogue: Catalogue) {
  const { ofPeriod } = keysOf(catalogue)
  return catalogue.years.map((year) => ({
    address: periodAddress(year.id),
    params: { year: year.id },
    props: { year },
    key: () => ofPeriod(year),
  }))
}

/** The page of each month. */
export function planMonths(catalogue: Catalogue) {
  const { ofPeriod } = keysOf(catalogue)
  return monthsOf(catalogue).map((month) => ({
    address: periodAddress(month.id),
    params: { year: month.id.slice(0, 4), month: month.id.slice(5) },
    props: { month },
    key: () => ofPeriod(month),
  }))
}

/** The page of each day. */
export function planDays(catalogue: Catalogue) {
  const { ofPeriod } = keysOf(catalogue)
  return monthsOf(catalogue).flatMap((month) =>
    month.parts.map((day) => ({
      address: periodAddress(day.id),
      params: { year: day.id.slice(0, 4), month: day.id.slice(5, 7), day: day.id.slice(8) },
      props: { day, month },
      key: () => ofPeriod(day, month),
    })),
  )
}

const emptiedPeriods = oncePerCatalogue((catalogue) => findEmptiedPeriods(catalogue, readRedirects()))

/** The page of each year, month or day that published reports have left. */
export function planEmptied(catalogue: Catalogue, precision: Precision) {
  const { ofEmptied } = keysOf(catalogue)
  return emptiedPeriods(catalogue)
    .filter(({ id }) => precisionOf(id) === precision)
    .map((emptied) => ({
      address: periodAddress(emptied.id),
      params: { year: emptied.id.slice(0, 4), month: emptied.id.slice(5, 7), day: emptied.id.slice(8) },
      props: { emptied },
      key: () => ofEmptied(emptied),
    }))
}

/** The page of each term. */
export function planTerms(catalogue: Catalogue) {
  const { ofTermPage } = keysOf(catalogue)
  return termPages(catalogue)
    .filter(({ page }) => page.number === undefined)
    .map(({ record, page }) => ({
      address: termAddress(record.term.vocabulary, record.term.id),
      params: { vocabulary: record.term.vocabulary, term: record.term.id },
      props: { record, page },
      key: () => ofTermPage(record),
    }))
}

/** The numbered pages of each term. */
export function planNumberedTerms(catalogue: Catalogue) {
  const { ofNumberedPage } = keysOf(catalogue)
  return termPages(catalogue)
    .filter(({ page }) => page.number !== undefined)
    .map(({ record, page }) => ({
      address: termAddress(record.term.vocabulary, record.term.id, page.number),
      params: { vocabulary: record.term.vocabulary, term: record.term.id, number: String(page.number) },
      props: { record, page },
      key: () => ofNumberedPage(record.term, page),
    }))
}

/** What leads from above the numbered pages of a term to the term. */
export function planTermPages(catalogue: Catalogue) {
  const { ofTermName } = keysOf(catalogue)
  return termPages(catalogue)
    .filter(({ page }) => page.number === 1)
    .map(({ record: { term } }) => ({
      address: pagesAddress(termAddress(term.vocabulary, term.id)),
      params: { vocabulary: term.vocabulary, term: term.id },
      props: { term },
      key: () => ofTermName(term),
    }))
}

/** The reports of a term in a year. */
export function planTermYears(catalogue: Catalogue) {
  const { ofTermYear } = keysOf(catalogue)
  return Array.from(browseOf(catalogue).termYears.values(), (termYear) => {
    const { vocabulary, id } = termYear.record.term
    return {
      address: termYearAddress(vocabulary, id, termYear.year),
      params: { vocabulary, term: id, year: termYear.year },
      props: { termYear },
      key: () => ofTermYear(termYear),
    }
  })
}

/** The timeline of each term that has one. */
export function planTimelines(catalogue: Catalogue) {
  const { ofRecord } = keysOf(catalogue)
  const records = VOCABULARIES.flatMap((vocabulary) => [...catalogue.terms[vocabulary].values()])
  return records.filter(hasTimeline).map((record) => ({
    address: timelineAddress(record.term.vocabulary, record.term.id),
    params: { vocabulary: record.term.vocabulary, term: record.term.id },
    props: { record },
    key: () => ofRecord(record),
  }))
}

/** For terms that have a page in common with others, the list of those. */
export function planTogether(catalogue: Catalogue) {
  const { ofTermPage } = keysOf(catalogue)
  const records = new Set(Array.from(browseOf(catalogue).pairs.values(), ({ records: [first] }) => first))
  return Array.from(records, (record) => ({
    address: togetherAddress(record.term.vocabulary, record.term.id),
    params: { vocabulary: record.term.vocabulary, term: record.term.id },
    props: { record },
    key: () => ofTermPage(record),
  }))
}

/** The reports that name two terms both. */
export function planPairs(catalogue: Catalogue) {
  const { ofPair } = keysOf(catalogue)
  return Array.from(browseOf(catalogue).pairs.values(), (pair) => {
    const [{ term: first }, { term: second }] = pair.records
    return {
      address: termPairAddress([first, second]),
      params: { vocabulary: first.vocabulary, term: first.id, other: `${second.vocabulary}-${second.id}` },
      props: { pair },
      key: () => ofPair(pair),
    }
  })
}

/** The days of the year on which reports are remembered. */
export function planAnniversaries(catalogue: Catalogue) {
  const { ofAnniversary } = keysOf(catalogue)
  return Array.from(browseOf(catalogue).anniversaries.values(), (anniversary) => ({
    address: anniversaryAddress(anniversary.day),
    params: { day: anniversary.day },
    props: { anniversary },
    key: () => ofAnniversary(anniversary),
  }))
}

/** The index of each vocabulary. */
export function planVocabularies() {
  return VOCABULARIES.map((vocabulary) => ({
    address: vocabularyAddress(vocabulary),
    params: { vocabulary },
    props: { vocabulary },
  }))
}

/** The numbered pages of the list of corrections. */
export function planNumberedChanges(catalogue: Catalogue) {
  return changesPages(catalogue)
    .filter(({ number }) => number !== undefined)
    .map((page) => ({
      address: correctionsAddress(page.number),
      params: { number: String(page.number) },
      props: { page },
    }))
}

/** What leads from above the numbered pages of the list of corrections to the list. */
export function planChangesPages(catalogue: Catalogue) {
  return changesPages(catalogue)
    .filter(({ number }) => number === 1)
    .map(() => ({ address: pagesAddress(CORRECTIONS), params: {}, props: {}, key: () => CORRECTIONS }))
}

/** What leads from above files for programs to the page that tells of these files. */
export function planFileFolders(catalogue: Catalogue) {
  const feeds = [
    ...languageFeeds(catalogue).map(({ address }) => address),
    ...archiveFeeds(catalogue).map(({ document: { year, number } }) => feedArchiveAddress(year, number)),
  ]
  return [...FILE_FOLDERS, ...feeds.map((address) => [address, FEEDS] as const)].map(([address, to]) => ({
    address,
    params: { folder: address.slice(1, -1) },
    props: { to },
    key: () => to,
  }))
}

/** A page of which there is one, by its address. */
export function planOne(address: string): PagePlan<object, object>[] {
  return [{ address, params: {}, props: {} }]
}

/** Pages of which there is one in each language. */
const SINGLE = [HOME, NOT_FOUND, YEARS, ABOUT, ABOUT_LINKS, COVERAGE, CORRECTIONS, DATA, FEEDS, ON_THIS_DAY, SEARCH]

/** Pages of which there is one for all languages. */
const SHARED = ['/r/']

/** Every page of the archive, in each of its languages. */
export function* planPages(catalogue: Catalogue): Iterable<AnyPlan> {
  const plans: (() => readonly AnyPlan[])[] = [
    ...[...SINGLE, ...SHARED].map((address) => () => planOne(address)),
    planVocabularies,
    ...[planReports, planShortAddresses, planMoved, planHistories, planVersions].map((plan) => () => plan(catalogue)),
    ...[planYears, planMonths, planDays, planTerms, planNumberedTerms].map((plan) => () => plan(catalogue)),
    ...[planTermYears, planTimelines, planTogether, planPairs, planAnniversaries].map((plan) => () => plan(catalogue)),
    ...(['year', 'month', 'day'] as const).map((precision) => () => planEmptied(catalogue, precision)),
    ...[planNumberedChanges, planTermPages, planChangesPages, planFileFolders].map((plan) => () => plan(catalogue)),
  ]
  for (const plan of plans) {
    for (const { address, key } of plan()) {
      for (const local of localAddresses(address)) yield { address: local, ...(key !== undefined && { key }) }
    }
  }
}

function localAddresses(address: string): string[] {
  const each = addressesInEach(settings.languages, address).map((local) => local.address)
  return [...new Set(each)]
}

function monthsOf({ years }: Catalogue): Period[] {
  return years.flatMap((year) => year.parts)
}
