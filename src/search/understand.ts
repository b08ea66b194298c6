import { VOCABULARIES } from '#archive/vocabulary.ts'
import { nearest } from '#archive/nearest.ts'
import { parseWords, type Clause, type FacetClause, type WordsClause } from './clauses.ts'
import type { Dictionary, KnownName } from './dictionary.ts'
import type { Facet } from './facets.ts'
import { findForms } from './find-forms.ts'
import type { Demand, Sequence } from './matches.ts'
import { findTerms } from './names.ts'
import type { Note } from './notes.ts'
import { isKindCalled, isLanguageCalled } from './value-names.ts'
import { divideTyped, divideWords, fold, isUnspacedWord } from './words.ts'

/** What a reader looks for, in words. */
export interface WordsDemand extends Demand {
  typed: string
  /** Its number among what was typed. */
  clause: number
  /** Can be looked for word by word when no report holds it as it stands. */
  canBeApart: boolean
}

/** What a reader looks for, as the value of a facet: one of several terms, when several have one name. */
export interface FacetDemand {
  facet: Facet
  values: readonly string[]
  isNegated: boolean
}

/** What a reader typed, as it is searched for. */
export interface Understood {
  words: readonly WordsDemand[]
  facets: readonly FacetDemand[]
  notes: readonly Note[]
  /** How many reports of the archive hold it at most, as far as that is known: of words, how many hold the rarest; else `Infinity`. */
  reports: number
  /** What was typed as a title would hold it: words with their places, and how many there are. */
  title: { words: readonly (readonly [place: number, word: string])[]; length: number }
  /** Words that no report holds. */
  unknown: readonly string[]
  /** Terms that are called as something that was typed. */
  terms: readonly KnownName[]
  /** How the name of a term would begin that begins with what was typed. */
  beginnings: readonly string[]
}

/** How many words a name has at most to be found in what was typed. */
const NAME_WORDS = 8

/**
 * Understand what a reader typed: which forms of each word count, which other names a term has, which words say too little.
 *
 * @param languages the values of the facet of languages
 * @param apart phrases of unspaced scripts that no report holds, by their numbers, to be looked for word by word
 */
export async function understand(
  typed: string,
  dictionary: Dictionary,
  stopwords: ReadonlySet<string>,
  values: Readonly<Record<'kind' | 'lang', readonly string[]>>,
  apart: ReadonlySet<number> = new Set(),
): Promise<Understood> {
  const { clauses, ignored } = parseWords(typed)
  const notes: Note[] = ignored.length > 0 ? [{ type: 'ignored', words: ignored }] : []
  const words = clauses.filter((clause) => clause.type === 'words')
  const groups = await groupByNames(words, dictionary)
  const isStopword = ({ clauses: [clause, ...others], names }: Group): boolean =>
    clause !== undefined && others.length === 0 && names.length === 0 && isStop(clause, stopwords)
  const hasOthers = groups.some((group) => !isStopword(group) && group.clauses[0]?.isNegated === false)
  const dropped = hasOthers ? groups.filter(isStopword) : []
  if (dropped.length > 0) notes.push({ type: 'dropped', words: dropped.flatMap(typedOf) })

  const kept = groups.filter((group) => !dropped.includes(group))
  const last = words.at(-1)
  const understood = await Promise.all(
    kept.map((group) =>
      toDemand(
        group,
        dictionary,
        stopwords,
        group.clauses.at(-1) === last,
        words.indexOf(group.clauses[0] as WordsClause),
        apart,
      ),
    ),
  )
  const facets = await Promise.all(
    clauses.filter((clause) => clause.type === 'facet').map((clause) => toFacetDemand(clause, dictionary, values)),
  )
  return {
    words: understood.map(({ demand }) => demand),
    facets: facets.map(({ demand }) => demand),
    notes: [...notes, ...understood.flatMap((one) => one.notes), ...facets.flatMap((one) => one.notes)],
    reports: understood.reduce((least, { reports }) => Math.min(least, reports), Infinity),
    title: toTitle(typed, clauses, new Set([...dropped.flatMap(typedOf), ...ignored].map(fold))),
    unknown: understood.flatMap((one) => one.unknown),
    terms: groups.flatMap(({ names }) => names),
    beginnings: kept.flatMap(({ clauses: [first] }) => (first === undefined ? [] : beginningOf(first))),
  }
}

/** How a name begins that begins with the first word of a clause; in a script without spaces, with all of it. */
function beginningOf({ whole: [first = ''], words }: WordsClause): string[] {
  if (isUnspacedWord(first)) return [[...new Set([first, ...words])].join(' ')]
  return first.length > 1 ? [first] : []
}

/** Clauses that are looked for together: one, or several that are together the name of a term. */
interface Group {
  clauses: WordsClause[]
  names: KnownName[]
}

function typedOf({ clauses }: Group): string[] {
  return clauses.map(({ typed }) => typed)
}

/** Find the names of terms in what was typed, the longest first. */
async function groupByNames(clauses: readonly WordsClause[], dictionary: Dictionary): Promise<Group[]> {
  // All at once: one after the other each word would cost a way to the server and back.
  await Promise.all(clauses.filter(isPlain).map(({ whole }) => dictionary.parts(whole[0] ?? '', false)))
  const groups: Group[] = []
  for (let at = 0; at < clauses.length;) {
    const group = await findName(clauses.slice(at, at + NAME_WORDS), dictionary)
    groups.push(group)
    at += group.clauses.length
  }
  return groups
}

async function findName(clauses: readonly WordsClause[], dictionary: Dictionary): Promise<Group> {
  const [first] = clauses
  if (first === undefined || !isPlain(first)) return { clauses: clauses.slice(0, 1), names: [] }
  const parts = await dictionary.parts(first.whole[0] ?? '', false)
  const known = parts.flatMap(({ names }) => names)
  for (let length = clauses.length; length > 0 && known.length > 0; length -= 1) {
    const together = clauses.slice(0, length)
    if (!together.every((clause) => isPlain(clause) && clause.isNegated === first.isNegated)) continue
    const name = together.flatMap(({ whole }) => whole).join(' ')
    const names = known.filter((other) => other.name === name)
    if (names.length > 0) return { clauses: together, names }
  }
  return { clauses: [first], names: [] }
}

/** Whether a clause may be the name of a term, or a part of one. */
function isPlain({ isExact, inTitle, isBeginning }: WordsClause): boolean {
  return !isExact && !inTitle && !isBeginning
}

function isStop(clause: WordsClause, stopwords: ReadonlySet<string>): boolean {
  const { words, isExact, isNegated, isBeginning, inTitle } = clause
  return !isExact && !isNegated && !isBeginning && !inTitle && words.length === 1 && stopwords.has(words[0] ?? '')
}

async function toDemand(
  { clauses, names }: Group,
  dictionary: Dictionary,
  stopwords: ReadonlySet<string>,
  isLast: boolean,
  clauseNumber: number,
  apart: ReadonlySet<number>,
): Promise<{ demand: WordsDemand; notes: Note[]; unknown: string[]; reports: number }> {
  const notes: Note[] = []
  const unknown: string[] = []
  const sequences: Sequence[] = []
  let reports = Infinity
  const typed = clauses.map((clause) => clause.typed).join(' ')
  for (const clause of clauses) {
    if (apart.has(clauseNumber)) {
      const words = segment(clause.typed)
      notes.push({ type: 'apart', typed: clause.typed, words })
      sequences.push(
        ...words.map((word) =>
          toSequence(
            divideTyped(word).map((each) => [each]),
            false,
          ),
        ),
      )
    } else if (clause.isExact)
      sequences.push(
        toSequence(
          clause.words.map((word) => [word]),
          true,
        ),
      )
    else {
      const mayBegin = clause.isBeginning || (isLast && clause === clauses.at(-1) && names.length === 0)
      const forms = await findForms(clause, dictionary, clause.isBeginning || (mayBegin && !clause.isNegated))
      notes.push(...forms.notes)
      unknown.push(...forms.unknown)
      reports = Math.min(reports, forms.reports)
      sequences.push(toSequence(forms.words, false))
    }
  }
  // A name such as WHO or IT would find the word everywhere; the reports that name the term are found by it anyway.
  const others = [...new Set(names.flatMap((name) => name.others))].filter(
    (name) => !divideTyped(name).every((word) => stopwords.has(word)),
  )
  if (others.length > 0) notes.push({ type: 'names', typed, names: others })
  const named = others.map((name) => [
    toSequence(
      divideTyped(name).map((word) => [word]),
      true,
    ),
  ])
  const [first] = clauses
  return {
    demand: {
      typed,
      clause: clauseNumber,
      alternatives: [sequences, ...named],
      inTitle: first?.inTitle === true,
      isNegated: first?.isNegated === true,
      canBeApart:
        clauses.length === 1 &&
        first !== undefined &&
        !first.isExact &&
        !apart.has(clauseNumber) &&
        isUnspacedPhrase(first),
    },
    notes,
    unknown,
    reports: named.length > 0 || first?.isNegated === true ? Infinity : reports,
  }
}

function toSequence(words: readonly (readonly string[])[], isExact: boolean): Sequence {
  return { words, isExact }
}

/** Letters that may be several words of a script without spaces. */
function isUnspacedPhrase({ words }: WordsClause): boolean {
  return words.length > 1 && words.some((word) => Array.from(word).length > 1) && words.every(isUnspacedWord)
}

function segment(text: string): string[] {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
  return Array.from(segmenter.segment(text), ({ segment: word }) => word).filter((word) => divideTyped(word).length > 0)
}

/** What was typed as a title would hold it; words that a search leaves out still take their places. */
function toTitle(typed: string, clauses: readonly Clause[], dropped: ReadonlySet<string>): Understood['title'] {
  const isPlain = clauses.every((clause) => clause.type === 'words' && !clause.isNegated && !clause.inTitle)
  const all = isPlain ? divideWords(typed).map(({ text }) => text) : []
  // The last one tells where the title ends, even if it says too little to be searched for.
  const words = [...all.entries()].filter(([place, word]) => place === all.length - 1 || !dropped.has(word))
  return { words, length: all.length }
}

async function toFacetDemand(
  { facet, value, typed, isNegated }: FacetClause,
  dictionary: Dictionary,
  known: Readonly<Record<'kind' | 'lang', readonly string[]>>,
): Promise<{ demand: FacetDemand; notes: Note[] }> {
  const vocabulary = VOCABULARIES.find((name) => name === facet)
  if (vocabulary === undefined) {
    const isCalled = facet === 'kind' ? isKindCalled : isLanguageCalled
    const all = facet === 'kind' ? known.kind : known.lang
    const values = all.filter((one) => isCalled(one, value))
    return answer(values, nearest(value, all))
  }
  const rows = await dictionary.names(vocabulary)
  const values = findTerms(rows, value)
  const labels = rows.flatMap(([id, label, aliases]) => [id, ...Object.values(label), ...aliases])
  return answer(values, values.length === 0 ? nearest(value, labels) : undefined)

  function answer(values: readonly string[], near: string | undefined): { demand: FacetDemand; notes: Note[] } {
    const notes: Note[] = values.length === 0 ? [{ type: 'noTerm', facet, typed, nearest: near }] : []
    return { demand: { facet, values, isNegated }, notes }
  }
}
