import { remember } from '#archive/remember.ts'
import { isCommonest } from './stopwords.ts'
import { divideWords, isUnspacedWord, MARKS } from './words.ts'

/**
 * How words stand in an index. The engine takes whatever it is asked for as the beginning of a word, and where it knows none
 * it answers for a word that is itself the beginning of what it was asked for. So every word carries a mark at its end that
 * tells the field it stands in: asked for with its mark it is found whole, in that field, or not at all. The first letter of
 * each mark occurs in no word of ours (`MARKS`). The marks of the text come after those of the title and the names in the alphabet: a word
 * that stands in many texts fills a part of the index, and what comes after it lies in the next one, which would be fetched too.
 * What stands once comes last of all, so that this next one can be had without the first.
 *
 * That of the text is a single letter: it stands behind nearly every word, and the engine compares what it packs with all that begins
 * alike.
 */
const [MARK, IN_TEXT, ONCE] = MARKS
const KEY = `${MARK}k`
const IN_NAMES = `${MARK}n`
const LAST_IN_TITLE = `${MARK}r`
const IN_TITLE = `${MARK}s`
const ONCE_IN_NAMES = `${ONCE}n`
const ONCE_AS_TITLE = `${ONCE}r`
const ONCE_IN_TITLE = `${ONCE}s`
const ONCE_IN_TEXT = `${ONCE}x`
/** Stands between paragraphs, so that no phrase is found across them: it counts as a word and cannot be searched for. */
const BREAK = '·'

/** Where in a report a word is looked for, and the marks that it has there. */
const FIELDS = {
  /** The title and the text. */
  text: [IN_TEXT, IN_TITLE, LAST_IN_TITLE],
  title: [IN_TITLE, LAST_IN_TITLE],
  /** The last word of the title. */
  titleLast: [LAST_IN_TITLE],
  /** Other names of its terms, and what it is found by only as a whole. */
  names: [IN_NAMES, KEY],
  key: [KEY],
  /** What stands at the end of a report once, whether it holds it, wherever and however often; see `isOnce`. */
  onceInText: [ONCE_IN_TEXT, ONCE_IN_TITLE, ONCE_AS_TITLE],
  onceInTitle: [ONCE_IN_TITLE, ONCE_AS_TITLE],
  onceInNames: [ONCE_IN_NAMES],
  /** A title that is nothing else. */
  onceAsTitle: [ONCE_AS_TITLE],
} as const

/** The name of a field. */
export type Field = keyof typeof FIELDS

/** What the engine is asked for, one after the other, to find a whole word in a field. */
export function indexTerms(word: string, field: Field): string[] {
  return FIELDS[field].map((mark) => word + mark)
}

/** What a report is found by. */
export interface Indexed {
  title: string
  /** Its paragraphs, tables and headings in order. */
  blocks: readonly string[]
  /** Names that it is found by though its text may not hold them, each a phrase of its own. */
  names: readonly string[]
  /** Things that are found only as a whole, such as its identifier. */
  keys: readonly string[]
}

/**
 * What is written into an index for a report, the words of its title and text in their order, and those of its names. At its end
 * stands once more, each once, what is looked for without its places: letters of scripts without spaces, which else stand inside
 * words, and the very commonest words, whose places are too many.
 */
export function toIndexText({ title, blocks, names, keys }: Indexed): {
  text: string
  words: string[]
  named: string[]
} {
  const inTitle = wordsOf(title)
  const inBlocks = blocks.map(wordsOf)
  const inNames = names.map(wordsOfName)
  const text = [
    ...inTitle.map((word, place) => word + (place === inTitle.length - 1 ? LAST_IN_TITLE : IN_TITLE)),
    ...inBlocks.flatMap((block) => [BREAK, ...block.map((word) => word + IN_TEXT)]),
    ...inNames.flatMap((name) => [BREAK, ...name.map((word) => word + IN_NAMES)]),
    ...keys.flatMap((key) => [BREAK, toKey(key) + KEY]),
    BREAK,
    ...onceOf(inTitle).map((part) => part + (inTitle.length === 1 ? ONCE_AS_TITLE : ONCE_IN_TITLE)),
    ...onceOf(inBlocks.flat()).map((part) => part + ONCE_IN_TEXT),
    ...onceOf(inNames.flat()).map((part) => part + ONCE_IN_NAMES),
  ].join(' ')
  return { text, words: [...inTitle, ...inBlocks.flat()], named: inNames.flat() }
}

function wordsOf(text: string): string[] {
  return divideWords(text).map((word) => word.text)
}

/** Names stand in many reports. */
const wordsOfName = remember(wordsOf)

/** What of words stands at the end of a report: letters of scripts without spaces and the very commonest words, each once. */
function onceOf(words: readonly string[]): string[] {
  return [
    ...new Set(
      words.flatMap((word) => (isUnspacedWord(word) ? (Array.from(word)[0] ?? '') : isCommonest(word) ? word : [])),
    ),
  ]
}

/** Whether a word stands at the end of reports when it is looked for by itself: a letter of a script without spaces, a very common word. */
export function isOnce(word: string): boolean {
  return isCommonest(word) || (Array.from(word).length === 1 && isUnspacedWord(word))
}

/** A text as one word: an identifier or an address, which is found only as a whole. */
export function toKey(text: string): string {
  return divideWords(text)
    .map((word) => word.text)
    .join('')
}
