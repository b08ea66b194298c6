import { VOCABULARIES, type Vocabulary } from '#archive/vocabulary.ts'
import { FACETS, type Facet } from './facets.ts'

/** The orders that results can have. */
export const SORTS = ['relevance', 'newest', 'oldest'] as const
export type Sort = (typeof SORTS)[number]

/** What a reader asks for. The address bar holds exactly this, so that every search can be linked to. */
export interface Query {
  /** As it was typed. */
  words: string
  /** The chosen values of each facet: one of them is enough. */
  chosen: Readonly<Record<Facet, readonly string[]>>
  /** The ends of the range of dates as they were typed; empty for none. */
  from: string
  to: string
  /** The order; none for the usual one: the best first for words, the newest first without. */
  sort: Sort | ''
  /** The page of results, counted from 1. */
  page: number
}

/** A query that asks for nothing. */
export const EMPTY_QUERY: Query = {
  words: '',
  chosen: { topics: [], places: [], organisations: [], people: [], series: [], kind: [], lang: [] },
  from: '',
  to: '',
  sort: '',
  page: 1,
}

/** Read a query from the part of an address after the `?`. */
export function parseQuery(search: string): Query {
  const parameters = new URLSearchParams(search)
  const text = (name: string): string => (parameters.get(name) ?? '').normalize('NFC').trim()
  const values = (facet: Facet): string[] =>
    [...new Set(parameters.getAll(facet).filter((value) => value !== ''))].sort()
  const page = Number(parameters.get('page') ?? '1')
  const sort = text('sort')
  // `year` was the only way to name a time before there were ranges; links with it still work.
  const year = text('year')
  return {
    words: text('q'),
    chosen: {
      topics: values('topics'),
      places: values('places'),
      organisations: values('organisations'),
      people: values('people'),
      series: values('series'),
      kind: values('kind'),
      lang: values('lang'),
    },
    from: text('from') || year,
    to: text('to') || year,
    sort: SORTS.find((known) => known === sort) ?? '',
    page: Number.isInteger(page) && page > 0 ? page : 1,
  }
}

/** Write a query as the part of an address after the `?`: always in the same order, without what is not asked for. */
export function formatQuery({ words, chosen, from, to, sort, page }: Query): string {
  const parameters = new URLSearchParams()
  if (words !== '') parameters.set('q', words)
  for (const facet of FACETS) for (const value of [...chosen[facet]].sort()) parameters.append(facet, value)
  if (from !== '') parameters.set('from', from)
  if (to !== '') parameters.set('to', to)
  if (sort !== '') parameters.set('sort', sort)
  if (page > 1) parameters.set('page', String(page))
  const text = parameters.toString()
  return text === '' ? '' : `?${text}`
}

/** Whether a query asks for nothing, so that there is nothing to show. */
export function isEmpty({ words, chosen, from, to, sort }: Query): boolean {
  return words === '' && from === '' && to === '' && sort === '' && FACETS.every((facet) => chosen[facet].length === 0)
}

/** A query with a value of a facet chosen, or no longer chosen; its first page. */
export function toggle(query: Query, facet: Facet, value: string): Query {
  const { [facet]: before } = query.chosen
  const values = before.includes(value) ? before.filter((other) => other !== value) : [...before, value].sort()
  return { ...query, chosen: { ...query.chosen, [facet]: values }, page: 1 }
}

/** The address of the static page that shows just what a query without words asks for, if there is one: of a term or a period. */
export function staticPageOf({
  words,
  chosen,
  from,
  to,
  sort,
}: Query): { vocabulary: Vocabulary; id: string } | { period: string } | undefined {
  if (words !== '' || (sort !== '' && sort !== 'newest')) return undefined
  const all = FACETS.flatMap((facet) => chosen[facet].map((value) => ({ facet, value })))
  const [only] = all
  if (all.length === 0 && from !== '' && from === to) return { period: from }
  if (all.length !== 1 || only === undefined || from !== '' || to !== '') return undefined
  const vocabulary = VOCABULARIES.find((known) => known === only.facet)
  return vocabulary === undefined ? undefined : { vocabulary, id: only.value }
}
