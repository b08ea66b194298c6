import type { Catalogue, Report, TermRecord } from '#archive/catalogue.ts'
import { numberTerms } from '#archive/numbered-terms.ts'
import { oncePerCatalogue } from '#archive/once-per-catalogue.ts'
import { placeIn } from '#archive/partition-point.ts'
import { digestsOfPages, runningSums, sumBetween, type Digests } from './digest-sums.ts'

/**
 * Keys of what stands in lists: equal where the same is said of the same reports. A report stands in some fifty lists, of periods, of terms,
 * of years of terms, so none is gone through: each key takes the work of two subtractions.
 */
export interface ListKeys {
  /** Of reports that stand one after the other in `catalogue.reports`, as those of a period do. */
  ofPeriod: (reports: readonly Report[]) => string
  /** Of reports that stand one after the other in the list of a term, the oldest or the newest first. */
  ofTerm: (record: TermRecord, reports: readonly Report[]) => string
}

export const listKeysOf = oncePerCatalogue((catalogue: Catalogue): ListKeys => {
  const { pages, positions } = catalogue
  const digests = digestsOfPages(catalogue)
  const places = Int32Array.from(pages.keys()).filter((place) => pages[place]?.status === 'published')
  const all = runningSums(places, digests)
  const terms = numberTerms(catalogue)
  const numbers = new Map(terms.records.map((record, number) => [record, number]))
  const sums = terms.reports.map((list): Digests => runningSums(list, digests))
  const firstPlace = (some: readonly Report[]): number =>
    Math.min(...[some[0], some.at(-1)].map((report) => (report && positions.get(report)) ?? 0))
  return {
    ofPeriod: (some) => {
      const from = firstPlace(some)
      return sumBetween(all, from, from + some.length).join(' ')
    },
    ofTerm: (record, some) => {
      const number = numbers.get(record) ?? -1
      const from = placeIn(terms.reports[number] ?? [], places[firstPlace(some)] ?? 0)
      return sumBetween(sums[number] ?? all, from, from + some.length).join(' ')
    },
  }
})
