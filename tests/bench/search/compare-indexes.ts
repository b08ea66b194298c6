import { EMPTY_QUERY, type Query } from '#search/query.ts'
import { openTestSite } from '../../search/open-test-archive.ts'
import { makeRandom, pick, type Random } from '../chance.ts'
import type { News } from '../make-news.ts'
import { readWords } from './pick-words.ts'
import { searchPlainly } from './plain-pagefind.ts'
import { toPlainReports } from './plain-reports.ts'
import { grouped, mean, share, type Row } from './table.ts'

/** How many searches of each kind are compared, and how many lists by date. */
const SEARCHES = 40
const LISTS = 20
const GOAL = 0.9

/** The folders of two sites of the same reports, and where another index of them may be made. */
export interface Compared {
  one: string
  many: string
  /** `undefined` where the comparison with the engine as it comes would be too dear. */
  plain: string | undefined
}

/** Compare the answers of one index with those of several that hold the same reports. */
export async function compareIndexes(news: News, { one, many, plain }: Compared): Promise<Row[]> {
  const searches = drawSearches(news)
  const ofOne = await askAll(one, searches)
  const ofMany = await askAll(many, searches)
  const overlaps = searches.map((_, index) => overlap(ofOne[index]?.first ?? [], ofMany[index]?.first ?? []))
  const unequal = searches.filter((_, index) => ofOne[index]?.count !== ofMany[index]?.count)
  const unordered = searches.slice(0, LISTS).filter((_, index) => {
    const [list, other] = [ofOne[index]?.byDate, ofMany[index]?.byDate]
    return list === undefined || JSON.stringify(list) !== JSON.stringify(other)
  })
  const far = searches.filter((_, index) => (overlaps[index] ?? 0) < 1)
  const rows: Row[] = [
    {
      what: `first ten of ${String(searches.length)} searches: those that both show, on average`,
      goal: `≥ ${String(GOAL)}`,
      measured: grouped(mean(overlaps), 3),
      isMet: mean(overlaps) >= GOAL,
      cases: far,
    },
    {
      what: 'the same number of reports',
      goal: 'all',
      measured: share(searches.length - unequal.length, searches.length),
      isMet: unequal.length === 0,
      cases: unequal,
    },
    {
      what: 'the same list by date, to its end',
      goal: 'all',
      measured: share(LISTS - unordered.length, LISTS),
      isMet: unordered.length === 0,
      cases: unordered,
    },
  ]
  if (plain === undefined) return rows
  const unquoted = searches.filter((search) => !search.includes('"'))
  const found = await searchPlainly(news, plain, unquoted)
  const others = found.map((first, index) =>
    overlap(ofOne[searches.indexOf(unquoted[index] ?? '')]?.first ?? [], first),
  )
  rows.push({
    what: `first ten of ${String(unquoted.length)} searches, shared with the engine as it comes`,
    measured: `${grouped(mean(others), 3)}, for information`,
  })
  return rows
}

/** What an archive answers. */
interface Answers {
  first: string[]
  count: number
  byDate: string[]
}

/** Two archives cannot be open at once: each puts itself between the engine and the network. */
async function askAll(folder: string, searches: readonly string[]): Promise<Answers[]> {
  const archive = await openTestSite(folder, 'en')
  const answers: Answers[] = []
  for (const words of searches) {
    const { hits, count } = await archive.search({ words })
    const query: Query = { ...EMPTY_QUERY, words, sort: 'newest' }
    const list = answers.length < LISTS ? await archive.engine.list(query, Infinity, () => undefined) : []
    answers.push({ first: hits.map(({ address }) => address), count, byDate: list.map(({ id }) => id) })
  }
  return answers
}

/** Words, pairs of words that stand in one report, and phrases. */
function drawSearches(news: News): string[] {
  const random = makeRandom(2)
  const held = [...readWords(news)].filter(([word, { size }]) => word.length > 2 && size > 4)
  const known = new Map(held.map(([word, { size }]) => [word, size]))
  const plain = toPlainReports(news)
  const wordsOf = (): string[] =>
    pick(random, plain)
      .text.split(' ')
      .filter((word) => known.has(word))
  const singles = repeat(() => drawEvenly(random, held))
  const pairs = repeat(() => {
    const words = wordsOf()
    return `${pick(random, words)} ${pick(random, words)}`
  })
  const phrases = repeat(() => {
    const words = pick(random, plain).text.trim().split(' ')
    const start = Math.floor(random() * (words.length - 2))
    return `"${words.slice(start, start + 2).join(' ')}"`
  }).filter((phrase) => /^"[a-z]+ [a-z]+"$/.test(phrase))
  return [...singles, ...pairs, ...phrases]
}

/** A word, so that common and rare ones are as likely as those between. */
function drawEvenly(random: Random, held: readonly (readonly [string, ReadonlySet<number>])[]): string {
  const most = held.reduce((size, [, reports]) => Math.max(size, reports.size), 1)
  const wanted = most ** random()
  const near = held.filter(([, { size }]) => size >= wanted / 2 && size <= wanted * 2)
  return near.length === 0 ? drawEvenly(random, held) : pick(random, near)[0]
}

/** Which part of the first results two answers share. */
function overlap(one: readonly string[], other: readonly string[]): number {
  const least = Math.max(one.length, other.length)
  return least === 0 ? 1 : new Set(one).intersection(new Set(other)).size / least
}

function repeat<Made>(make: () => Made): Made[] {
  return Array.from({ length: SEARCHES }, make)
}
