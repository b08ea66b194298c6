import { findNearDuplicates } from '#archive/near-duplicates.ts'
import { inFile, type Problem } from '#archive/problem.ts'
import { readBody, type ReadReport } from './read-report.ts'

/** Find reports whose texts are the same, which is an error, or nearly the same, of which an editor is warned. */
export function checkTwins(root: string, read: readonly ReadReport[]): Problem[] {
  const firsts = new Map<string, ReadReport>()
  const problems: Problem[] = []
  for (const one of read) {
    const { wordsDigest } = one
    const first = wordsDigest === undefined ? undefined : firsts.get(wordsDigest)
    if (first !== undefined) {
      const what = `the text is the same as that of ${first.file}`
      problems.push(inFile(one.file, { line: 1, code: 'same-text', what, hint: 'keep one of them' }))
    } else if (wordsDigest !== undefined) firsts.set(wordsDigest, one)
  }
  const signatures = firsts.values().map((one) => [one, one.signature] as const)
  for (const { earlier, later, similarity } of findNearDuplicates(signatures, ({ file }) => readBody(root, file))) {
    const what = `${(similarity * 100).toFixed(0)} % of the text is also in ${earlier.file}`
    const hint = 'check that it is not the same report twice'
    problems.push(inFile(later.file, { line: 1, code: 'similar-text', what, hint, severity: 'warning' }))
  }
  return problems
}
