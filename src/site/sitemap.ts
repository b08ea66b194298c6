import {
  ABOUT,
  HOME,
  periodAddress,
  reportAddress,
  termAddress,
  VOCABULARY_ADDRESSES,
  YEARS,
} from '#archive/addresses.ts'
import type { Catalogue, Period } from '#archive/catalogue.ts'
import { VOCABULARIES } from '#archive/term.ts'
import { divideSitemap, type SitemapPart } from '#formats/sitemap.ts'
import { getCatalogue } from './catalogue.ts'
import { absolute } from './links.ts'

/** The parts of the sitemap: one for each month (or year, where no more is known) of reports, one for all other pages. */
export async function getSitemapParts(): Promise<SitemapPart[]> {
  const catalogue = await getCatalogue()
  const months = Map.groupBy(catalogue.reports, ({ date }) => date.slice(0, 7))
  const lists = new Map([['pages', browsePages(catalogue)]])
  for (const [month, reports] of months)
    lists.set(
      month,
      reports.map(({ path }) => reportAddress(path)),
    )
  return divideSitemap(lists).map(({ name, addresses }) => ({ name, addresses: addresses.map(absolute) }))
}

function browsePages({ years, terms }: Catalogue): string[] {
  const periods = (list: readonly Period[]): string[] =>
    list.flatMap(({ id, parts }) => [periodAddress(id), ...periods(parts)])
  return [
    ...[HOME, YEARS, ABOUT],
    ...VOCABULARY_ADDRESSES.map(([, address]) => address),
    ...VOCABULARIES.flatMap((vocabulary) => Array.from(terms[vocabulary].keys(), (id) => termAddress(vocabulary, id))),
    ...periods(years),
  ]
}
