/** Where a number stands in a list of rising ones, or would stand. */
export function placeIn(list: ArrayLike<number>, number: number): number {
  return partitionPoint(0, list.length, (at) => (list[at] ?? 0) < number)
}

/** The first place from `from` up to `to` that is past something, when all places before it are not. O(log n). */
export function partitionPoint(from: number, to: number, isBefore: (at: number) => boolean): number {
  let [low, high] = [from, to]
  while (low < high) {
    const middle = (low + high) >> 1
    if (isBefore(middle)) low = middle + 1
    else high = middle
  }
  return low
}
