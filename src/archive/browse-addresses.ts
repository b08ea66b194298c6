import {
  ABOUT,
  ABOUT_LINKS,
  anniversaryAddress,
  CORRECTIONS,
  COVERAGE,
  DATA,
  FEEDS,
  HOME,
  ON_THIS_DAY,
  periodAddress,
  termAddress,
  VOCABULARY_ADDRESSES,
  YEARS,
} from './addresses.ts'
import { buildAnniversaries } from './anniversaries.ts'
import type { Catalogue, Period } from './catalogue.ts'
import { VOCABULARIES } from './vocabulary.ts'

/** The addresses of all pages that lead to reports: the front page, the indexes, the pages about the archive, every term and every period. */
export function browseAddresses(catalogue: Catalogue): string[] {
  const { terms, years } = catalogue
  return [
    ...singleAddresses(catalogue),
    ...VOCABULARIES.flatMap((vocabulary) => Array.from(terms[vocabulary].keys(), (id) => termAddress(vocabulary, id))),
    ...periodAddresses(years),
  ]
}

/** The addresses of the pages of which there is one in every archive, and of the days of the year. */
export function singleAddresses({ reports }: Catalogue): string[] {
  return [
    ...[HOME, YEARS, ABOUT, ABOUT_LINKS, COVERAGE, CORRECTIONS, FEEDS, DATA, ON_THIS_DAY],
    ...Array.from(buildAnniversaries(reports).keys(), anniversaryAddress),
    ...VOCABULARY_ADDRESSES.map(([, address]) => address),
  ]
}

/** The addresses of periods and of their parts, each period before its parts. */
export function periodAddresses(periods: readonly Period[]): string[] {
  return periods.flatMap(({ id, parts }) => [periodAddress(id), ...periodAddresses(parts)])
}
