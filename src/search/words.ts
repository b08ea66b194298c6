/** A word of a text, as it is searched for. */
export interface Word {
  /** Without capitals and accents: words that differ in nothing else are the same word. */
  text: string
  /** Where it stands, in UTF-16 units of the text, without its end. */
  start: number
  end: number
}

/** Letters of scripts that put no spaces between words; Korean puts them around groups of them. */
const UNSPACED =
  '(?:(?=[\\p{L}\\p{N}])[\\p{scx=Han}\\p{scx=Hira}\\p{scx=Kana}\\p{scx=Hang}\\p{scx=Bopo}\\p{scx=Thai}\\p{scx=Laoo}\\p{scx=Khmr}\\p{scx=Mymr}]\\p{M}*)'
/** A number with its thousands set apart: `1,200,000` is found as `1200000`. */
const NUMBER = '(?<![\\p{L}\\p{N}])\\d{1,3}(?:,\\d{3})+(?![\\p{L}\\p{N}])'
const RUN = new RegExp(`(${UNSPACED}+)|${NUMBER}|(?:(?!${UNSPACED})[\\p{L}\\p{N}\\p{M}])+`, 'gu')
const LETTER = /\P{M}\p{M}*/gu

/**
 * Take a text apart into the words that it is found by, in their order.
 *
 * Where a script puts spaces between words a word is a run of letters and digits. Where it does not, as in Chinese, every
 * letter begins a word that ends with the next one (`海外风险` → 海外, 外风, 风险, 险): so any two letters or more that stand
 * together are found as a phrase, wherever a dictionary would divide them (Apache Lucene's CJKAnalyzer does the same).
 */
export function divideWords(text: string): Word[] {
  const words: Word[] = []
  for (const match of text.matchAll(RUN)) {
    const { 0: run, 1: unspaced, index } = match
    if (unspaced === undefined) add(words, run, index, index + run.length)
    else divideUnspaced(words, unspaced, index)
  }
  return words
}

function divideUnspaced(words: Word[], run: string, index: number): void {
  const letters = Array.from(run.matchAll(LETTER))
  letters.forEach(({ 0: letter, index: at }, place) => {
    const next = letters[place + 1]?.[0] ?? ''
    add(words, letter + next, index + at, index + at + letter.length + next.length)
  })
}

function add(words: Word[], typed: string, start: number, end: number): void {
  const text = fold(typed)
  if (text !== '') words.push({ text, start, end })
}

/**
 * A word without capitals, accents, widths and ligatures (Unicode NFKD, marks taken off). The marks of Japanese syllables
 * stay, since かき and がき are different words. The engine folds what it is given in the same way, so nothing may be left
 * here that it would still change.
 */
export function fold(word: string): string {
  // Most words of most archives; ten times as fast.
  if (/^[A-Za-z0-9]+$/.test(word)) return word.toLowerCase()
  return word
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/(?![\u3099\u309a])\p{M}/gu, '')
    .toLowerCase()
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{N}]|[\u02d0\u02d1]/gu, '')
}

/**
 * The words of what a reader typed. The last letter of a script without spaces is left out where it is part of the word
 * before it: in a text that goes on it begins another word.
 */
export function divideTyped(typed: string): { words: string[]; tail: string | undefined } {
  const words = divideWords(typed)
  const [beforeLast, last] = words.slice(-2)
  const isPart = beforeLast !== undefined && last !== undefined && beforeLast.end === last.end
  const kept = isPart ? words.slice(0, -1) : words
  return { words: kept.map(({ text }) => text), tail: isPart ? last.text : undefined }
}

/** Whether a word is of a script that puts no spaces between words. */
export function isUnspacedWord(word: string): boolean {
  return new RegExp(`^${UNSPACED}`, 'u').test(word)
}
