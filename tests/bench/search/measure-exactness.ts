import { termsOf, type Report } from '#archive/catalogue.ts'
import type { FacetCounts } from '#search/answer.ts'
import type { Facet } from '#search/facets.ts'
import { EMPTY_QUERY, formatQuery, type Query } from '#search/query.ts'
import { knownWords } from '#search/word-forms.ts'
import type { TestArchive } from '../../search/open-test-archive.ts'
import { below, makeRandom, pick, shuffle, type Random } from '../chance.ts'
import type { News } from '../make-news.ts'
import { holds, toPlain, toPlainReports, type PlainReport } from './plain-reports.ts'
import { median, milliseconds, share, sum, type Row } from './table.ts'

/** How many searches of each kind are made. */
const SEARCHES = 50
const COMMONEST = 300
/** The engine gets slower with all that it has read of an index: so many searches are timed at the beginning and the end. */
const TIMED = 30
const LIMIT = 150
const FACETS = ['topics', 'places', 'organisations', 'people', 'kind'] as const
type Chosen = Partial<Record<Facet, readonly string[]>>

/** Compare what searches find with what looking through every report finds. */
export async function measureExactness(archive: TestArchive, news: News): Promise<Row[]> {
  const random = makeRandom(1)
  const plain = toPlainReports(news)
  const words = wordsOf(plain, news)
  const holdsWord = ({ text, names }: PlainReport, { forms }: Word): boolean =>
    forms.some((form) => holds(text, form) || holds(names, form))

  const ranges: Check[] = repeat(() => {
    const word = pick(random, words)
    const [from = '', to = ''] = [drawDate(random, plain), drawDate(random, plain)].sort()
    const isWanted = (one: PlainReport): boolean =>
      one.report.date >= from && one.report.date <= `${to}~` && holdsWord(one, word)
    return { query: { words: word.word, from, to }, wanted: plain.filter(isWanted) }
  })
  const checkPhrase = (phrase: string): Check => ({
    query: { words: `"${phrase}"` },
    wanted: plain.filter(({ text }) => holds(text, phrase)),
  })
  const phrases = repeat(() => checkPhrase(drawPhrase(random, plain)))
  // A word is kept in two places, with and without those that stand in titles.
  const titles = repeat(() => checkPhrase(toPlain(pick(random, plain).report.title)))
  const choices: Check[] = repeat(() => {
    const word = random() < 0.5 ? undefined : pick(random, words)
    const chosen = drawChoice(random, plain)
    const found = word === undefined ? plain : plain.filter((one) => holdsWord(one, word))
    const wanted = found.filter(({ report }) => FACETS.every((facet) => isChosen(report, facet, chosen)))
    const query = { words: word?.word ?? '', chosen: { ...EMPTY_QUERY.chosen, ...chosen } }
    return { query, wanted, counts: countsOf(found, chosen) }
  })
  return [
    ...(await checkCommonest(archive, words, plain)),
    await checkAll('days and a word: the same reports, the newest first', archive, ranges),
    await checkAll('a phrase: the same reports, the newest first', archive, phrases),
    await checkAll('a whole title as a phrase: the same reports', archive, titles),
    await checkAll('choices, half of them with a word: the same reports and counts', archive, choices),
  ]
}

/**
 * Ask for each of the commonest words, in quotation marks and so in no other form: the engine keeps them at the ends of the
 * parts of its index, where one may be divided between two.
 */
async function checkCommonest(
  { engine }: TestArchive,
  words: readonly Word[],
  plain: readonly PlainReport[],
): Promise<Row[]> {
  const commonest = words.toSorted((a, b) => b.reports - a.reports).slice(0, COMMONEST)
  const cases: string[] = []
  const times: number[] = []
  for (const { word } of shuffle(makeRandom(5), commonest)) {
    const query: Query = { ...EMPTY_QUERY, words: `"${word}"` }
    const before = performance.now()
    const [[, kinds] = ['kind', []]] = await engine.count(query, ['kind'])
    times.push(performance.now() - before)
    const found = sum(kinds.map(([, count]) => count))
    const wanted = plain.filter(({ text }) => holds(text, word)).length
    if (found !== wanted) cases.push(`"${word}": ${String(found)} reports, not ${String(wanted)}`)
  }
  const [early, late] = [median(times.slice(0, TIMED)), median(times.slice(-TIMED))]
  return [
    {
      what: `the ${String(COMMONEST)} commonest words: the same number of reports`,
      goal: 'all',
      measured: share(commonest.length - cases.length, commonest.length),
      isMet: cases.length === 0,
      cases,
    },
    {
      what: `  one of them, in Node: the first ${String(TIMED)}, the last ${String(TIMED)}`,
      goal: `≤ ${milliseconds(LIMIT)}`,
      measured: `${milliseconds(early)}, ${milliseconds(late)}`,
      isMet: Math.max(early, late) <= LIMIT,
    },
  ]
}

/** A search, what it should find, the newest first, and how many reports each choice should give. */
interface Check {
  query: Partial<Query>
  wanted: readonly PlainReport[]
  counts?: FacetCounts
}

async function checkAll(what: string, { engine }: TestArchive, checks: readonly Check[]): Promise<Row> {
  const cases: string[] = []
  for (const { query: part, wanted, counts } of checks) {
    const query: Query = { ...EMPTY_QUERY, ...part, sort: 'newest' }
    const found = await engine.list(query, Infinity, () => undefined)
    const given = counts === undefined ? undefined : await engine.count(query, FACETS)
    const isSame = found.map(({ id }) => id).join() === wanted.map(({ report }) => report.id).join()
    if (!isSame) cases.push(`${formatQuery(query)}: ${String(found.length)} reports, not ${String(wanted.length)}`)
    else if (JSON.stringify(given) !== JSON.stringify(counts)) cases.push(`${formatQuery(query)}: other counts`)
  }
  const right = checks.length - cases.length
  return { what, goal: 'all', measured: share(right, checks.length), isMet: cases.length === 0, cases }
}

/** A word, and the forms of it that are found with it. */
interface Word {
  word: string
  /** How many reports hold it, in their names as well. */
  reports: number
  forms: readonly string[]
}

/** Words of the texts that are not also the name of a term, which has other names that are found with it. */
function wordsOf(plain: readonly PlainReport[], { terms }: News): Word[] {
  const counts = new Map<string, number>()
  for (const { text, names } of plain)
    for (const word of new Set(`${text}${names}`.match(/[a-z]+/g))) counts.set(word, (counts.get(word) ?? 0) + 1)
  const called = new Set(terms.flatMap(({ label, aliases }) => [...Object.values(label), ...aliases].map(toPlain)))
  return knownWords(new Map([['en', counts]]))
    .filter(({ word, reports }) => word.length > 1 && reports > 4 && !called.has(word))
    .map(({ word, reports, forms, spellings }) => ({ word, reports, forms: [word, ...forms, ...spellings] }))
}

/** A day, a month or a year. */
function drawDate(random: Random, plain: readonly PlainReport[]): string {
  return pick(random, plain).report.date.slice(0, pick(random, [4, 7, 10, 10]))
}

/** Two to four words that stand together in a text. */
function drawPhrase(random: Random, plain: readonly PlainReport[]): string {
  const words = pick(random, plain).text.trim().split(' ')
  const start = below(random, words.length - 4)
  const phrase = words.slice(start, start + 2 + below(random, 3))
  return phrase.every((word) => /^[a-z]+$/.test(word)) ? phrase.join(' ') : drawPhrase(random, plain)
}

/** Values of one or two facets, one of them of a report that there is. */
function drawChoice(random: Random, plain: readonly PlainReport[]): Chosen {
  const { report } = pick(random, plain)
  const facets = FACETS.filter((facet) => valuesOf(report, facet).length > 0)
  const drawn = [pick(random, facets), pick(random, facets)].slice(below(random, 2))
  return Object.fromEntries(
    drawn.map((facet) => {
      const others = valuesOf(pick(random, plain).report, facet).slice(0, below(random, 2))
      return [facet, [...new Set([pick(random, valuesOf(report, facet)), ...others])]]
    }),
  )
}

function valuesOf(report: Report, facet: (typeof FACETS)[number]): string[] {
  return facet === 'kind' ? [report.kind] : [...new Set(termsOf(report, facet).map(({ id }) => id))]
}

function isChosen(report: Report, facet: (typeof FACETS)[number], chosen: Chosen): boolean {
  const values = chosen[facet]
  return values === undefined || valuesOf(report, facet).some((value) => values.includes(value))
}

/** How many of some reports each value would give, with what is chosen of the other facets; the largest number first. */
function countsOf(found: readonly PlainReport[], chosen: Chosen): FacetCounts {
  return FACETS.map((facet) => {
    const counts = new Map((chosen[facet] ?? []).map((value) => [value, 0]))
    for (const { report } of found) {
      if (!FACETS.every((other) => other === facet || isChosen(report, other, chosen))) continue
      for (const value of valuesOf(report, facet)) counts.set(value, (counts.get(value) ?? 0) + 1)
    }
    return [facet, [...counts].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))] as const
  })
}

function repeat<Made>(make: () => Made): Made[] {
  return Array.from({ length: SEARCHES }, make)
}
