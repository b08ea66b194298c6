import type { WordsClause } from './clauses.ts'
import { findBeginnings, findWord, type Dictionary, type DictionaryPart, type KnownWord } from './dictionary.ts'
import type { Note } from './notes.ts'
import { isUnspacedWord } from './words.ts'

/** How many words may stand for the beginning of a word. */
const BEGINNINGS = 20

/**
 * The forms of each word of a clause that occur in the archive.
 *
 * @param mayBegin whether the last word may be the beginning of others, where it does not occur itself
 * @returns the forms by their words; what is to be told; the words that do not occur; and how many reports hold the rarest at most
 */
export async function findForms(
  { words, isBeginning }: WordsClause,
  dictionary: Pick<Dictionary, 'parts'>,
  mayBegin: boolean,
): Promise<{ words: string[][]; notes: Note[]; unknown: string[]; reports: number }> {
  const notes: Note[] = []
  const unknown: string[] = []
  let reports = Infinity
  const forms = await Promise.all(
    words.map(async (word, index) => {
      // Numbers have no forms, and words without spaces are found letter by letter.
      if (/\p{N}/u.test(word) || isUnspacedWord(word)) return [word]
      const isEnd = mayBegin && index === words.length - 1 && word.length > 1
      const parts = await dictionary.parts(word, isEnd && isBeginning)
      const known = findKnown(parts, word)
      if (known !== undefined && known.spellings.length > 0)
        notes.push({ type: 'spellings', typed: word, words: known.spellings })
      const found = [word, ...(known?.forms ?? []), ...(known?.spellings ?? [])]
      if (isEnd && (known === undefined || isBeginning)) {
        const beginnings = findBeginnings(await dictionary.parts(word, true), word, BEGINNINGS)
        const begun = beginnings.words.map((one) => one.word)
        if (begun.length > 0) {
          notes.push({ type: 'beginning', typed: word, words: begun, hasMore: beginnings.hasMore })
          return [...new Set([...found, ...begun])]
        }
      }
      if (known === undefined) unknown.push(word)
      else reports = Math.min(reports, sumOf(found.map((form) => findKnown(parts, form)?.reports ?? 0)))
      return found
    }),
  )
  return { words: forms, notes, unknown, reports }
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0)
}

function findKnown(parts: readonly DictionaryPart[], word: string): KnownWord | undefined {
  return parts.map((part) => findWord(part, word)).find((found) => found !== undefined)
}
