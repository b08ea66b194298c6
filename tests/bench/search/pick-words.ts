import { termsOf } from '#archive/catalogue.ts'
import { stopwordsOf } from '#search/stopwords.ts'
import { makeRandom, pick } from '../chance.ts'
import { plainTextOf, type News } from '../make-news.ts'

/** What is searched for to measure. */
export interface PickedWords {
  rare: string
  common: string
  two: string
  /** In quotation marks. */
  phrase: string
}

/** Shares of the reports that hold a word. */
const COMMON = { least: 0.25, most: 0.36 }
const MIDDLE = 0.05
/** So many reports hold a rare word that the first ten can be shown. */
const RARE = { least: 12, most: 20 }
const RESULTS = 10

/** Pick words of news that stand for many others. */
export function pickWords(news: News): PickedWords {
  const random = makeRandom(1)
  const held = readWords(news)
  const all = news.reports.length
  const stopwords = stopwordsOf('en')
  const words = [...held].filter(([word]) => word.length > 3 && !stopwords.has(word))
  const commonest = words.filter(([, { size }]) => size >= COMMON.least * all && size <= COMMON.most * all)
  const rare = words.filter(([, { size }]) => size >= RARE.least && size <= RARE.most)
  // Of few reports, words must be commoner to stand together in ten.
  const share = Math.max(MIDDLE, Math.sqrt((2 * RESULTS) / all))
  const middle = words
    .toSorted(([, a], [, b]) => Math.abs(a.size - share * all) - Math.abs(b.size - share * all))
    .slice(0, 20)
  const pairs = middle.flatMap(([first, reports], index) =>
    middle
      .slice(index + 1)
      .filter(([, others]) => reports.intersection(others).size >= RESULTS)
      .map(([second]) => `${first} ${second}`),
  )
  return {
    rare: pick(random, rare)[0],
    common: pick(random, commonest)[0],
    two: pick(random, pairs),
    phrase: `"${pickName(news)}"`,
  }
}

/** The reports that hold each word in their titles and texts, by their places. */
export function readWords({ reports, texts }: News): Map<string, Set<number>> {
  const held = new Map<string, Set<number>>()
  reports.forEach(({ id, title }, place) => {
    const text = [title, ...plainTextOf(texts.get(id) ?? '')].join(' ').toLowerCase()
    for (const word of text.match(/[a-z]+/g) ?? []) {
      const known = held.get(word)
      if (known === undefined) held.set(word, new Set([place]))
      else known.add(place)
    }
  })
  return held
}

/** The name of the person whom the most reports name. */
function pickName({ reports, terms }: News): string {
  const named = reports.flatMap((report) => termsOf(report, 'people').map(({ id }) => id))
  const [most = ''] = [...Map.groupBy(named, (id) => id)].sort(([, a], [, b]) => b.length - a.length)[0] ?? []
  return terms.find(({ vocabulary, id }) => vocabulary === 'people' && id === most)?.label['en'] ?? ''
}
