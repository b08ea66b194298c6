import { isOnce, type Field } from './index-terms.ts'
import { follow, unite, type Postings } from './postings.ts'
import { isCommonest } from './stopwords.ts'
import { isUnspacedWord } from './words.ts'

/** Words that stand together in this order; of each, any of the forms will do. */
export interface Sequence {
  words: readonly (readonly string[])[]
  /** Looked for only in the title and the text of a report, and not among the names of its terms. */
  isExact: boolean
}

/** What a report must hold: one of the alternatives, and of that every sequence. */
export interface Demand {
  alternatives: readonly (readonly Sequence[])[]
  inTitle: boolean
  isNegated: boolean
}

/** Where a report holds what was demanded. */
export interface Match {
  /** The places in its title and text; none when only the names of its terms hold it. */
  places: readonly number[]
  inTitle: boolean
}

/** Gives where a word stands in the reports of one search index. */
export type FindWord = (word: string, field: Field) => Promise<Postings>

/** Find the reports of one search index that hold what is demanded, without regard to whether it is negated. */
export async function findMatches(demand: Demand, find: FindWord): Promise<Map<number, Match>> {
  const found = await Promise.all(demand.alternatives.map((sequences) => findAll(sequences, demand.inTitle, find)))
  const [first = new Map<number, Match>(), ...others] = found
  for (const matches of others) {
    for (const [report, { places, inTitle }] of matches) {
      const known = first.get(report)
      first.set(report, {
        places: known === undefined ? places : joinPlaces([known.places, places]),
        inTitle: inTitle || known?.inTitle === true,
      })
    }
  }
  return first
}

/** The reports that hold every one of several sequences. */
async function findAll(sequences: readonly Sequence[], inTitle: boolean, find: FindWord): Promise<Map<number, Match>> {
  const lists = await Promise.all(sequences.map((sequence) => findSequence(sequence, inTitle, find)))
  const [first, ...others] = lists.sort((a, b) => a.size - b.size)
  const all = new Map<number, Match>()
  for (const [report, match] of first ?? []) {
    const rest = others.map((list) => list.get(report))
    if (rest.includes(undefined)) continue
    all.set(report, {
      places: joinPlaces([match.places, ...rest.map((other) => other?.places ?? [])]),
      inTitle: match.inTitle && rest.every((other) => other?.inTitle === true),
    })
  }
  return all
}

/** Places of several things, each once, rising. */
function joinPlaces(lists: readonly (readonly number[])[]): readonly number[] {
  const [first = [], ...others] = lists
  return others.length === 0 ? first : [...new Set(lists.flat())].sort((a, b) => a - b)
}

async function findSequence(sequence: Sequence, onlyTitle: boolean, find: FindWord): Promise<Map<number, Match>> {
  const [title, text, names] = await Promise.all([
    findWords('title', sequence, find),
    onlyTitle ? undefined : findWords('text', sequence, find),
    onlyTitle || sequence.isExact ? undefined : findWords('names', sequence, find),
  ])
  const matches = new Map<number, Match>()
  for (const [report, places] of text ?? title) matches.set(report, { places, inTitle: title.has(report) })
  for (const report of names?.keys() ?? [])
    if (!matches.has(report)) matches.set(report, { places: [], inTitle: false })
  return matches
}

/** Where what stands once is looked for, instead of where it stands in full. */
export const ONCE = { title: 'onceInTitle', text: 'onceInText', names: 'onceInNames' } as const

/** The place of what stands once in a report: it is known to be there, and stands beside nothing. */
const SOMEWHERE: readonly number[] = [-2]

/** Where a sequence stands in one field. */
async function findWords(field: keyof typeof ONCE, { words }: Sequence, find: FindWord): Promise<Postings> {
  const findForm = async (form: string): Promise<Postings> => {
    if (words.length > 1 || !isOnce(form)) return find(form, field)
    const reports = await find(form, ONCE[field])
    return new Map(reports.keys().map((report) => [report, SOMEWHERE]))
  }
  return follow(await Promise.all(words.map(async (forms) => unite(await Promise.all(forms.map(findForm))))))
}

/** The one letter of a script without spaces that a sequence is, if it is one: it stands inside many words. */
export function loneLetterOf({ words: [forms, ...others] }: Sequence): string | undefined {
  const [word = '', ...otherForms] = forms ?? []
  const isLone = others.length === 0 && otherForms.length === 0 && Array.from(word).length === 1
  return isLone && isUnspacedWord(word) ? word : undefined
}

/**
 * The reports whose title is just what was typed: each of the words stands at its place of the title, and the last one is the
 * last of the title.
 *
 * @param words the words by their places in what was typed; some may be left out
 * @param length how many words were typed in all
 */
export async function findTitles(
  words: readonly (readonly [place: number, word: string])[],
  length: number,
  find: FindWord,
): Promise<Set<number>> {
  const [first] = words
  if (length === 1 && first !== undefined && isCommonest(first[1]))
    return new Set((await find(first[1], 'onceAsTitle')).keys())
  const lists = await Promise.all(
    words.map(async ([place, word]) => {
      const postings = await find(word, place === length - 1 ? 'titleLast' : 'title')
      return [...postings].filter(([, places]) => places.includes(place)).map(([report]) => report)
    }),
  )
  const [some = [], ...others] = lists
  const sets = others.map((list) => new Set(list))
  return new Set(some.filter((report) => sets.every((set) => set.has(report))))
}
