import { VOCABULARIES } from '#archive/vocabulary.ts'
import type { ValueLists } from './columns.ts'

/** What reports are filtered by, in the order in which pages name it. */
export const FACETS = [...VOCABULARIES, 'kind', 'lang'] as const

/** The name of a facet. */
export type Facet = (typeof FACETS)[number]

/** The answer to a choice. Reports are numbered from 0 through all indexes. */
export interface Faceted {
  /** The reports that satisfy every facet, rising. */
  kept: Uint32Array
  /**
   * How many reports each value would give if only the choices of the other facets applied. Values that give none are
   * left out, except chosen ones. The largest number comes first, and of equal ones the first value as text.
   */
  counts: Map<Facet, [value: string, count: number][]>
}

/** Where a report counts: in no facet, in all of them, or (from here on) only in one, the place of which is added. */
const NOWHERE = 0
const EVERYWHERE = 1
const ONLY_IN = 2

/**
 * Keep the reports that have a chosen value of each facet, and count what every other choice would give.
 *
 * A report that lacks the choice of one facet still counts for the other values of that facet; one that lacks two counts
 * for none. So one look at each choice settles where a report counts, and each list is read once.
 *
 * @param matched the reports that match words and dates, rising
 * @param chosen the values of each facet of which a report must have one; a facet without any is no choice; a value that
 * no report has matches none
 * @param columns the lists of every facet that is chosen or counted, and maybe others
 * @param counted the facets whose values are counted
 * @param size the number of all reports
 * @throws Error when `columns` lacks a facet that is needed
 */
export function applyFacets(
  matched: Uint32Array,
  chosen: ReadonlyMap<Facet, readonly string[]>,
  columns: ReadonlyMap<Facet, ValueLists>,
  counted: readonly Facet[],
  size: number,
): Faceted {
  const where = new Uint8Array(size)
  for (const report of matched) where[report] = EVERYWHERE
  for (const [facet, values] of chosen) {
    if (values.length === 0) continue
    const having = markReports(columnOf(columns, facet), values, size)
    for (const report of matched) {
      if (having[report] === 1) continue
      where[report] = where[report] === EVERYWHERE ? placeOf(facet) : NOWHERE
    }
  }
  return {
    kept: matched.filter((report) => where[report] === EVERYWHERE),
    counts: new Map(
      counted.map((facet) => [
        facet,
        countValues(columnOf(columns, facet), chosen.get(facet) ?? [], where, placeOf(facet)),
      ]),
    ),
  }
}

/** Join the lists of several indexes into one numbering, in which the reports of an index begin at its offset. */
export function joinLists(parts: readonly { offset: number; lists: ValueLists }[]): ValueLists {
  const pieces = new Map<string, { offset: number; ordinals: Uint32Array }[]>()
  for (const { offset, lists } of parts.toSorted((a, b) => a.offset - b.offset)) {
    for (const [value, ordinals] of lists) {
      const others = pieces.get(value)
      if (others === undefined) pieces.set(value, [{ offset, ordinals }])
      else others.push({ offset, ordinals })
    }
  }
  return new Map(Array.from(pieces, ([value, ofValue]) => [value, concatenate(ofValue)]))
}

function columnOf(columns: ReadonlyMap<Facet, ValueLists>, facet: Facet): ValueLists {
  const lists = columns.get(facet)
  if (lists === undefined) throw new Error(`the lists of the facet “${facet}” are needed, but were not given`)
  return lists
}

function placeOf(facet: Facet): number {
  return ONLY_IN + FACETS.indexOf(facet)
}

/** By report: 1 when it has one of the values. */
function markReports(lists: ValueLists, values: readonly string[], size: number): Uint8Array {
  const marks = new Uint8Array(size)
  for (const value of values) {
    for (const report of lists.get(value) ?? []) marks[report] = 1
  }
  return marks
}

function countValues(
  lists: ValueLists,
  chosen: readonly string[],
  where: Uint8Array,
  place: number,
): [value: string, count: number][] {
  const counts = new Map(chosen.map((value) => [value, 0]))
  for (const [value, reports] of lists) {
    let count = 0
    for (const report of reports) {
      if (where[report] === EVERYWHERE || where[report] === place) count += 1
    }
    if (count > 0) counts.set(value, count)
  }
  return [...counts].sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1))
}

function concatenate(pieces: readonly { offset: number; ordinals: Uint32Array }[]): Uint32Array {
  const joined = new Uint32Array(pieces.reduce((sum, { ordinals }) => sum + ordinals.length, 0))
  let at = 0
  for (const { offset, ordinals } of pieces) {
    for (const ordinal of ordinals) {
      joined[at] = ordinal + offset
      at += 1
    }
  }
  return joined
}
