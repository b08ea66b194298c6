import {
  correctionsAddress,
  reportAddress,
  termAddress,
  termPairAddress,
  termYearAddress,
  timelineAddress,
  togetherAddress,
} from '#archive/addresses.ts'
import { periodAddresses, singleAddresses } from '#archive/browse-addresses.ts'
import type { Catalogue, Report } from '#archive/catalogue.ts'
import { divideByBeginning } from '#archive/divide-by-beginning.ts'
import { addressesInEach } from '#archive/interface-languages.ts'
import type { Term } from '#archive/term.ts'
import { findTranslationGroups, type TranslationGroup } from '#archive/translation-groups.ts'
import { VOCABULARIES } from '#archive/vocabulary.ts'
import { firstDayOfNews, NEWS_MAX_ROWS, type NewsRow } from '#formats/news-sitemap.ts'
import {
  divideSitemap,
  latestDay,
  type SitemapFile,
  type SitemapPart,
  type SitemapRow,
  type SitemapTranslation,
} from '#formats/sitemap.ts'
import { readEnvironment } from '../environment.ts'
import { settings } from '../site.config.ts'
import { browseOf, hasTimeline } from './browse.ts'
import { changesPages } from './changes.ts'
import { historyOf } from './ledger.ts'
import { absolute } from './links.ts'
import { alternatesOf } from './page-languages.ts'
import { oncePerCatalogue } from '#archive/once-per-catalogue.ts'
import { termPages } from './term-pages.ts'

/** The address of the sitemap of news. */
export const NEWS_SITEMAP = '/sitemaps/news/sitemap.xml'

/** How many addresses of pages of terms stand in one part, so that a page that comes changes a small file. */
const MOST_OF_TERMS = 500

/**
 * The parts of the sitemap: one for each month (or year, where no more is known) of reports; one for the periods of each year, and one
 * for each vocabulary, or several by how the ids of its terms begin; one for all other pages.
 */
export const sitemapParts = oncePerCatalogue((catalogue): SitemapPart[] => {
  const groups = findTranslationGroups(catalogue.reports)
  const months = Map.groupBy(catalogue.reports, monthOf)
  return divideSitemap(
    new Map([
      ...listPages(catalogue).map(([name, addresses]): [string, SitemapRow[]] => [name, addresses.flatMap(toRows)]),
      ...Array.from(months, ([month, reports]): [string, SitemapRow[]] => [
        month,
        reports.map((report) => toRow(report, groups.get(report))),
      ]),
    ]),
  )
})

/** Pages that are no reports, by parts. When one of them changed last is not known: also a report that left it has changed it. */
function listPages(catalogue: Catalogue): [name: string, addresses: string[]][] {
  const changes = changesPages(catalogue).flatMap(({ number, alias }) =>
    number === undefined || alias ? [] : [correctionsAddress(number)],
  )
  const ofTerms = Map.groupBy(listTermPages(catalogue), ({ term }) => term.vocabulary)
  return [
    ['pages', [...singleAddresses(catalogue), ...changes]],
    ...catalogue.years.map((year): [string, string[]] => [`pages-${year.id}`, periodAddresses([year])]),
    ...Array.from(ofTerms).flatMap(([vocabulary, pages]) =>
      Array.from(
        divideByBeginning(pages, ({ term }) => term.id, MOST_OF_TERMS),
        ([beginning, some]): [string, string[]] => [
          beginning === '' ? vocabulary : `${vocabulary}-${beginning}`,
          some.map(({ address }) => address),
        ],
      ),
    ),
  ]
}

/** The pages of each term: its own, those with numbers, and those that cross it with years, with other terms and with time. */
function listTermPages(catalogue: Catalogue): { term: Term; address: string }[] {
  const { terms } = catalogue
  const { termYears, pairs } = browseOf(catalogue)
  const all = VOCABULARIES.flatMap((vocabulary) => [...terms[vocabulary].values()])
  const pairsOf = Map.groupBy(pairs.values(), ({ records: [{ term }] }) => term)
  return [
    ...all.map(({ term }) => ({ term, address: termAddress(term.vocabulary, term.id) })),
    ...termPages(catalogue).flatMap(({ record: { term }, page: { number, alias } }) =>
      number === undefined || alias ? [] : [{ term, address: termAddress(term.vocabulary, term.id, number) }],
    ),
    ...Array.from(termYears.values(), ({ record: { term }, year }) => ({
      term,
      address: termYearAddress(term.vocabulary, term.id, year),
    })),
    ...all.filter(hasTimeline).map(({ term }) => ({ term, address: timelineAddress(term.vocabulary, term.id) })),
    ...Array.from(pairsOf).flatMap(([term, some]) => [
      { term, address: togetherAddress(term.vocabulary, term.id) },
      ...some.map(({ records: [first, second] }) => ({ term, address: termPairAddress([first.term, second.term]) })),
    ]),
  ]
}

/** A page in each of its languages. */
function toRows(address: string): SitemapRow[] {
  const alternates = alternatesOf(address)
  return addressesInEach(settings.languages, address).map((local) => ({
    address: absolute(local.address),
    ...(alternates.length > 0 && { translations: alternates }),
  }))
}

function toRow(report: Report, group: TranslationGroup | undefined): SitemapRow {
  const lastmod = lastChangeOf(report)
  return {
    address: addressOf(report),
    ...(lastmod !== undefined && { lastmod }),
    ...(group !== undefined && { translations: toTranslations(group) }),
  }
}

function toTranslations({ original, byLanguage }: TranslationGroup): SitemapTranslation[] {
  const translations = Array.from(byLanguage, ([language, report]) => ({ language, address: addressOf(report) }))
  if (original === undefined) return translations
  return [...translations, { language: 'x-default', address: addressOf(original) }]
}

/**
 * The files that the index of the sitemap names, each with the day on which it changed last: when one of its reports did, or one
 * left it by being withdrawn. Not known as soon as one of its reports is not in the ledger yet.
 */
export function sitemapFiles(catalogue: Catalogue): SitemapFile[] {
  const { pages } = catalogue
  const removed = Map.groupBy(
    pages.filter(({ status }) => status !== 'published'),
    monthOf,
  )
  const files = sitemapParts(catalogue).map(({ name, rows }): SitemapFile => {
    const left = (removed.get(name.slice(0, 7)) ?? []).map(lastChangeOf).filter((day) => day !== undefined)
    const lastmod = latestDay([...rows.map((row) => row.lastmod), ...left])
    return { address: absolute(`/sitemaps/${name}/sitemap.xml`), ...(lastmod !== undefined && { lastmod }) }
  })
  return newsOf(catalogue).length === 0 ? files : [...files, { address: absolute(NEWS_SITEMAP) }]
}

/** The reports that are news on the day of the build, newest first: briefs are none, and nothing is when no day was set. */
export function newsOf({ reports }: Catalogue): NewsRow[] {
  const { today } = readEnvironment(process.env)
  const first = firstDayOfNews(today)
  if (first === undefined) return []
  return reports
    .filter(({ kind, date }) => kind === 'report' && date.length === 10 && date >= first && date <= today)
    .slice(-NEWS_MAX_ROWS)
    .reverse()
    .map((report) => ({
      address: addressOf(report),
      title: report.title,
      date: report.date,
      language: report.lang,
    }))
}

/** The day on which a report, or what is said of it, changed last; `undefined` while the ledger does not know it. */
function lastChangeOf(report: Report): string | undefined {
  const history = historyOf(report)
  if (history === undefined) return undefined
  const notices = report.notice === undefined ? [] : [report.notice]
  const changes = [...report.corrections, ...notices].map(({ date }) => date)
  return latestDay([history.published, history.current.since, ...changes])
}

function monthOf({ date }: Report): string {
  return date.slice(0, 7)
}

function addressOf({ path }: Report): string {
  return absolute(reportAddress(path))
}
