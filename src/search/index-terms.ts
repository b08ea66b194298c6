import { divideWords } from './words.ts'

/**
 * How words stand in an index. The engine takes whatever it is asked for as the beginning of a word; so every word carries
 * a mark at its end, and asked for with its mark it is found whole and never inside a longer one. What follows the mark
 * tells the field, so that one question finds a word in the title and in the text together. Where the engine knows no word
 * that begins so, it answers for a word that is itself the beginning of what it was asked for: therefore what stands in an
 * index is never the beginning of what is asked. The marks are letters to the engine and occur in no word of ours.
 */
const MARK = '\u02d0'
const IN_TEXT = `${MARK}x`
const IN_TITLE = `${MARK}ts`
const LAST_IN_TITLE = `${MARK}tz`
const IN_NAMES = '\u02d1'
/** Stands between paragraphs, so that no phrase is found across them: it counts as a word and cannot be searched for. */
const BREAK = '·'

/**
 * Where in a report a word is looked for: in its title and text, only in its title, as the last word of it, in its names; or
 * anywhere, as the beginning of a word.
 */
export type Field = 'text' | 'title' | 'titleLast' | 'names' | 'beginning'

/** What a word is asked for with. */
const ASKED: Readonly<Record<Field, string>> = {
  text: MARK,
  title: `${MARK}t`,
  titleLast: LAST_IN_TITLE,
  names: IN_NAMES,
  beginning: '',
}

/** What the engine is asked for to find a whole word in a field. */
export function indexTerm(word: string, field: Field): string {
  return word + ASKED[field]
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

/** What is written into an index for a report, and the words of its title and text in their order. */
export function toIndexText({ title, blocks, names, keys }: Indexed): { text: string; words: string[] } {
  const inTitle = divideWords(title).map((word) => word.text)
  const inBlocks = blocks.map((block) => divideWords(block).map((word) => word.text))
  const text = [
    ...inTitle.map((word, place) => word + (place === inTitle.length - 1 ? LAST_IN_TITLE : IN_TITLE)),
    ...inBlocks.flatMap((block) => [BREAK, ...block.map((word) => word + IN_TEXT)]),
    ...names.flatMap((name) => [BREAK, ...divideWords(name).map((word) => word.text + IN_NAMES)]),
    ...keys.flatMap((key) => [BREAK, toKey(key) + IN_NAMES]),
  ].join(' ')
  return { text, words: [...inTitle, ...inBlocks.flat()] }
}

/** A text as one word: an identifier or an address, which is found only as a whole. */
export function toKey(text: string): string {
  return divideWords(text)
    .map((word) => word.text)
    .join('')
}
