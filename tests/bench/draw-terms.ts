import type { NamedTerm } from '#archive/report.ts'
import type { Term } from '#archive/term.ts'
import { between, type Random } from './chance.ts'

/** The terms that a report names. */
export type NamedTerms = Record<'topics' | 'places' | 'organisations' | 'people', NamedTerm[]>

/** Make a function that draws the terms of a report, some of them far more often than others. */
export function makeTermDrawer(random: Random, terms: readonly Term[]): () => NamedTerms {
  // One object for each term serves all reports: five million of them would be half of the memory.
  const all = Map.groupBy(terms, ({ vocabulary }) => vocabulary)
  const lists = new Map(Array.from(all, ([name, list]) => [name, list.map(({ id }) => ({ id, role: undefined }))]))
  const draw = (vocabulary: Term['vocabulary'], least: number, most: number): NamedTerm[] => {
    const list = lists.get(vocabulary) ?? []
    const size = between(random, least, most)
    const drawn = Array.from({ length: size }, () => list[Math.floor(random() ** 2 * list.length)])
    return [...new Set(drawn)].filter((term) => term !== undefined)
  }
  return () => ({
    topics: draw('topics', 1, 2),
    places: draw('places', 1, 3),
    organisations: draw('organisations', 0, 3),
    people: draw('people', 0, 3),
  })
}
