import { VOCABULARIES, type Vocabulary } from './vocabulary.ts'

/**
 * Every address of the archive is made here. An address is the part after the origin and the base path of the site:
 * it begins and ends with `/`, and `site/links.ts` puts the base in front of it.
 */

/** The address of a report: `2024/12/a-training` → `/2024/12/a-training/`. */
export function reportAddress(path: string): string {
  return `/${path}/`
}

/** The address of another form of a report, by the name of its file: `report.bib`. */
export function alternateAddress(path: string, file: string): string {
  return `/${path}/${file}`
}

/** The short address of a report, for print: it stays whatever becomes of its path. */
export function shortAddress(id: string): string {
  return `/r/${id}/`
}

/** The address of the history of a report. */
export function historyAddress(path: string): string {
  return `/${path}/v/`
}

/** The address of a recorded wording of a report, by its number. */
export function versionAddress(path: string, version: number): string {
  return `/${path}/v/${String(version)}/`
}

/** The address of the list of the recorded wordings of a report for machines, a TimeMap (RFC 7089). */
export function timeMapAddress(path: string): string {
  return `/${path}/v/timemap.link`
}

/** The address of a year, a month or a day: `2024-12-20` → `/2024/12/20/`. */
export function periodAddress(period: string): string {
  return `/${period.replaceAll('-', '/')}/`
}

/** The id of the row of the decade that a year lies in, on the page of all years: `decade-1880`. */
export function decadeId(year: number): string {
  return `decade-${String(year - (year % 10))}`
}

/** The address of the row of the decade that a year lies in. */
export function decadeAddress(year: number): string {
  return `${YEARS}#${decadeId(year)}`
}

/** The address of the index of a vocabulary. */
export function vocabularyAddress(vocabulary: Vocabulary): string {
  return `/${vocabulary}/`
}

/** The address of a term, or of one of its numbered pages. */
export function termAddress(vocabulary: Vocabulary, id: string, page?: number): string {
  return page === undefined ? `/${vocabulary}/${id}/` : `/${vocabulary}/${id}/page/${String(page)}/`
}

/** The address above the numbered pages of a list, which leads to the list: `/topics/copyright/page/`. */
export function pagesAddress(list: string): string {
  return `${list}page/`
}

/** The address of the reports of a term in one year. */
export function termYearAddress(vocabulary: Vocabulary, id: string, year: string): string {
  return `/${vocabulary}/${id}/${year}/`
}

/** The address of the reports of a term in the order of what they tell of. */
export function timelineAddress(vocabulary: Vocabulary, id: string): string {
  return `/${vocabulary}/${id}/timeline/`
}

/** The address of the list of terms that are named together with one. */
export function togetherAddress(vocabulary: Vocabulary, id: string): string {
  return `/${vocabulary}/${id}/with/`
}

/** The address of the reports that name two terms, these in their one order: `/topics/copyright/with/organisations-wipo/`. */
export function termPairAddress([first, second]: readonly [TermName, TermName]): string {
  return `${togetherAddress(first.vocabulary, first.id)}${second.vocabulary}-${second.id}/`
}

/** What a term is called in addresses. */
interface TermName {
  vocabulary: Vocabulary
  id: string
}

/** The address of the reports that are remembered on a day of the year, by month and day: `12-20`. */
export function anniversaryAddress(day: string): string {
  return `${ON_THIS_DAY}${day}/`
}

/** The address of the list of corrections, or of one of its numbered pages. */
export function correctionsAddress(page?: number): string {
  return page === undefined ? CORRECTIONS : `${CORRECTIONS}page/${String(page)}/`
}

/** The address under which the feeds of a language are. */
export function languageFeedsAddress(language: string): string {
  return `/feeds/languages/${language}/`
}

/** The address of a document of the archive of the feed of everything, less its file: of a year, and by number where it has several. */
export function feedArchiveAddress(year: string, number: number): string {
  return number === 1 ? `/feeds/${year}/` : `/feeds/${year}/${String(number)}/`
}

/** The addresses above files for programs that are there once, and the page that tells of these files. */
/** Pages of which there is one. */
export const HOME = '/'
export const NOT_FOUND = '/404.html'
export const YEARS = '/years/'
export const ABOUT = '/about/'
export const SEARCH = '/search/'
export const SEARCH_STYLE = '/search.css'
export const OPENSEARCH = '/opensearch.xml'
export const SITEMAP = '/sitemap.xml'
export const DATA = '/data/'
export const DATA_PACKAGE = '/data/datapackage.json'
export const REPORT_SCHEMA = '/schemas/report-1.json'
export const ABOUT_LINKS = '/about/links/'
export const ON_THIS_DAY = '/on-this-day/'
export const COVERAGE = '/about/coverage/'
export const CORRECTIONS = '/corrections/'
export const FEEDS = '/feeds/'
export const CARD = '/card.png'

/** The addresses above files for programs, and the page that tells of these files. */
export const FILE_FOLDERS: readonly (readonly [
  folder: string,
  page: typeof FEEDS | typeof DATA | typeof ABOUT_LINKS,
])[] = [
  ['/feeds/languages/', FEEDS],
  ['/llms/', DATA],
  ['/moved/', ABOUT_LINKS],
  ['/schemas/', ABOUT_LINKS],
]

/** The addresses of the indexes of all vocabularies, in their order. */
export const VOCABULARY_ADDRESSES: readonly (readonly [Vocabulary, string])[] = VOCABULARIES.map((vocabulary) => [
  vocabulary,
  vocabularyAddress(vocabulary),
])
