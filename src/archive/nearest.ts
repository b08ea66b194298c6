/**
 * The candidate nearest to a word, for “did you mean”: by optimal string alignment distance (insertions, deletions,
 * substitutions and swaps of neighbours), at most a third of the word's length, but at least 1 and never more than 3.
 * Ties go to the first candidate. `undefined` when none is near.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  let limit = Math.min(3, Math.max(1, Math.floor(word.length / 3)))
  let best: string | undefined
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) > limit) continue
    const distance = alignmentDistance(word.toLowerCase(), candidate.toLowerCase())
    if (distance > limit || (distance === limit && best !== undefined)) continue
    best = candidate
    limit = distance
  }
  return best
}

/** A hint that names the nearest candidate, if there is one. */
export function didYouMean(word: string, candidates: Iterable<string>): string {
  const found = nearest(word, candidates)
  return found === undefined ? '' : `did you mean “${found}”? `
}

/** Optimal string alignment distance of two words, in edits. */
export function alignmentDistance(a: string, b: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const substitution = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      let edits = Math.min(substitution, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        edits = Math.min(edits, (beforeLast[j - 2] ?? 0) + 1)
      }
      row.push(edits)
    }
    beforeLast = last
    last = row
  }
  return last[b.length] ?? 0
}
