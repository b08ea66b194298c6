import type { Report } from './catalogue.ts'
import { numberTerms } from './numbered-terms.ts'
import { oncePerCatalogue } from './once-per-catalogue.ts'
import { roundUp } from './round-up.ts'
import type { Vocabulary } from './vocabulary.ts'

/** A term that reports may name. */
export interface IndexedTerm {
  vocabulary: Vocabulary
  id: string
}

/** Which terms each report names and which reports name each term, in numbers, for the whole catalogue. */
export interface TermIndex {
  /** Terms, the rarest first; of equally rare ones in the order of vocabularies, then by id. Their places here are their numbers. */
  terms: readonly IndexedTerm[]
  /**
   * What each weighs, in millionths, whole: sums of them do not depend on their order. How many reports there are is told roughly, so that
   * with a report more most terms weigh what they did.
   */
  weights: readonly number[]
  /** The published reports that name each, by their places in `catalogue.pages`, rising. */
  reports: readonly Int32Array[]
  /** The terms that each report names, rising, by its place in `catalogue.pages`. */
  named: readonly Int32Array[]
  /** Where each report stands in `catalogue.pages`. */
  places: ReadonlyMap<Report, number>
  /** The numbers of the series, by their ids. */
  series: ReadonlyMap<string, number>
  /** When the day, the month or the year of each report begins, in milliseconds since 1970. */
  times: Float64Array
  /** For each report the one whose candidates it is among at this moment, or -1: it tells twice the same without a set. */
  marks: Int32Array
  /** For each term what it weighs where the report names it whose candidates are compared at this moment, or 0. */
  weighed: Float64Array
}

/** The index of a catalogue; made once, since it is asked for with every report. O(terms, and how often reports name them). */
export const termIndexOf = oncePerCatalogue((catalogue): TermIndex => {
  const { pages, reports: published } = catalogue
  const { records, named, reports } = numberTerms(catalogue)
  const countOf = (number: number): number => reports[number]?.length ?? 0
  // Of equally rare ones the numbers tell the order.
  const order = [...records.keys()].sort((a, b) => countOf(a) - countOf(b) || a - b)
  const places = new Int32Array(records.length)
  for (const [place, number] of order.entries()) places[number] = place
  const all = roundUp(published.length, 1)
  const weightOf = (count: number): number => Math.round(1e6 * Math.log(1 + all / Math.max(1, roundUp(count, 4))))
  const terms = order.flatMap((number) => records[number]?.term ?? []).map(({ vocabulary, id }) => ({ vocabulary, id }))
  return {
    terms,
    weights: order.map((number) => weightOf(countOf(number))),
    reports: order.map((number) => Int32Array.from(reports[number] ?? [])),
    named: named.map((numbers) => numbers.map((number) => places[number] ?? 0).sort()),
    places: new Map(pages.map((report, place) => [report, place])),
    series: new Map(terms.flatMap(({ vocabulary, id }, number) => (vocabulary === 'series' ? [[id, number]] : []))),
    times: Float64Array.from(pages, ({ date }) => Date.parse(date)),
    marks: new Int32Array(pages.length).fill(-1),
    weighed: new Float64Array(terms.length),
  }
})
