import { createHash } from 'node:crypto'
import type { DictionaryPart, KnownName, KnownWord } from './dictionary.ts'

/** How much one part holds at least and at most: what a search loads for one word. */
const LEAST = 400
const MOST = 1000
/** Of so many words between the least and the most one begins a new part. */
const ONE_IN = 250

/**
 * Part known words and names so that each word is found by its part alone.
 *
 * Whether a word begins a new part is a matter of the word itself: with a word more, the parts after it begin where they did, and
 * need not be published again (content-defined chunking, as of Muthitacharoen, Chen and Mazières, A Low-bandwidth Network File System,
 * 2001).
 */
export function divideDictionary(
  words: readonly KnownWord[],
  names: readonly KnownName[],
): { start: string; part: DictionaryPart }[] {
  const keyed = [
    ...words.map((word) => ({ key: word.word, word })),
    ...names.map((name) => ({ key: firstWord(name.name), name })),
  ].sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
  const parts: { start: string; part: { words: KnownWord[]; names: KnownName[] }; size: number; last: string }[] = []
  for (const { key, ...entry } of keyed) {
    let current = parts.at(-1)
    // A word and the names that begin with it are never parted.
    if (current === undefined || (current.last !== key && isEnough(current.size, key))) {
      current = { start: key, part: { words: [], names: [] }, size: 0, last: key }
      parts.push(current)
    }
    if ('word' in entry) current.part.words.push(entry.word)
    else current.part.names.push(entry.name)
    current.size += 1
    current.last = key
  }
  return parts.map(({ start, part }) => ({ start, part }))
}

/** Whether a part that holds so much ends before a word. */
function isEnough(size: number, next: string): boolean {
  return size >= MOST || (size >= LEAST && createHash('sha256').update(next).digest().readUInt32BE() % ONE_IN === 0)
}

function firstWord(name: string): string {
  return name.split(' ')[0] ?? ''
}
