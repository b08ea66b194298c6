import type { Match } from './matches.ts'

/**
 * How results are ordered by relevance. A report's score is the sum over what was searched for of
 *
 *     rarity × (frequency + 1.5 if the title holds it + 0.5 if words that were typed side by side stand so)
 *
 * where `rarity` is ln(1 + (N − n + ½) / (n + ½)) for n of N reports, and `frequency` is
 * f · 2.2 / (f + 1.2 · (¼ + ¾ · length / mean length)) for f occurrences: Okapi BM25 (Robertson and Zaragoza 2009) with its
 * usual k₁ = 1.2 and b = 0.75; f is 1 of what is looked for without its places (`isOnce`). What only the names of a report's terms hold counts as a frequency of ½. N, n and the
 * mean length are those of the whole archive, so that the order does not depend on how reports are divided among indexes.
 *
 * The newest report of the archive gets a tenth more, one that is three years older a twentieth more, and so on: of two that
 * answer equally well the newer one stands first. A report whose title is just what was typed stands before all others.
 */
const SATURATION = 1.2
const LENGTH_WEIGHT = 0.75
const IN_TITLE = 1.5
const SIDE_BY_SIDE = 0.5
const ONLY_NAMED = 0.5
const RECENT = 0.1
const HALF_LIFE_YEARS = 3

/** What the score of a report depends on beside its matches. */
export interface Standing {
  /** How many words it has, and how many a report of the archive has on average. */
  length: number
  meanLength: number
  /** How many years before the newest report it was filed. */
  yearsOld: number
}

/** How rare something is that `found` of `all` reports hold. */
export function rarityOf(found: number, all: number): number {
  return Math.log(1 + (all - found + 0.5) / (found + 0.5))
}

/** The score of a report: `matches` in the order in which they were typed, each with its rarity in the archive. */
export function scoreOf(
  matches: readonly Match[],
  rarities: readonly number[],
  { length, meanLength, yearsOld }: Standing,
): number {
  const lengthFactor = 1 - LENGTH_WEIGHT + (LENGTH_WEIGHT * length) / Math.max(meanLength, 1)
  let score = 0
  matches.forEach(({ places, inTitle }, index) => {
    const count = places.length
    const frequency = count === 0 ? ONLY_NAMED : (count * (SATURATION + 1)) / (count + SATURATION * lengthFactor)
    const before = matches[index - 1]
    const isBeside = before !== undefined && standSideBySide(before.places, places)
    score += (rarities[index] ?? 0) * (frequency + (inTitle ? IN_TITLE : 0) + (isBeside ? SIDE_BY_SIDE : 0))
  })
  return score * (1 + RECENT * 2 ** (-yearsOld / HALF_LIFE_YEARS))
}

/** Whether one of `places` comes directly after one of `before`; both rise. */
function standSideBySide(before: readonly number[], places: readonly number[]): boolean {
  let at = 0
  return before.some((place) => {
    while (at < places.length && (places[at] ?? 0) <= place) at += 1
    return places[at] === place + 1
  })
}
