import { boundedDistance } from './bounded-distance.ts'
import { typingCost } from './typing-cost.ts'

/** Known words with how many reports hold them. */
export type KnownWords = readonly (readonly [word: string, reports: number])[]

/** How much it counts that a word is common: a hundred times as many reports make up for half a neighbouring key. */
const COMMONNESS = 0.25

/**
 * The known words that someone who typed `word` may have meant, best first, at most `count`: those with at most two letters
 * inserted, deleted, replaced or swapped with their neighbour (optimal string alignment), or one in words of up to four
 * letters, by how likely those errors are and then by how common the words are. A word of one letter has none, and no word
 * is its own suggestion. The same words always come in the same order.
 *
 * @param word in lower case and without accents, in any script, as the known words are
 */
export function suggestWords(word: string, known: KnownWords, count: number): string[] {
  if (word.length < 2) return []
  const limit = word.length <= 4 ? 1 : 2
  const letters = lettersOf(word)
  return known
    .filter(
      ([candidate]) =>
        Math.abs(candidate.length - word.length) <= limit &&
        mayBeNear(letters, lettersOf(candidate), limit) &&
        candidate !== word &&
        boundedDistance(word, candidate, limit) <= limit,
    )
    .map(([candidate, reports]) => ({
      candidate,
      cost: typingCost(word, candidate) - COMMONNESS * Math.log1p(reports),
    }))
    .sort((one, other) => one.cost - other.cost || (one.candidate < other.candidate ? -1 : 1))
    .slice(0, Math.max(0, count))
    .map(({ candidate }) => candidate)
}

/** The letters of a word as bits. Some share a bit; that only lets more words through. */
function lettersOf(word: string): number {
  let bits = 0
  for (let index = 0; index < word.length; index += 1) bits |= 1 << (word.charCodeAt(index) & 31)
  return bits
}

/** Whether words with these letters may be that near: an edit takes one letter away from a word at most, and adds one at most. */
function mayBeNear(one: number, other: number, limit: number): boolean {
  return countBits(one & ~other) <= limit && countBits(other & ~one) <= limit
}

function countBits(bits: number): number {
  let count = 0
  for (let left = bits; left !== 0; left &= left - 1) count += 1
  return count
}
