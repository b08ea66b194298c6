import type { DateRange } from './date-range.ts'
import type { KnownName } from './dictionary.ts'
import type { Facet } from './facets.ts'
import type { Shard } from './manifest.ts'
import type { Note } from './notes.ts'
import type { Passage, Run } from './passages.ts'
import type { Sort } from './query.ts'
import type { NamedTerms } from './record.ts'

/** A report that was found; every text in it is plain. */
export interface Hit {
  /** The address of the report, without the base path. */
  address: string
  title: readonly Run[]
  date: string
  kind: string
  lang: string
  source: string | undefined
  terms: NamedTerms
  passages: readonly Passage[]
}

/** One page of an answer. */
export interface Answer {
  /** How many reports were found. */
  count: number
  /** The page that is shown: the last one, when the query asked for one beyond it. */
  page: number
  hits: readonly Hit[]
  /** How many more hits of the page are still being fetched; another answer follows. */
  coming: number
  /** The order they are in. */
  sort: Sort
  /** The range of dates, as it was understood. */
  range: DateRange
  notes: readonly Note[]
  /** Terms that are called as something that was typed; where nothing was found also those whose names begin so. */
  terms: readonly KnownName[]
  /** What may have been meant, where little or nothing was found. */
  suggestion: string | undefined
  /** Indexes that are still being asked; another answer follows. */
  pending: readonly Shard[]
  /** Indexes that could not be asked. */
  failed: readonly Shard[]
}

/** How many reports each value of a facet would give. */
export type FacetCounts = readonly (readonly [
  facet: Facet,
  values: readonly (readonly [value: string, count: number])[],
])[]
