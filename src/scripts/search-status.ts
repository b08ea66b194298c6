// Ships to the browser: what is said of an answer, in sentences.
import { periodAddress, termAddress } from '#archive/addresses.ts'
import { VOCABULARIES } from '#archive/vocabulary.ts'
import type { Answer } from '#search/answer.ts'
import type { Shard } from '#search/manifest.ts'
import type { Note } from '#search/notes.ts'
import { EMPTY_QUERY, formatQuery, staticPageOf, type Query } from '#search/query.ts'
import { element } from './elements.ts'
import { nameIn, type Place } from './search-results.ts'
import { fill, listOf, type SearchWords } from './search-words.ts'

/** An answer in a few sentences: how many reports there are, and what was done with what was typed. */
export function describeAnswer({ count, notes, failed }: Answer, words: SearchWords): string {
  const number = formatNumber(count, words)
  const found = count === 0 ? words.none : fill(count === 1 ? words.one : words.many, { count: number })
  // Nothing can be said to be missing where nothing could be looked for.
  const isSilent = failed.length > 0 && count === 0
  return [
    isSilent ? words.failed : found,
    failed.length > 0 && !isSilent && fill(words.partly, { years: yearsOf(failed, words) }),
    ...notes.map((note) => describeNote(note, words)),
  ]
    .filter(Boolean)
    .join(words.gap)
}

/** What is found while older indexes are still being asked. */
export function describeProgress({ count, pending }: Answer, words: SearchWords): string {
  const year = pending.reduce((latest, { to }) => (to > latest ? to : latest), '').slice(0, 4)
  return fill(words.soFar, { count: formatNumber(count, words), year })
}

/** A number as a reader writes it. */
export function formatNumber(number: number, words: SearchWords): string {
  return new Intl.NumberFormat(words.language).format(number)
}

function yearsOf(shards: readonly Shard[], words: SearchWords): string {
  const years = shards.map(({ from, to }) => [from.slice(0, 4), to.slice(0, 4)] as const).sort()
  return years.map(([from, to]) => (from === to ? from : `${from}–${to}`)).join(words.comma)
}

function describeNote(note: Note, words: SearchWords): string {
  switch (note.type) {
    case 'dropped':
      return fill(words.dropped, { words: listOf(note.words, words) })
    case 'ignored':
      return fill(words.ignored, { words: listOf(note.words, words) })
    case 'names':
      return fill(words.alsoNames, { typed: note.typed, words: listOf(note.names, words) })
    case 'spellings':
      return fill(words.alsoSpellings, { typed: note.typed, words: listOf(note.words, words) })
    case 'beginning':
      return fill(note.hasMore ? words.beginningMore : words.beginning, {
        typed: note.typed,
        words: listOf(note.words.slice(0, 5), words),
      })
    case 'apart':
      return fill(words.apart, { typed: note.typed, words: listOf(note.words, words) })
    case 'noTerm': {
      const facet = words.facets[note.facet]
      return note.nearest === undefined
        ? fill(words.noTerm, { typed: note.typed, facet })
        : fill(words.noTermNearest, { typed: note.typed, facet, nearest: note.nearest })
    }
    case 'swapped':
      return words.swapped
    case 'noDate':
      return fill(words.noDate, { typed: note.typed })
  }
}

/**
 * Where else a reader may want to go: what may have been meant, the search for just what was typed, pages that show the same, the
 * feed of the closest term.
 *
 * @param place the path of the site, that of the pages in the language of the page, and the name of the file of feeds; empty when
 * there are none
 */
export function renderHints(
  answer: Answer,
  query: Query,
  { base, browse, feed }: Place & { feed: string },
  words: SearchWords,
): HTMLElement[] {
  const links: HTMLElement[] = []
  const linkTo = (href: string, text: string): void => {
    links.push(element('li', {}, element('a', { href }, text)))
  }
  const { suggestion, notes, terms, count } = answer
  if (suggestion !== undefined) {
    const better = element('a', { href: formatQuery({ ...query, words: suggestion, page: 1 }) }, suggestion)
    const [before = '', after = ''] = words.didYouMean.split('{words}')
    links.push(element('li', { class: 'meant' }, before, better, after))
  }
  for (const note of notes) {
    if (note.type !== 'names' && note.type !== 'spellings') continue
    const exact = query.words.replace(note.typed, `"${note.typed}"`)
    linkTo(formatQuery({ ...query, words: exact, page: 1 }), fill(words.only, { typed: note.typed }))
  }
  const isNarrowed =
    formatQuery(query) !== formatQuery({ ...EMPTY_QUERY, words: query.words, sort: query.sort, page: query.page })
  if (count === 0 && isNarrowed && query.words !== '')
    linkTo(formatQuery({ ...EMPTY_QUERY, words: query.words }), words.withoutFilters)
  const page = staticPageOf({ ...query, from: answer.range.from, to: answer.range.to })
  if (page !== undefined && count > 0) {
    const address = 'period' in page ? periodAddress(page.period) : termAddress(page.vocabulary, page.id)
    linkTo(browse + address, words.staticPage)
  }
  if (/^\d{4}$/.test(query.words))
    linkTo(
      formatQuery({ ...EMPTY_QUERY, from: query.words, to: query.words }),
      fill(words.yearPage, { year: query.words }),
    )
  // Where a report that was found names a term, what that is called in the language of the page is known.
  const nameOf = (vocabulary: string, id: string): string | undefined => {
    const named = answer.hits.flatMap((hit) => hit.terms).find((term) => term[0] === vocabulary && term[1] === id)
    return named && nameIn(named[2], words)?.[1]
  }
  for (const { vocabulary, id, written } of terms.slice(0, 3)) {
    const name = nameOf(vocabulary, id) ?? written
    const text = fill(words.termPage, { vocabulary: words.vocabularies[vocabulary], name })
    linkTo(browse + termAddress(vocabulary, id), text)
  }
  const followed = VOCABULARIES.flatMap((vocabulary) =>
    query.chosen[vocabulary].map((id) => ({ vocabulary, id, written: id })),
  )
  const [closest] = [...followed, ...terms]
  if (closest !== undefined && feed !== '') {
    const { vocabulary, id, written } = closest
    linkTo(base + termAddress(vocabulary, id) + feed, fill(words.feed, { name: nameOf(vocabulary, id) ?? written }))
  }
  return links.length === 0 ? [] : [element('ul', { class: 'hints' }, ...links)]
}
