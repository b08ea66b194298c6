// Ships to the browser: the words of the search page, handed over by the page in the language it is in.
import type { Vocabulary } from '#archive/vocabulary.ts'
import type { Facet } from '#search/facets.ts'

/** Sentences of the search page; `{count}` and the like are filled in. */
export interface SearchWords {
  /** The language of the page, which dates and numbers are written in. */
  language: string
  one: string
  many: string
  none: string
  searching: string
  /** While older indexes are still being asked. */
  soFar: string
  failed: string
  offline: string
  partly: string
  /** Between the things of a list, and before the last of them. */
  comma: string
  or: string
  /** Between two sentences. */
  gap: string
  quoted: string
  dropped: string
  ignored: string
  alsoNames: string
  alsoSpellings: string
  beginning: string
  beginningMore: string
  apart: string
  noTerm: string
  noTermNearest: string
  swapped: string
  noDate: string
  dayUnknown: string
  only: string
  /** With a gap for `words`, which are a link. */
  didYouMean: string
  staticPage: string
  /** The feed of the closest term, with a gap for its `name`. */
  feed: string
  termPage: string
  yearPage: string
  withoutFilters: string
  clear: string
  remove: string
  dates: string
  from: string
  to: string
  sorts: Record<'relevance' | 'newest' | 'oldest', string>
  sortLabel: string
  pages: string
  page: string
  previous: string
  next: string
  paragraph: string
  copy: string
  copied: string
  notCopied: string
  take: string
  takeLimit: string
  taking: string
  taken: string
  facets: Record<Facet, string>
  findIn: string
  more: string
  counting: string
  nothingToCount: string
  kinds: Record<string, string>
  vocabularies: Record<Vocabulary, string>
}

/** Fill the gaps of a sentence: `{count} reports` → `12 reports`. */
export function fill(sentence: string, values: Readonly<Record<string, string>>): string {
  return sentence.replaceAll(/\{(\w+)\}/g, (gap, name: string) => values[name] ?? gap)
}

/** Words as a list: `“a”, “b” or “c”`. */
export function listOf(items: readonly string[], words: SearchWords): string {
  const quoted = items.map((item) => fill(words.quoted, { text: item }))
  const last = quoted.pop() ?? ''
  return quoted.length === 0 ? last : quoted.join(words.comma) + words.or + last
}
