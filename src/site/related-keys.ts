import type { Report } from '#archive/catalogue.ts'
import { oncePerCatalogue } from '#archive/once-per-catalogue.ts'
import { candidateListsOf } from '#archive/related.ts'
import { termIndexOf } from '#archive/term-index.ts'
import { digestsOf, runningSums, sumBetween } from './digest-sums.ts'
import { fingerprintsOf } from './fingerprints.ts'

/**
 * What decides which reports are related to one, and what is said of them, as a line for each of its terms. It is asked for with every report whenever
 * anything has changed, and looking for what is related takes a hundred times as long. Of the neighbours in the list of a term it has the
 * sum of their digests (`digest-sums.ts`).
 */
export const relatedKeysOf = oncePerCatalogue((catalogue): ((report: Report) => string) => {
  const { reports, terms, weights } = termIndexOf(catalogue)
  const { ofReport } = fingerprintsOf(catalogue)
  const digests = digestsOf(catalogue.pages, ofReport)
  const sums = reports.map((list) => runningSums(list, digests))
  const named = terms.map(({ vocabulary, id }, term) => `${vocabulary}/${id} ${String(weights[term])}`)
  return (report) => {
    let key = ''
    // In their order, which decides what is said of them.
    for (const { term, from, to } of candidateListsOf(catalogue, report)) {
      const running = sums[term]
      if (running !== undefined) key += `${named[term] ?? ''} ${sumBetween(running, from, to)}\n`
    }
    return key
  }
})
