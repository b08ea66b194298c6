import type { Answer, FacetCounts } from './answer.ts'
import { askShards, touches, withoutFailed, type Found } from './ask-shards.ts'
import { countValues } from './chosen.ts'
import { asksForKindOrLanguage, parseWords } from './clauses.ts'
import { parseDateRange } from './date-range.ts'
import type { Facet } from './facets.ts'
import { isOnce, type Field } from './index-terms.ts'
import { makeAnswer, orderFound, prepareAnswer, type AnswerFrame } from './make-answer.ts'
import { ONCE } from './matches.ts'
import type { OpenArchive } from './open-archive.ts'
import type { OpenShard } from './open-shard.ts'
import type { Query } from './query.ts'
import type { SearchRecord } from './record.ts'
import { stopwordsOf } from './stopwords.ts'
import { understand, type Understood } from './understand.ts'

/** A search for some words in a range of dates: the parts of a query that decide which reports are looked at. */
export interface Run {
  /** Show a page of what the chosen terms leave; `show` is called with what is found before all indexes have answered. */
  search: (query: Query, pageSize: number, show: (answer: Answer) => void) => Promise<Answer>
  /** Count what the values of some facets would give. @throws ShardFailure when an index cannot be asked */
  count: (query: Query, facets: readonly Facet[]) => Promise<FacetCounts>
  /** The first reports in their order. @throws ShardFailure when an index cannot be asked */
  list: (query: Query, limit: number, progress: (done: number, all: number) => void) => Promise<SearchRecord[]>
  /** Fetch what the newest index and the known words have of what was typed, and the first of the reports that they give. */
  prepare: (query: Query) => Promise<void>
  /** Whether something went wrong, so that another search may give more. */
  hasFailed: () => boolean
}

/** How many reports are fetched at once for a list. */
const BATCH = 24

/** The newest indexes that hold so many reports together are asked first; the newest alone may hold those of one day. */
const FIRST_LOOK = 1000

/** So many others are asked along with them at once, where what is looked for is so rare that the newest will hardly fill a page. */
const AT_ONCE = 1

/** Start a search; what it finds is kept, so that turning a page or choosing a term looks for nothing again. */
export function startRun(archive: OpenArchive, { words, from, to }: Query, language: string): Run {
  const { range, swapped, refused } = parseDateRange(from, to)
  const frame: AnswerFrame = {
    range,
    notes: [
      ...(swapped ? [{ type: 'swapped' } as const] : []),
      ...refused.map((typed) => ({ type: 'noDate', typed }) as const),
    ],
  }
  // What was typed and holds no word finds nothing, rather than everything.
  const saysSomething = words.trim() === '' || parseWords(words).clauses.length > 0
  const asked = archive.shards.filter(({ shard }) => saysSomething && touches(shard, range))
  const first = asked.slice(
    Math.max(
      0,
      asked.findLastIndex((_, index) => countOf(asked.slice(index)) >= FIRST_LOOK),
    ),
  )
  let hasFailed = false
  /** What goes wrong is told to whoever waits for it; here it is only kept in mind. */
  const watch = <Value>(work: Promise<Value>): Promise<Value> => {
    work.catch(() => {
      hasFailed = true
    })
    return work
  }

  // What the newest indexes will be asked for anyway is fetched while the words are looked up: it saves the way to the server.
  for (const shard of first) {
    if (words.trim() !== '') shard.start().catch(() => undefined)
    for (const { word, field } of plainWords(words, language)) shard.find(word, field).catch(() => undefined)
  }
  const understood = watch(understandWords(new Set()))
  let looked: Promise<Found> | undefined
  let complete: Promise<Found> | undefined

  /** What the newest indexes gave; where one of them failed they are asked anew the next time. */
  const look = async (): Promise<Found> => {
    const looking = (looked ??= understood.then((demands) => askShards(first, demands, range)))
    const found = await looking
    if (found.failed.length > 0) looked = undefined
    return found
  }

  /** Whether the newest indexes are shown before the others have answered: these are many, or a page can be filled without them. */
  const isLookedAtFirst = ({ reports }: Understood, pageSize: number): boolean => {
    const others = asked.length - first.length
    return others > AT_ONCE || (others > 0 && (reports * countOf(first)) / archive.totals.reports >= pageSize)
  }

  async function understandWords(apart: ReadonlySet<number>): Promise<Understood> {
    return understand(words, archive.dictionary, stopwordsOf(language), await coreValues(), apart)
  }

  /** The kinds and languages that there are; only a query that names one needs them. */
  async function coreValues(): Promise<Record<'kind' | 'lang', string[]>> {
    if (!asksForKindOrLanguage(words)) return { kind: [], lang: [] }
    // An index that does not answer is told when it is searched.
    const settled = await Promise.allSettled(archive.shards.map((shard) => shard.core()))
    const cores = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
    const valuesOf = (facet: 'kind' | 'lang'): string[] => [
      ...new Set(cores.flatMap((core) => [...core[facet].keys()])),
    ]
    return { kind: valuesOf('kind'), lang: valuesOf('lang') }
  }

  /** What all indexes gave; phrases of unspaced scripts that none of them holds are looked for word by word. */
  const askAll = async (): Promise<Found> => {
    const found = first.length === asked.length ? await look() : await askShards(asked, await understood, range)
    const wanted = found.understood.words.filter(({ isNegated }) => !isNegated)
    const apart = wanted.filter(
      ({ canBeApart }, index) => canBeApart && found.reports.every(({ matches }) => matches[index]?.size === 0),
    )
    if (apart.length === 0 || found.failed.length > 0) return found
    return askShards(asked, await understandWords(new Set(apart.map(({ clause }) => clause))), range)
  }
  const getComplete = (): Promise<Found> => (complete ??= watch(askAll()))

  /** What all indexes gave, for whoever cannot tell that some are missing. */
  const getWhole = async (): Promise<Found> => {
    const found = await getComplete()
    const [failure] = found.failed
    if (failure === undefined) return found
    hasFailed = true
    throw failure
  }

  return {
    search: async (query, pageSize, show) => {
      const isFirst = isLookedAtFirst(await understood, pageSize)
      if (isFirst && complete === undefined) {
        const found = await look()
        const isPage = found.reports.reduce((sum, { ordinals }) => sum + ordinals.length, 0) >= pageSize
        // What fills a page has the line for itself until it is shown.
        if (!isPage) getComplete().catch(() => undefined)
        const pending = asked.filter((shard) => !first.includes(shard)).map(({ shard }) => shard)
        const answer = await makeAnswer(found, query, pageSize, archive, frame, pending, show).catch(() => undefined)
        if (answer !== undefined && answer.hits.length > 0) show(answer)
      }
      const answer = await withoutFailed(await getComplete(), (found) =>
        makeAnswer(found, query, pageSize, archive, frame, [], show),
      )
      hasFailed ||= answer.failed.length > 0
      return answer
    },
    count: (query, facets) =>
      watch(getWhole().then(({ reports }) => countValues(reports, query.chosen, facets, archive.totals.reports))),
    list: async (query, limit, progress) => {
      const { places } = await orderFound(await getWhole(), query, archive)
      const listed = places.slice(0, limit)
      const records: SearchRecord[] = []
      for (let at = 0; at < listed.length; at += BATCH) {
        const batch = listed.slice(at, at + BATCH)
        records.push(...(await watch(Promise.all(batch.map(({ found, ordinal }) => found.shard.record(ordinal))))))
        progress(records.length, listed.length)
      }
      return records
    },
    prepare: async (query) => {
      // A word that is still being typed would be looked for as the beginning of many.
      const { unknown, notes } = await understood
      if (unknown.length === 0 && notes.every(({ type }) => type !== 'beginning'))
        await prepareAnswer(await look(), query, archive)
    },
    hasFailed: () => hasFailed,
  }
}

function countOf(shards: readonly OpenShard[]): number {
  return shards.reduce((sum, { shard }) => sum + shard.count, 0)
}

/** The words that were typed, without those that a search leaves out, and where each is looked for. */
function plainWords(typed: string, language: string): { word: string; field: Field }[] {
  const stopwords = stopwordsOf(language)
  const words = parseWords(typed).clauses.flatMap((clause) => {
    if (clause.type !== 'words') return []
    const isAlone = clause.words.length === 1
    return clause.words.map((word) => ({ word, field: isAlone && isOnce(word) ? ONCE.text : 'text' }) as const)
  })
  const telling = words.filter(({ word }) => !stopwords.has(word))
  return telling.length > 0 ? telling : words
}
