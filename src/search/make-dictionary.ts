import type { Catalogue } from '#archive/catalogue.ts'
import { VOCABULARIES } from '#archive/vocabulary.ts'
import { divideDictionary, formatPart, type KnownName } from './dictionary.ts'
import { COMMON_WORDS_FILE, namesFile, partFile } from './manifest.ts'
import { formatNames, nameKey } from './names.ts'
import { knownWords, type WordCounts } from './word-forms.ts'

/** How many of the commonest words are suggested from. */
const COMMON_WORDS = 20_000

/**
 * Make the files of the known words and names of an archive, by their path in the folder of the dictionary, as text.
 *
 * @param counts how many reports hold each word
 * @returns the files, and the first word of each part
 */
export function makeDictionary(
  counts: WordCounts,
  { terms }: Catalogue,
): { files: Map<string, string>; starts: string[] } {
  const words = knownWords(counts)
  const parts = divideDictionary(words, knownNames(terms))
  const files = new Map(parts.map(({ part }, number) => [partFile(number), formatPart(part)]))
  const common = words.toSorted((a, b) => b.reports - a.reports || (a.word < b.word ? -1 : 1)).slice(0, COMMON_WORDS)
  const plain = common.map(({ word, reports }) => ({ word, reports, forms: [], spellings: [] }))
  files.set(COMMON_WORDS_FILE, formatPart({ words: plain.sort((a, b) => (a.word < b.word ? -1 : 1)), names: [] }))
  for (const vocabulary of VOCABULARIES) {
    const rows = Array.from(
      terms[vocabulary].values(),
      ({ term: { id, label, aliases } }) => [id, label, aliases] as const,
    )
    files.set(namesFile(vocabulary), formatNames(rows))
  }
  return { files, starts: parts.map(({ start }) => start) }
}

/** Every name of every term that a report names. */
function knownNames(terms: Catalogue['terms']): KnownName[] {
  return VOCABULARIES.flatMap((vocabulary) =>
    Array.from(terms[vocabulary].values())
      .filter(({ reports }) => reports.length > 0)
      .flatMap(({ term: { id, label, aliases } }) => {
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
