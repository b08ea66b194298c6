import type { Random } from './chance.ts'

/** Words of a language and how a text is made of them. */
export interface MadeUpLanguage {
  tag: 'en' | 'zh-Hans'
  /** Every word once, the commonest first, but for function words, which come before all others. */
  words: readonly string[]
  /** How many of the words are function words. */
  functionWords: number
  /** The share of each word in a text. */
  weights: Float64Array
  /** What stands between words, after a part of a sentence, and at its end. */
  space: string
  comma: string
  stops: readonly string[]
  /** A word as a sentence begins with it. */
  capitalise: (word: string) => string
  /** A number as it stands in a text. */
  writeNumber: (random: Random) => string
  /** The name of a person that no vocabulary knows. */
  writeName: (random: Random) => string
}

/** How fast a word gets rarer with its rank (G. K. Zipf, 1949). */
const EXPONENT = 1.07

/**
 * The shares of all words: the function words as they are given, in per cent, and for the others what Zipf's law leaves to
 * words of their ranks.
 */
export function weighWords(shares: readonly number[], count: number): Float64Array {
  const weights = Float64Array.from({ length: count }, (_, index) => (index + 1) ** -EXPONENT)
  const known = shares.reduce((sum, share) => sum + share, 0) / 100
  const others = weights.subarray(shares.length).reduce((sum, weight) => sum + weight, 0)
  return weights.map((weight, index) => {
    const share = shares[index]
    return share === undefined ? ((1 - known) * weight) / others : share / 100
  })
}

/** Read `the 6.0 of 2.9`: words and their shares in per cent. */
export function parseShares(text: string): { words: string[]; shares: number[] } {
  const parts = text.trim().split(/\s+/)
  return {
    words: parts.filter((_, index) => index % 2 === 0),
    shares: parts.filter((_, index) => index % 2 === 1).map(Number),
  }
}
