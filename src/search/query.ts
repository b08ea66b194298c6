import { isUnspaced } from '#archive/language.ts'

/** What a reader asks for. The address bar holds exactly this, so that every search can be linked to. */
export interface Query {
  words: string
  /** Ids of topics; a report must have all of them. */
  topics: string[]
  kind: string
  year: string
  /** The page of results, counted from 1. */
  page: number
}

/** Read a query from the part of an address after the `?`. */
export function parseQuery(search: string): Query {
  const parameters = new URLSearchParams(search)
  const page = Number(parameters.get('page') ?? '1')
  return {
    words: (parameters.get('q') ?? '').normalize('NFC').trim(),
    topics: parameters.getAll('topics').filter((topic) => topic !== ''),
    kind: parameters.get('kind') ?? '',
    year: parameters.get('year') ?? '',
    page: Number.isInteger(page) && page > 0 ? page : 1,
  }
}

/** Write a query as the part of an address after the `?`: always in the same order, without what is not asked for. */
export function formatQuery({ words, topics, kind, year, page }: Query): string {
  const parameters = new URLSearchParams()
  if (words !== '') parameters.set('q', words)
  for (const topic of topics) parameters.append('topics', topic)
  if (kind !== '') parameters.set('kind', kind)
  if (year !== '') parameters.set('year', year)
  if (page > 1) parameters.set('page', String(page))
  const text = parameters.toString()
  return text === '' ? '' : `?${text}`
}

/** Whether a query asks for nothing, so that there is nothing to show. */
export function isEmpty({ words, topics, kind, year }: Query): boolean {
  return words === '' && topics.length === 0 && kind === '' && year === ''
}

/**
 * The words of a query as the engine of a shard in `language` wants them. The engine divides a query by the language of the page
 * it runs on, not by that of the index, so a Chinese query on an English page must come divided. What stands in quotation
 * marks stays in them.
 */
export function divideWords(words: string, language: string): string {
  if (!isUnspaced(language)) return words
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' })
  const divide = (text: string): string =>
    Array.from(segmenter.segment(text), ({ segment }) => segment.trim())
      .filter((segment) => segment !== '')
      .join(' ')
  return words
    .split(/("[^"]*")/)
    .map((part) => (part.startsWith('"') && part.length > 1 ? `"${divide(part.slice(1, -1))}"` : divide(part)))
    .filter((part) => part !== '' && part !== '""')
    .join(' ')
}
