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

/** The address of a year, a month or a day: `2024-12-20` → `/2024/12/20/`. */
export function periodAddress(period: string): string {
  return `/${period.replaceAll('-', '/')}/`
}

/** The address of the index of a vocabulary. */
export function vocabularyAddress(vocabulary: Vocabulary): string {
  return `/${vocabulary}/`
}

/** The address of a term, or of one of its numbered pages. */
export function termAddress(vocabulary: Vocabulary, id: string, page?: number): string {
  return page === undefined ? `/${vocabulary}/${id}/` : `/${vocabulary}/${id}/page/${String(page)}/`
}

/** Pages of which there is one. */
export const HOME = '/'
export const YEARS = '/years/'
export const ABOUT = '/about/'
export const SEARCH = '/search/'
export const OPENSEARCH = '/opensearch.xml'
export const SITEMAP = '/sitemap.xml'
export const TABLE = '/data/reports.csv'

/** The addresses of the indexes of all vocabularies, in their order. */
export const VOCABULARY_ADDRESSES: readonly (readonly [Vocabulary, string])[] = VOCABULARIES.map((vocabulary) => [
  vocabulary,
  vocabularyAddress(vocabulary),
])
