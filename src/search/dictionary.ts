import type { Vocabulary } from '#archive/vocabulary.ts'
import type { NameRow } from './names.ts'

/** A word that occurs in the archive. */
export interface KnownWord {
  word: string
  /** How many reports hold it; in a file rounded up, see `makeDictionary`. */
  reports: number
  /** Its other forms that occur: `treaty` → treaties. */
  forms: readonly string[]
  /** The same word as it is spelled elsewhere, with its forms: `organisation` → organization, organizations. */
  spellings: readonly string[]
}

/** A name of a term. */
export interface KnownName {
  /** Its words as they are searched for, with a space between them. */
  name: string
  vocabulary: Vocabulary
  id: string
  /** As it is written. */
  written: string
  /** The other names of the term, as they are written. */
  others: readonly string[]
}

/** Some of the known words and names: those whose first word lies between two words. Both are in the order of their text. */
export interface DictionaryPart {
  words: readonly KnownWord[]
  names: readonly KnownName[]
}

/** What is known of the words and names of the archive; loaded when it is needed. */
export interface Dictionary {
  /** The parts that may hold a word, or the words that begin with it. */
  parts: (word: string, isBeginning: boolean) => Promise<DictionaryPart[]>
  /** The names of a vocabulary. */
  names: (vocabulary: Vocabulary) => Promise<NameRow[]>
}

/** The parts that may hold a word, or the words that begin with it: their numbers, from the starts of all parts. */
export function partsFor(starts: readonly string[], word: string, isBeginning: boolean): number[] {
  if (starts.length === 0) return []
  const last = lastAtOrBelow(starts, isBeginning ? `${word}\uffff` : word)
  const first = lastAtOrBelow(starts, word)
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}

function lastAtOrBelow(starts: readonly string[], word: string): number {
  let found = 0
  starts.forEach((start, index) => {
    if (start <= word) found = index
  })
  return found
}

/** Write a part as text: a line a word, each as what differs from the word before it, then an empty line and a line a name. */
export function formatPart({ words, names }: DictionaryPart): string {
  let last = ''
  const lines = words.map(({ word, reports, forms, spellings }) => {
    const fields = [toDifference(last, word), reports.toString(36), list(word, forms), list(word, spellings)]
    last = word
    return fields.join(' ').trimEnd()
  })
  const named = names.map(({ name, vocabulary, id, written, others }) =>
    JSON.stringify([name, vocabulary, id, written, ...others]),
  )
  return [...lines, '', ...named].join('\n')
}

/** Read what `formatPart` wrote. */
export function parsePart(text: string): DictionaryPart {
  const [lines = '', named = ''] = text.startsWith('\n') ? ['', text.slice(1)] : text.split('\n\n')
  let last = ''
  const words = lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line): KnownWord => {
      const [difference = '', reports = '0', forms = '', spellings = ''] = line.split(' ')
      const word = fromDifference(last, difference)
      last = word
      return { word, reports: parseInt(reports, 36), forms: unlist(word, forms), spellings: unlist(word, spellings) }
    })
  const names = named
    .split('\n')
    .filter((line) => line !== '')
    .map((line): KnownName => {
      const [name, vocabulary, id, written, ...others] = JSON.parse(line) as NameLine
      return { name, vocabulary, id, written, others }
    })
  return { words, names }
}

type NameLine = [string, Vocabulary, string, string, ...string[]]

function list(word: string, others: readonly string[]): string {
  return others.length === 0 ? '-' : others.map((other) => toDifference(word, other)).join(',')
}

function unlist(word: string, text: string): string[] {
  return text === '' || text === '-' ? [] : text.split(',').map((difference) => fromDifference(word, difference))
}

/** `treaties` after `treaty` → `5ies`: how many letters are the same, as one digit of base 36, then the others. */
function toDifference(before: string, word: string): string {
  let same = 0
  while (same < 35 && same < word.length && before[same] === word[same]) same += 1
  // Never between the two halves of a letter, which would be no text.
  if (/^[\udc00-\udfff]/.test(word.slice(same)) || /^[\udc00-\udfff]/.test(before.slice(same))) same -= 1
  return Math.max(same, 0).toString(36) + word.slice(Math.max(same, 0))
}

function fromDifference(before: string, difference: string): string {
  return before.slice(0, parseInt(difference.slice(0, 1), 36)) + difference.slice(1)
}

/** A known word of a part; `undefined` when it does not occur. */
export function findWord({ words }: DictionaryPart, word: string): KnownWord | undefined {
  return words.find((known) => known.word === word)
}

/** The commonest known words that begin with `beginning`, at most `count`, and whether there are more. */
export function findBeginnings(
  parts: readonly DictionaryPart[],
  beginning: string,
  count: number,
): { words: KnownWord[]; hasMore: boolean } {
  const all = parts
    .flatMap(({ words }) => words.filter(({ word }) => word.startsWith(beginning)))
    .sort((a, b) => b.reports - a.reports || (a.word < b.word ? -1 : 1))
  return { words: all.slice(0, count), hasMore: all.length > count }
}
