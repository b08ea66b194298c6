import { rememberOf } from '#archive/remember.ts'
import type { Answer, Hit } from './answer.ts'
import type { Found } from './ask-shards.ts'
import { keepChosen } from './chosen.ts'
import type { KnownName } from './dictionary.ts'
import type { Shard } from './manifest.ts'
import type { Sequence } from './matches.ts'
import type { OpenArchive } from './open-archive.ts'
import { orderReports, type Place } from './order.ts'
import { beginningOf, findPassages, markText } from './passages.ts'
import type { Query, Sort } from './query.ts'
import { suggestWords } from './suggest.ts'
import type { Understood } from './understand.ts'
import { divideWords } from './words.ts'

/** How many reports are so few that what else may have been meant is looked for. */
const FEW = 2

/**
 * How many hits are shown before the others of the page are there. A browser fetches six files at once from a server that speaks
 * HTTP/1.1, and what is seen first need not wait for the next six.
 */
const AT_ONCE = 5

/** What an answer says beside the reports. */
export type AnswerFrame = Pick<Answer, 'range' | 'notes'>

/** Reports in their order, and what order that is. */
interface Ordering {
  places: readonly Place[]
  sort: Sort
}

/** Put the reports that a query leaves in their order. It is kept for who turns a page, or makes the search that was prepared. */
export function orderFound(found: Found, query: Query, archive: OpenArchive): Promise<Ordering> {
  const known = orderingsOf(found)
  const key = JSON.stringify([query.chosen, query.sort])
  const ordering = known.get(key) ?? order(found, query, archive)
  known.set(key, ordering)
  ordering.catch(() => known.delete(key))
  return ordering
}

const orderingsOf = rememberOf<Found, Map<string, Promise<Ordering>>>(() => new Map())

async function order({ understood, reports }: Found, query: Query, { totals }: OpenArchive): Promise<Ordering> {
  const hasWords = understood.words.some(({ isNegated }) => !isNegated)
  const sort: Sort = query.sort === '' ? (hasWords ? 'relevance' : 'newest') : query.sort
  return { places: orderReports(reports, await keepChosen(reports, query.chosen, totals.reports), sort, totals), sort }
}

/** Put the reports that a query leaves in their order, and fetch what is shown of the first of them. */
export async function prepareAnswer(found: Found, query: Query, archive: OpenArchive): Promise<void> {
  const { places } = await orderFound(found, query, archive)
  await Promise.all(places.slice(0, AT_ONCE).map(({ found: { shard }, ordinal }) => shard.record(ordinal)))
}

/**
 * Make one page of an answer.
 *
 * @param pending the indexes that are still being asked
 * @param show is called with the first hits when they are there and the others are not
 */
export async function makeAnswer(
  found: Found,
  query: Query,
  pageSize: number,
  archive: OpenArchive,
  { range, notes }: AnswerFrame,
  pending: readonly Shard[],
  show: (answer: Answer) => void,
): Promise<Answer> {
  const { understood, failed } = found
  const { places, sort } = await orderFound(found, query, archive)
  const page = Math.min(query.page, Math.max(1, Math.ceil(places.length / pageSize)))
  const sequences = understood.words
    .filter(({ isNegated }) => !isNegated)
    .flatMap(({ alternatives }) => alternatives.flat())
  const shown = places.slice((page - 1) * pageSize, page * pageSize)
  const isComplete = pending.length === 0
  const answer = {
    ...{ count: places.length, page, sort, range, pending },
    notes: [...notes, ...understood.notes],
    terms: isComplete && places.length === 0 ? await nearestTerms(understood, archive) : understood.terms,
    suggestion: isComplete && places.length <= FEW ? await suggest(query.words, understood, archive) : undefined,
    failed: failed.map(({ shard }) => shard),
  }
  const fetching = shown.map((place) => toHit(place, sequences))
  const all = Promise.all(fetching)
  if (shown.length > AT_ONCE) {
    const first = await Promise.race([all, Promise.all(fetching.slice(0, AT_ONCE))])
    // What is in memory already comes a moment later.
    const hits = await Promise.race([all, later(first)])
    if (hits.length < shown.length) show({ ...answer, hits, coming: shown.length - hits.length })
  }
  return { ...answer, hits: await all, coming: 0 }
}

function later<Value>(value: Value): Promise<Value> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0, value)
  })
}

async function toHit({ found: { shard }, ordinal }: Place, sequences: readonly Sequence[]): Promise<Hit> {
  const { address, title, date, kind, lang, source, terms, blocks } = await shard.record(ordinal)
  const passages = findPassages(blocks, sequences, 2)
  return {
    // Only addresses of this site: whatever an index says, a hit leads nowhere else.
    address: /^\/(?!\/)/.test(address) ? address : '/',
    title: markText(title, sequences),
    ...{ date, kind, lang, source, terms },
    passages: passages.length > 0 ? passages : beginningOf(blocks),
  }
}

/** Terms that are called as what was typed, or whose names begin with one of its words. */
async function nearestTerms(
  { terms, beginnings }: Understood,
  { dictionary }: OpenArchive,
): Promise<readonly KnownName[]> {
  const parts = await Promise.all(beginnings.map((word) => dictionary.parts(word, true).catch(() => [])))
  const near = parts.flatMap((some, index) =>
    some.flatMap(({ names }) => names.filter(({ name }) => name.startsWith(beginnings[index] ?? ''))),
  )
  return [...new Map([...terms, ...near].map((term) => [`${term.vocabulary}/${term.id}`, term])).values()]
}

/** What was typed with its unknown words replaced by known ones. */
async function suggest(
  typed: string,
  { unknown }: Understood,
  { commonWords }: OpenArchive,
): Promise<string | undefined> {
  if (unknown.length === 0) return undefined
  const known = await commonWords().catch(() => [])
  // From the end on, so that places before it stay what they are.
  const better = divideWords(typed).reduceRight((text, { text: word, start, end }) => {
    const [best] = unknown.includes(word) ? suggestWords(word, known, 1) : []
    return best === undefined ? text : text.slice(0, start) + best + text.slice(end)
  }, typed)
  return better === typed ? undefined : better
}
