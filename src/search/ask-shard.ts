import type { Shard } from './manifest.ts'
import type { Instance, Result } from './pagefind-api.ts'
import { divideWords, type Query } from './query.ts'
import { parseTerms, type Term } from './terms.ts'

/**
 * Ask one index. Left to itself the engine takes every word for the beginning of a word, and an unknown one for its longest
 * known beginning (“artery” for “a”), or drops it: so each word and phrase is also asked for in quotation marks, which
 * finds it whole, in all its forms, from the same files; and only reports that hold them all are kept. Only the last word,
 * which may not be finished, may be a beginning, when it is none as a whole.
 */
export async function askShard(instance: Instance, { lang }: Shard, query: Query): Promise<Result[]> {
  const filters = filtersOf(query)
  const find = async (words: string): Promise<Result[]> => (await instance.search(words, { filters })).results
  const terms = parseTerms(query.words)
  if (terms.length === 0) return (await instance.search(null, { filters, sort: { date: 'desc' } })).results

  let kept = await find(divideWords(terms.map(({ text }) => text).join(' '), lang))
  for (const term of terms) {
    const whole = await findWhole(term, lang, find)
    const mayBeBeginning = !term.quoted && term === terms.at(-1) && whole.length === 0
    if (mayBeBeginning && (await isBeginning(term.text, kept))) continue
    const ids = new Set(whole.map(({ id }) => id))
    kept = kept.filter(({ id }) => ids.has(id))
  }
  return kept
}

/**
 * The reports that hold a word or phrase whole. Without spaces a reader types words one after the other: they are looked for
 * together first, and when no report has them so, each by itself.
 */
async function findWhole(
  { text, quoted }: Term,
  language: string,
  find: (words: string) => Promise<Result[]>,
): Promise<Result[]> {
  const together = await find(divideWords(`"${text}"`, language))
  const words = quoted ? [] : divideWords(text, language).split(' ')
  if (together.length > 0 || words.length < 2) return together
  const lists = await Promise.all(words.map((word) => find(`"${word}"`)))
  const ids = lists.map((list) => new Set(list.map(({ id }) => id)))
  return (lists[0] ?? []).filter(({ id }) => ids.every((others) => others.has(id)))
}

/** Whether what was found for a word begins with it, as the best result shows. */
async function isBeginning(word: string, [best]: readonly Result[]): Promise<boolean> {
  if (best === undefined) return false
  const { raw_content, meta, locations } = await best.data()
  const plain = (text: string): string =>
    text
      .normalize('NFKD')
      .replaceAll(/\p{Mark}/gu, '')
      .toLowerCase()
  const words = raw_content.split(/[\s\u200b]+/)
  const marked = locations.map((at) => words[at] ?? '')
  const inMeta = Object.values(meta).flatMap((text) => text.split(/\s+/))
  return [...marked, ...inMeta].some((text) =>
    plain(text)
      .replace(/^[^\p{Letter}\p{Number}]+/u, '')
      .startsWith(plain(word)),
  )
}

function filtersOf({ topics, kind, year }: Query): Record<string, unknown> {
  return {
    ...(topics.length > 0 && { topics }),
    ...(kind !== '' && { kind }),
    ...(year !== '' && { year }),
  }
}
