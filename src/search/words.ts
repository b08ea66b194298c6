/** A word of a text, as it is searched for. */
export interface Word {
  /** Without capitals and accents: words that differ in nothing else are the same word. */
  text: string
  /** Where it stands, in UTF-16 units of the text, without its end. */
  start: number
  end: number
}

/** Stands behind the first letter of a run: it is another word than the last one. No word of a text holds it. */
export const RUN_START = '\u02d1'

/** Letters that words are marked with in an index, in the order of the alphabet (`index-terms.ts`). No word of a text holds one of them. */
export const MARKS = ['\u02d0', '\u02ec', '\u02ee'] as const

/** Letters of scripts that put no spaces between words; Korean puts them around groups of them. */
const UNSPACED =
  '(?:(?=[\\p{L}\\p{N}])[\\p{scx=Han}\\p{scx=Hira}\\p{scx=Kana}\\p{scx=Hang}\\p{scx=Bopo}\\p{scx=Thai}\\p{scx=Laoo}\\p{scx=Khmr}\\p{scx=Mymr}][\\p{M}\\uff9e\\uff9f]*)'
/** A number with its thousands set apart: `1,200,000` is found as `1200000`. */
const NUMBER = `(?<!(?!${UNSPACED})[\\p{L}\\p{N}]|\\d,)\\d{1,3}(?:,\\d{3})+(?!(?!${UNSPACED})[\\p{L}\\p{N}])`
const RUN = new RegExp(`(${UNSPACED}+)|${NUMBER}|(?:(?!${UNSPACED})[\\p{L}\\p{N}\\p{M}\\u00ad\\u200c\\u200d])+`, 'gu')

/** A text of ASCII with the dashes and quotation marks of print, as nearly every block of many archives is. */
const PLAIN = /^[\p{ASCII}\u2010-\u201f]*$/u
/** What `RUN` finds in such a text; looked for in less than half the time. */
const PLAIN_RUN = /(?<![A-Za-z0-9]|\d,)\d{1,3}(?:,\d{3})+(?![A-Za-z0-9])|[A-Za-z0-9]+/g

/** A letter with its marks; those of half width are letters of their own in Unicode. */
const LETTER = /[^\p{M}\uff9e\uff9f][\p{M}\uff9e\uff9f]*/gu

/**
 * Take a text apart into the words that it is found by, in their order.
 *
 * Where a script puts spaces between words a word is a run of letters and digits. Where it does not, as in Chinese, every
 * letter begins a word that ends with the next one, and the first and the last of a run are words by themselves
 * (`海外风险` → 海ˑ, 海外, 外风, 风险, 险): so any two letters or more that stand together are found as a phrase, wherever a
 * dictionary would divide them (Apache Lucene's CJKAnalyzer does the same), and so is what stands on both sides of a
 * digit or a comma.
 */
export function divideWords(text: string): Word[] {
  const words: Word[] = []
  if (PLAIN.test(text)) {
    for (const { 0: run, index } of text.matchAll(PLAIN_RUN))
      words.push({ text: run.replaceAll(',', '').toLowerCase(), start: index, end: index + run.length })
    return words
  }
  for (const match of text.matchAll(RUN)) {
    const { 0: run, 1: unspaced, index } = match
    if (unspaced === undefined) add(words, run, index, index + run.length)
    else divideUnspaced(words, unspaced, index)
  }
  return words
}

function divideUnspaced(words: Word[], run: string, index: number): void {
  const letters = Array.from(run.matchAll(LETTER))
  const [first] = letters
  if (first !== undefined) add(words, first[0], index, index + first[0].length, RUN_START)
  letters.forEach(({ 0: letter, index: at }, place) => {
    const next = letters[place + 1]?.[0] ?? ''
    add(words, letter + next, index + at, index + at + letter.length + next.length)
  })
}

function add(words: Word[], typed: string, start: number, end: number, mark = ''): void {
  const text = fold(typed)
  if (text !== '') words.push({ text: text + mark, start, end })
}

/** What words of texts do not hold: signs, and letters that mean something in an index. */
const OF_NO_WORD = new RegExp(`[^\\p{L}\\p{N}]|[${RUN_START}${MARKS.join('')}]`, 'gu')

/** Letters that Unicode does not take apart, as they are typed where a keyboard has none of them. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  ...{ ł: 'l', ø: 'o', đ: 'd', ð: 'd', ı: 'i', ß: 'ss', œ: 'oe', æ: 'ae', þ: 'th' },
}

/**
 * A word without capitals, accents, widths and ligatures (Unicode NFKD, marks taken off). The marks of Japanese syllables
 * stay, since かき and がき are different words. The engine folds what it is given in the same way, so nothing may be left
 * here that it would still change.
 */
export function fold(word: string): string {
  // Most words of most archives; ten times as fast.
  if (/^[A-Za-z0-9]+$/.test(word)) return word.toLowerCase()
  // Unified ideographs are written in one way; those that only look alike are others, and lie elsewhere (Unicode 16, 18.1).
  if (/^[\u4e00-\u9fff]+$/.test(word)) return word
  return word
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/(?![\u3099\u309a])\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[łøđðıßœæþ]/g, (letter) => PLAIN_LETTERS[letter] ?? letter)
    .normalize('NFC')
    .replaceAll(OF_NO_WORD, '')
}

/**
 * The words of what a reader typed, as they are looked for in a text that may go on before and after it: a letter of a script
 * without spaces that is a word only because it stands at the beginning or the end is left out, where another word holds it.
 */
export function divideTyped(typed: string): string[] {
  const words = divideWords(typed)
  const [first, second] = words
  const [beforeLast, last] = words.slice(-2)
  const from = words.length > 1 && first?.start === second?.start ? 1 : 0
  const to = words.length - from > 1 && beforeLast?.end === last?.end ? -1 : words.length
  return words.slice(from, to).map(({ text }) => text)
}

/** The word that may still go on at the end of what was typed: of two letters at least, and of a script with spaces between words. */
export function wordAtEnd(typed: string): string | undefined {
  const last = divideWords(typed).at(-1)
  return last?.end === typed.length && last.text.length > 1 && !isUnspacedWord(last.text) ? last.text : undefined
}

const BEGINS_UNSPACED = new RegExp(`^${UNSPACED}`, 'u')

/** Whether a word is of a script that puts no spaces between words. */
export function isUnspacedWord(word: string): boolean {
  // Most words of most archives: they need no look at scripts.
  return word.charCodeAt(0) > 0x7f && BEGINS_UNSPACED.test(word)
}
