import type { Report } from '#archive/catalogue.ts'
import { oncePerCatalogue } from '#archive/once-per-catalogue.ts'
import { candidateListsOf } from '#archive/related.ts'
import { termIndexOf } from '#archive/term-index.ts'
import { digestAt, digestsOf, digestsOfPages, runningSums, sumBetween } from './digest-sums.ts'
import { fingerprint, fingerprintsOf } from './fingerprints.ts'

/**
 * A key of what decides which reports are related to one, and of what is said of them. It is asked for with every report whenever
 * anything has changed, and looking for what is related takes a hundred times as long. Of the neighbours in the list of a term it has the
 * sum of their digests (`digest-sums.ts`), and of other translations of the same original their fingerprints; what there is to say of the
 * report itself, of its original and of its own translations belongs to the key of its page anyway.
 */
export const relatedKeysOf = oncePerCatalogue((catalogue): ((report: Report) => string) => {
  const { reports, terms, weights } = termIndexOf(catalogue)
  const digests = digestsOfPages(catalogue)
  const { ofReport } = fingerprintsOf(catalogue)
  const sums = reports.map((list) => runningSums(list, digests))
  const names = digestsOf(terms.keys().toArray(), (term) =>
    fingerprint([terms[term]?.vocabulary, terms[term]?.id, weights[term]]),
  )
  return (report) => {
    // In their order, which decides what is said of them.
    const lists = candidateListsOf(catalogue, report)
    const numbers = new Uint32Array(4 * lists.length)
    for (const [at, { term, from, to }] of lists.entries()) {
      numbers.set(digestAt(names, term), 4 * at)
      numbers.set(sumBetween(sums[term] ?? names, from, to), 4 * at + 2)
    }
    // A second translation into one language is not among the versions of the first.
    const others = catalogue.translations.get(report.translationOf ?? '') ?? []
    return [fingerprint(numbers), ...others.map(ofReport)].join()
  }
})
