import {
  ABOUT,
  ABOUT_LINKS,
  CORRECTIONS,
  correctionsAddress,
  COVERAGE,
  DATA,
  feedArchiveAddress,
  FEEDS,
  FILE_FOLDERS,
  HOME,
  NOT_FOUND,
  ON_THIS_DAY,
  pagesAddress,
  SEARCH,
  YEARS,
} from '#archive/addresses.ts'
import type { Catalogue } from '#archive/catalogue.ts'
import { addressesInEach } from '#archive/interface-languages.ts'
import { settings } from '../site.config.ts'
import { changesPages } from './changes.ts'
import { archiveFeeds, languageFeeds } from './feeds.ts'
import { planYears, planMonths, planDays, planEmptied, planAnniversaries } from './plan-period-pages.ts'
import { planReports, planShortAddresses, planMoved, planHistories, planVersions } from './plan-report-pages.ts'
import {
  planTerms,
  planNumberedTerms,
  planTermPages,
  planTermYears,
  planTimelines,
  planTogether,
  planPairs,
  planVocabularies,
} from './plan-term-pages.ts'

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
