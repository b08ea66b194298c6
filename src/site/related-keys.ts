import type { Report } from '#archive/catalogue.ts'
import { oncePerCatalogue } from '#archive/once-per-catalogue.ts'
import { candidateListsOf } from '#archive/related.ts'
import { termIndexOf } from '#archive/term-index.ts'
import { fingerprintsOf } from './fingerprints.ts'

/**
 * What decides which reports are related to one, and what is said of them, as a few values. They are asked for with every report whenever
 * anything has changed, and looking for what is related takes a hundred times as long. Of the neighbours in the list of a term they have the
 * sum of their digests, 64 bits: the difference of two sums from the beginning of the list.
 */
export const relatedKeysOf = oncePerCatalogue((catalogue): ((report: Report) => readonly (string | number)[]) => {
  const { reports, terms, weights } = termIndexOf(catalogue)
  const { ofReport } = fingerprintsOf(catalogue)
  const halves = [0, 8].map((at) =>
    Uint32Array.from(catalogue.pages, (report) => parseInt(ofReport(report).slice(at, at + 8), 16)),
  )
  const sums = reports.map((list) => halves.map((digests) => runningSums(list, digests)))
  return (report) =>
    candidateListsOf(catalogue, report).flatMap(({ term, from, to }) => [
      // In their order, which decides what is said of them.
      `${terms[term]?.vocabulary ?? ''}/${terms[term]?.id ?? ''}`,
      weights[term] ?? 0,
      ...(sums[term] ?? []).map((running) => ((running[to] ?? 0) - (running[from] ?? 0)) >>> 0),
    ])
})

/** The sums of the digests of the first reports of a list: of none, of one, of two. They begin anew beyond 32 bits. */
function runningSums(list: Int32Array, digests: Uint32Array): Uint32Array {
  const sums = new Uint32Array(list.length + 1)
  for (let at = 0; at < list.length; at += 1) sums[at + 1] = (sums[at] ?? 0) + (digests[list[at] ?? 0] ?? 0)
  return sums
}
