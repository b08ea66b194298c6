// Ships to the browser: the list of results, the orders it can have and its pages.
import { termAddress } from '#archive/addresses.ts'
import { formatDateIn } from '#archive/date-words.ts'
import { directionOf, matchLanguage } from '#archive/language.ts'
import type { Answer, Hit } from '#search/answer.ts'
import type { Passage, Run } from '#search/passages.ts'
import { formatQuery, SORTS, type Query } from '#search/query.ts'
import { element } from './elements.ts'
import { fill, type SearchWords } from './search-words.ts'

/** How many results a page has. */
export const PAGE_SIZE = 10

/** How many terms of each vocabulary are named with a result. */
const TERMS = 2

/** Where links begin. */
export interface Place {
  /** The path of the site, without a slash at its end. */
  base: string
  /** The path of its pages in the language of the page, likewise. */
  browse: string
}

/** The results of an answer, in their order. */
export function renderHits({ hits, range }: Answer, place: Place, words: SearchWords): HTMLElement {
  const isCut = range.from.length > 4 || range.to.length > 4
  return element('ol', { class: 'hits' }, ...hits.map((hit) => renderHit(hit, place, words, isCut)))
}

function renderHit(hit: Hit, { base, browse }: Place, words: SearchWords, isCut: boolean): HTMLElement {
  const { address, date, kind, lang, source, terms, passages } = hit
  const isForeign = matchLanguage(new Map([[words.language, true]]), lang) === undefined
  const details = [
    words.kinds[kind],
    source === undefined ? undefined : nameOfSource(source, terms, words),
    isForeign ? languageName(lang, words.language) : undefined,
    // Where days are searched, a report whose day is not known is there because it may be of one of them.
    isCut && date.length < 10 ? words.dayUnknown : undefined,
  ].filter((part) => part !== undefined && part !== '')
  const kicker = element(
    'p',
    { class: 'hit__kicker' },
    element('time', { datetime: date }, formatDateIn(words.language, date)),
    ...details.map((part) => ` · ${part ?? ''}`),
  )
  const language = { lang, dir: directionOf(lang) }
  const link = element('a', { href: base + address, class: 'hit__link' }, ...renderRuns(hit.title))
  const item = element('li', { class: 'hit' }, kicker, element('h2', language, link))
  item.append(...passages.map((passage) => renderPassage(passage, base + address, language, words)))
  if (terms.length > 0) item.append(renderTerms(terms, browse, words))
  return item
}

/** A passage, and the link to its paragraph, where a browser that can shows the words themselves. */
function renderPassage(
  { anchor, runs }: Passage,
  address: string,
  language: Readonly<Record<string, string>>,
  words: SearchWords,
): HTMLElement {
  const passage = element('p', { class: 'hit__passage', ...language }, ...renderRuns(runs))
  if (anchor === '') return passage
  const number = /^p(\d+)$/.exec(anchor)?.[1]
  const link = element('a', { href: `${address}#${anchor}${textDirective(runs)}`, dir: 'ltr' }, `¶${number ?? ''}`)
  if (number !== undefined) link.setAttribute('aria-label', fill(words.paragraph, { number }))
  passage.append('\u00a0', link)
  return passage
}

function renderRuns(runs: readonly Run[]): (Node | string)[] {
  return runs.map(({ text, marked }) => (marked ? element('mark', {}, text) : text))
}

/**
 * The part of an address that makes a browser show a text on the page it leads to, with what stands around it so that it is
 * found at the right place (WICG, “Text fragments”); nothing where no words are marked.
 */
function textDirective(runs: readonly Run[]): string {
  const at = runs.findIndex(({ marked }) => marked)
  const marked = runs[at]
  if (marked === undefined) return ''
  const before = (runs[at - 1]?.text ?? '').replace(/^…/, '').split(/\s+/).filter(Boolean).slice(-3).join(' ')
  const after = (runs[at + 1]?.text ?? '').replace(/…$/, '').split(/\s+/).filter(Boolean).slice(0, 3).join(' ')
  // In a script without spaces a whole sentence would be context; a few letters are enough.
  const prefix = Array.from(before).slice(-24).join('')
  const suffix = Array.from(after).slice(0, 24).join('')
  const write = (text: string): string => encodeURIComponent(text).replaceAll('-', '%2D')
  return `:~:text=${prefix === '' ? '' : `${write(prefix)}-,`}${write(marked.text)}${suffix === '' ? '' : `,-${write(suffix)}`}`
}

/** What a source is called in the language of the page, where the report names it as a term; else as the report names it. */
function nameOfSource(source: string, terms: Hit['terms'], words: SearchWords): string {
  const [, , label] = terms.find(([, , names]) => Object.values(names).includes(source)) ?? []
  return label === undefined ? source : (matchLanguage(new Map(Object.entries(label)), words.language)?.[1] ?? source)
}

/** A label in the language of the page, or in the first one it has, with its language. */
export function nameIn(
  label: Readonly<Record<string, string>>,
  words: SearchWords,
): readonly [language: string, name: string] | undefined {
  const labels = Object.entries(label)
  return matchLanguage(new Map(labels), words.language) ?? labels[0]
}

function renderTerms(terms: Hit['terms'], browse: string, words: SearchWords): HTMLElement {
  const shown = terms.filter((term, index) => {
    const before = terms.slice(0, index).filter(([vocabulary]) => vocabulary === term[0])
    return before.length < TERMS
  })
  const links = shown.map(([vocabulary, id, label]) => {
    const [language, name] = nameIn(label, words) ?? [words.language, id]
    const own = language === words.language ? {} : { lang: language, dir: directionOf(language) }
    return element('li', {}, element('a', { href: browse + termAddress(vocabulary, id), ...own }, name))
  })
  return element('ul', { class: 'hit__terms' }, ...links)
}

/** What a language is called in another one. */
export function languageName(tag: string, language: string): string {
  return new Intl.DisplayNames([language], { type: 'language' }).of(tag) ?? tag
}

/** The orders that results can have, as links. */
export function renderSorts(query: Query, { sort }: Answer, words: SearchWords): HTMLElement {
  const known = query.words === '' ? SORTS.filter((one) => one !== 'relevance') : SORTS
  const usual = query.words === '' ? 'newest' : 'relevance'
  const links = known.map((one) => {
    const link = element(
      'a',
      { href: formatQuery({ ...query, sort: one === usual ? '' : one, page: 1 }) || '?' },
      words.sorts[one],
    )
    if (one === sort) link.setAttribute('aria-current', 'true')
    return link
  })
  return element('nav', { class: 'sorts', 'aria-label': words.sortLabel }, ...links)
}

/** Links to the pages around the present one, and to the first and the last; nothing where there is one page. */
export function renderPages({ count, page: shownPage }: Answer, query: Query, words: SearchWords): HTMLElement[] {
  const pages = Math.ceil(count / PAGE_SIZE)
  if (pages < 2) return []
  const linkTo = (page: number, text: string, label: string): HTMLElement =>
    element('a', { href: formatQuery({ ...query, page }) || '?', 'aria-label': label }, text)
  const nav = element('nav', { class: 'pages', 'aria-label': words.pages })
  if (shownPage > 1) nav.append(linkTo(shownPage - 1, '←', words.previous))
  const shown = Array.from({ length: pages }, (_, index) => index + 1).filter(
    (page) => page === 1 || page === pages || Math.abs(page - shownPage) <= 2,
  )
  shown.forEach((page, index) => {
    if (page - (shown[index - 1] ?? 0) > 1) nav.append('…')
    const number = String(page)
    const link = linkTo(page, number, fill(words.page, { page: number }))
    if (page === shownPage) link.setAttribute('aria-current', 'page')
    nav.append(link)
  })
  if (shownPage < pages) nav.append(linkTo(shownPage + 1, '→', words.next))
  return [nav]
}
