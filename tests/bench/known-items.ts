import { below, makeRandom, shuffle } from './chance.ts'

/** A report that a reader may look for again. */
export interface Readable {
  id: string
  title: string
  /** Its words, without tags. */
  text: string
}

/** What a reader may remember of a report. */
export interface KnownItem {
  id: string
  title: string
  /** Up to four words of its text that are in the fewest reports, in lower case, the rarest first. */
  words: string[]
}

/** How many words are remembered, and how many letters each has at least. */
const REMEMBERED = 4
const WORD = /^\p{Letter}{4,}$/u

/**
 * Pick `count` reports and what a reader may remember of each, to measure how often a search brings the known one back. Words
 * are what spaces, punctuation and digits divide: for texts in scripts without spaces only the titles are of use.
 */
export function pickKnownItems(reports: readonly Readable[], count: number, seed: number): KnownItem[] {
  const random = makeRandom(seed)
  const picked = pickSome(reports, count, random)
  const words = new Map(picked.map(({ id, text }) => [id, [...wordsOf(text)].sort()]))
  const frequencies = countReports(reports, new Set([...words.values()].flat()))
  const frequencyOf = (word: string): number => frequencies.get(word) ?? 0
  return picked.map(({ id, title }) => {
    // Shuffled, so that of words that are equally rare not only those are taken that begin with an a.
    const rarest = shuffle(random, words.get(id) ?? []).sort((a, b) => frequencyOf(a) - frequencyOf(b))
    return { id, title, words: rarest.slice(0, REMEMBERED) }
  })
}

/** Some elements of a list, each once, in the order of the list. */
function pickSome<Value>(list: readonly Value[], count: number, random: () => number): Value[] {
  const places = new Set<number>()
  while (places.size < Math.min(count, list.length)) places.add(below(random, list.length))
  return [...places].sort((a, b) => a - b).flatMap((place) => list[place] ?? [])
}

/** In how many reports each of some words stands. */
function countReports(reports: readonly Readable[], words: ReadonlySet<string>): Map<string, number> {
  const frequencies = new Map<string, number>()
  for (const { text } of reports) {
    for (const word of wordsOf(text)) {
      if (words.has(word)) frequencies.set(word, (frequencies.get(word) ?? 0) + 1)
    }
  }
  return frequencies
}

/** The words of a text, each once. Those with digits, apostrophes or hyphens in them are none to remember. */
function wordsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{Letter}\p{Mark}\p{Number}'’_-]+/gu) ?? []
  return new Set(words.filter((word) => WORD.test(word)))
}
