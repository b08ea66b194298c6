/**
 * The optimal string alignment distance of two words (insertions, deletions, substitutions and swaps of neighbours, in edits)
 * when it is at most `limit`, and else `limit + 1`. It looks only at alignments that can come out so (a band of `2 × limit + 1`
 * cells a row, Ukkonen 1985), and stops when there is none left. Letters are UTF-16 units.
 */
export function boundedDistance(a: string, b: string, limit: number): number {
  const beyond = limit + 1
  if (Math.abs(a.length - b.length) > limit) return beyond
  // What lies beside the band is never written, so it must be beyond the limit from the start.
  let beforeLast = new Array<number>(b.length + 1).fill(beyond)
  let last = Array.from({ length: b.length + 1 }, (_, column) => Math.min(column, beyond))
  let row = new Array<number>(b.length + 1).fill(beyond)
  for (let i = 1; i <= a.length; i += 1) {
    const first = Math.max(1, i - limit)
    const end = Math.min(b.length, i + limit)
    row.fill(beyond)
    row[0] = Math.min(i, beyond)
    let least = first === 1 ? row[0] : beyond
    for (let j = first; j <= end; j += 1) {
      let edits = at(last, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1)
      edits = Math.min(edits, at(last, j) + 1, at(row, j - 1) + 1, beyond)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        edits = Math.min(edits, at(beforeLast, j - 2) + 1)
      }
      row[j] = edits
      least = Math.min(least, edits)
    }
    if (least > limit) return beyond
    ;[beforeLast, last, row] = [last, row, beforeLast]
  }
  return at(last, b.length)

  function at(cells: readonly number[], column: number): number {
    return cells[column] ?? beyond
  }
}
