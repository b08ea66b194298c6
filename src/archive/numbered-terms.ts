import { termsOf, type Catalogue, type Report, type TermRecord } from './catalogue.ts'
import { oncePerCatalogue } from './once-per-catalogue.ts'
import { VOCABULARIES } from './vocabulary.ts'

/** All terms of a catalogue by numbers, so that terms which stand together can be counted without making up a name for each pair. */
export interface NumberedTerms {
  /** The terms by their numbers: by the order of vocabularies, then by id. */
  records: readonly TermRecord[]
  /** The numbers of the terms that each report names, each once, by its place in `catalogue.pages`. */
  named: readonly Int32Array[]
  /** The places in `catalogue.pages` of the published reports that name each term, rising: its `reports` in their order. */
  reports: readonly (readonly number[])[]
}

const NONE = new Int32Array()

/** The terms of a catalogue numbered in their one order: that of the vocabularies, then by id. */
export const numberTerms = oncePerCatalogue(({ terms, pages }: Catalogue): NumberedTerms => {
  const inOrder = VOCABULARIES.map((vocabulary) =>
    [...terms[vocabulary].values()].sort((a, b) => (a.term.id < b.term.id ? -1 : 1)),
  )
  const records = inOrder.flat()
  let before = 0
  const numbers = inOrder.map((list) => {
    const from = before
    before += list.length
    return new Map(list.map(({ term }, index) => [term.id, from + index]))
  })
  const numbersOf = (report: Report): Set<number> =>
    new Set(
      VOCABULARIES.flatMap((vocabulary, index) =>
        termsOf(report, vocabulary).flatMap(({ id }) => numbers[index]?.get(id) ?? []),
      ),
    )
  const named = pages.map((report) => Int32Array.from(numbersOf(report)))
  const places = records.map((): number[] => [])
  for (const [place, { status }] of pages.entries()) {
    if (status === 'published') for (const term of named[place] ?? NONE) places[term]?.push(place)
  }
  return { records, named, reports: places }
})

/** How many of the reports of a term name each other term. */
export interface OtherTerms {
  /** The numbers of the other terms, in the order in which they were met. */
  numbers: readonly number[]
  /** The count of a term by its number. It is overwritten when the next term is counted. */
  counts: Readonly<Uint32Array>
}

/**
 * Go through terms and count for each with which others it is named: O(sum of terms² per report), and no more memory than a number
 * for each term.
 *
 * @param owns the numbers of the terms, all in their order by default
 */
export function* countOtherTerms(
  { records, named, reports }: NumberedTerms,
  owns: Iterable<number> = records.keys(),
): Generator<[number, OtherTerms]> {
  const counts = new Uint32Array(records.length)
  for (const own of owns) {
    const numbers: number[] = []
    for (const place of reports[own] ?? []) {
      for (const other of named[place] ?? NONE) {
        if (other === own) continue
        const count = counts[other] ?? 0
        if (count === 0) numbers.push(other)
        counts[other] = count + 1
      }
    }
    yield [own, { numbers, counts }]
    for (const number of numbers) counts[number] = 0
  }
}
