import { termsOf, type Report } from './catalogue.ts'
import { oncePerCatalogue } from './once-per-catalogue.ts'
import { roundUp } from './round-up.ts'
import { VOCABULARIES, type Vocabulary } from './vocabulary.ts'

/** A term that reports name. */
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

/** The index of a catalogue; made once, since it is asked for with every report. O(terms that reports name). */
export const termIndexOf = oncePerCatalogue(({ pages, reports }): TermIndex => {
  const lists = new Map<string, IndexedTerm & { reports: number[]; number: number }>()
  const named = pages.map((report, place) =>
    VOCABULARIES.flatMap((vocabulary) =>
      termsOf(report, vocabulary).map(({ id }) => {
        const name = `${vocabulary}/${id}`
        const term = lists.get(name) ?? { vocabulary, id, reports: [], number: 0 }
        lists.set(name, term)
        // A report may name a term twice.
        if (report.status === 'published' && term.reports.at(-1) !== place) term.reports.push(place)
        return term
      }),
    ),
  )
  const order = new Map(VOCABULARIES.map((vocabulary, place) => [vocabulary, place]))
  const terms = [...lists.values()].sort(
    (a, b) =>
      a.reports.length - b.reports.length ||
      (order.get(a.vocabulary) ?? 0) - (order.get(b.vocabulary) ?? 0) ||
      (a.id < b.id ? -1 : 1),
  )
  for (const [number, term] of terms.entries()) term.number = number
  const all = roundUp(reports.length, 1)
  const weightOf = (count: number): number => Math.round(1e6 * Math.log(1 + all / Math.max(1, roundUp(count, 4))))
  return {
    terms: terms.map(({ vocabulary, id }) => ({ vocabulary, id })),
    weights: terms.map((term) => weightOf(term.reports.length)),
    reports: terms.map((term) => Int32Array.from(term.reports)),
    named: named.map((list) => Int32Array.from(new Set(list.map(({ number }) => number))).sort()),
    places: new Map(pages.map((report, place) => [report, place])),
    series: new Map(terms.flatMap(({ vocabulary, id, number }) => (vocabulary === 'series' ? [[id, number]] : []))),
    times: Float64Array.from(pages, ({ date }) => Date.parse(date)),
    marks: new Int32Array(pages.length).fill(-1),
    weighed: new Float64Array(terms.length),
  }
})
