import { termsOf, type Catalogue, type TermRecord } from './catalogue.ts'
import { countOtherTerms, numberTerms } from './numbered-terms.ts'
import { VOCABULARIES } from './vocabulary.ts'

/** A term that reports name together with another one. */
export interface TogetherTerm {
  record: TermRecord
  /** How many reports name both. */
  count: number
}

/**
 * The terms that the reports of a term name as well, those that are named most often with it first; where as often, in the
 * order of vocabularies, then by id. One pass over the reports of the term.
 */
export function findTogether({ terms }: Catalogue, { term, reports }: TermRecord): TogetherTerm[] {
  return VOCABULARIES.flatMap((vocabulary) => {
    const counts = new Map<string, number>()
    for (const report of reports) {
      const ids = new Set(termsOf(report, vocabulary).map(({ id }) => id))
      for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1)
    }
    if (vocabulary === term.vocabulary) counts.delete(term.id)
    return [...counts]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([id, count]) => {
        const record = terms[vocabulary].get(id)
        return record === undefined ? [] : { record, count }
      })
  }).sort((a, b) => b.count - a.count)
}

/**
 * The same as `findTogether` for all terms at once, O(sum of terms² per report); for each term at most `most` others.
 * The terms come in the order of vocabularies, then by id.
 */
export function findAllTogether(catalogue: Catalogue, most = Infinity): Map<TermRecord, TogetherTerm[]> {
  const terms = numberTerms(catalogue)
  const together = new Map<TermRecord, TogetherTerm[]>()
  for (const [own, { numbers, counts }] of countOtherTerms(terms)) {
    const record = terms.records[own]
    if (record === undefined) continue
    const ranked = [...numbers].sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || a - b).slice(0, most)
    together.set(
      record,
      ranked.flatMap((number) => {
        const other = terms.records[number]
        return other === undefined ? [] : { record: other, count: counts[number] ?? 0 }
      }),
    )
  }
  return together
}
