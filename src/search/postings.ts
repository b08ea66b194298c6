/** Where a word stands: for each report that holds it, by its ordinal, the places in the order of the text. */
export type Postings = ReadonlyMap<number, readonly number[]>

/** Where any of several words stands. */
export function unite(lists: readonly Postings[]): Postings {
  const [first = new Map<number, readonly number[]>(), ...others] = lists.filter((list) => list.size > 0)
  if (others.length === 0) return first
  const united = new Map<number, readonly number[]>(first)
  for (const list of others) {
    for (const [report, places] of list) {
      const known = united.get(report)
      united.set(report, known === undefined ? places : [...new Set([...known, ...places])].sort((a, b) => a - b))
    }
  }
  return united
}

/** Where words stand one directly after the other, in their order: the places of the first of them. */
export function follow(words: readonly Postings[]): Postings {
  const [first, ...others] = words
  if (first === undefined) return new Map()
  if (others.length === 0) return first
  const rarest = words.reduce((best, list) => (list.size < best.size ? list : best))
  const found = new Map<number, readonly number[]>()
  for (const report of rarest.keys()) {
    const sets = others.map((list) => new Set(list.get(report)))
    const places = (first.get(report) ?? []).filter((place) => sets.every((set, index) => set.has(place + index + 1)))
    if (places.length > 0) found.set(report, places)
  }
  return found
}
