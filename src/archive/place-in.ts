/** Where a number stands in a list of rising ones, or would stand. */
export function placeIn(list: ArrayLike<number>, number: number): number {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((list[middle] ?? 0) < number) low = middle + 1
    else high = middle
  }
  return low
}
