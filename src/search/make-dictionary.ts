import { createHash } from 'node:crypto'
import type { Catalogue } from '#archive/catalogue.ts'
import type { Term } from '#archive/term.ts'
import { roundUp } from '#archive/round-up.ts'
import { VOCABULARIES, type Vocabulary } from '#archive/vocabulary.ts'
import { formatPart, type KnownName } from './dictionary.ts'
import { divideDictionary } from './divide-dictionary.ts'
import type { DictionaryFiles } from './manifest.ts'
import { formatNames, nameKey } from './names.ts'
import { knownWords, type WordCounts } from './word-forms.ts'

/** How many of the commonest words are suggested from. */
const COMMON_WORDS = 20_000

/** How many reports hold a word is told to so many binary digits, rounded up: by an eighth at most. */
const DIGITS = 4

/** How long the name of a file is, in hexadecimal digits of the digest of what it holds. */
const NAME = 10

/** The terms of each vocabulary by whose names reports are found; plain data, which goes to another thread. */
export type TermNames = Readonly<Record<Vocabulary, readonly TermName[]>>

/** The names of a term. */
interface TermName extends Pick<Term, 'id' | 'label' | 'aliases'> {
  /** Whether a report names it: who types its name is led to it then. */
  isNamed: boolean
}

/** The names of the terms of an archive. */
export function termNamesOf(terms: Catalogue['terms']): TermNames {
  const namesOf = (vocabulary: Vocabulary): TermName[] =>
    Array.from(terms[vocabulary].values(), ({ term: { id, label, aliases }, reports }) => ({
      ...{ id, label, aliases },
      isNamed: reports.length > 0,
    }))
  return Object.fromEntries(VOCABULARIES.map((vocabulary) => [vocabulary, namesOf(vocabulary)])) as Record<
    Vocabulary,
    TermName[]
  >
}

/**
 * Make the files of the known words and names of an archive. With a report more few of them change: how many reports hold a common
 * word is told roughly.
 *
 * @param counts how many reports hold each word
 * @returns the text of each file by its name, and what the files are called
 */
export function makeDictionary(
  counts: WordCounts,
  terms: TermNames,
): { texts: ReadonlyMap<string, string>; files: DictionaryFiles } {
  const texts = new Map<string, string>()
  const keep = (text: string): string => {
    const name = createHash('sha256').update(text).digest('hex').slice(0, NAME)
    texts.set(name, text)
    return name
  }

  const known = knownWords(counts)
  const common = known.toSorted((a, b) => b.reports - a.reports || (a.word < b.word ? -1 : 1)).slice(0, COMMON_WORDS)
  const plain = common.map(({ word, reports }) => ({
    word,
    reports: roundUp(reports, DIGITS),
    forms: [],
    spellings: [],
  }))
  const words = known.map((word) => ({ ...word, reports: roundUp(word.reports, DIGITS) }))
  const parts = divideDictionary(words, knownNames(terms))
  const names = VOCABULARIES.map((vocabulary) => {
    const text = formatNames(terms[vocabulary].map(({ id, label, aliases }) => [id, label, aliases] as const))
    return [vocabulary, keep(text)] as const
  })
  const files: DictionaryFiles = {
    starts: parts.map(({ start }) => start),
    parts: parts.map(({ part }) => keep(formatPart(part))),
    common: keep(formatPart({ words: plain.sort((a, b) => (a.word < b.word ? -1 : 1)), names: [] })),
    names: Object.fromEntries(names) as Record<Vocabulary, string>,
  }
  return { texts, files }
}

/** Every name of every term that a report names. */
function knownNames(terms: TermNames): KnownName[] {
  return VOCABULARIES.flatMap((vocabulary) =>
    terms[vocabulary]
      .filter(({ isNamed }) => isNamed)
      .flatMap(({ id, label, aliases }) => {
        // Of two that are the same word the label is shown, which comes first.
        const written = [...Object.values(label), ...aliases].reverse()
        const names = [...new Map(written.map((name) => [nameKey(name), name]))]
          .filter(([name]) => name !== '')
          .reverse()
        return names.map(([name, written]): KnownName => {
          const others = names.filter(([other]) => other !== name).map(([, other]) => other)
          return { name, vocabulary, id, written, others }
        })
      }),
  )
}
