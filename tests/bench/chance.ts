/** Numbers from 0 to below 1 that look random and are the same each time. */
export type Random = () => number

/** A source of random numbers (mulberry32, https://github.com/cprosche/mulberry32): one multiplication more than a counter. */
export function makeRandom(seed: number): Random {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let bits = Math.imul(state ^ (state >>> 15), state | 1)
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61)
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A whole number from 0 to `limit` − 1. */
export function below(random: Random, limit: number): number {
  return Math.floor(random() * limit)
}

/** A whole number from `least` to `most`. */
export function between(random: Random, least: number, most: number): number {
  return least + below(random, most - least + 1)
}

/** Any element of a list that is not empty. */
export function pick<Value>(random: Random, list: readonly Value[]): Value {
  return list[below(random, list.length)] as Value
}

/** A number whose logarithm is normal (Box and Muller), with the median `median`. */
export function lognormal(random: Random, median: number, deviation: number): number {
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  return median * Math.exp(deviation * normal)
}

/** Put a list into another order, in place. */
export function shuffle<Value>(random: Random, list: Value[]): Value[] {
  for (let last = list.length - 1; last > 0; last -= 1) {
    const other = below(random, last + 1)
    const value = list[last] as Value
    list[last] = list[other] as Value
    list[other] = value
  }
  return list
}

/**
 * Draw indexes by their weights in constant time, however many there are (the alias method, A. Walker 1977): each
 * slot holds its own index up to a threshold, and above it one whose weight is larger than a slot.
 */
export function makeSampler(random: Random, weights: Float64Array): () => number {
  const size = weights.length
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const thresholds = weights.map((weight) => (weight * size) / total)
  const aliases = new Uint32Array(size)
  const small: number[] = []
  const large: number[] = []
  thresholds.forEach((threshold, index) => (threshold < 1 ? small : large).push(index))
  while (small.length > 0 && large.length > 0) {
    const [lesser = 0, greater = 0] = [small.pop(), large.pop()]
    aliases[lesser] = greater
    const rest = (thresholds[greater] ?? 0) - 1 + (thresholds[lesser] ?? 0)
    thresholds[greater] = rest
    ;(rest < 1 ? small : large).push(greater)
  }
  // What is left over is 1 but for rounding.
  for (const index of [...small, ...large]) thresholds[index] = 1
  return () => {
    const slot = below(random, size)
    return random() < (thresholds[slot] ?? 1) ? slot : (aliases[slot] ?? 0)
  }
}
