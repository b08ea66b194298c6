// Ships to the browser: the list of results. Built of nodes and text only; nothing of an index is ever read as HTML.
import type { Answer, Hit } from '#search/engine.ts'
import { formatQuery, type Query } from '#search/query.ts'
import { fill, type SearchWords } from './search-words.ts'

/** How many results a page has. */
export const PAGE_SIZE = 10

/** The list of results, and the links to its other pages. */
export function renderAnswer(answer: Answer, query: Query, base: string, words: SearchWords): Node[] {
  const list = element('ol', { class: 'hits' })
  list.append(...answer.hits.map((hit) => renderHit(hit, base, words)))
  const pages = Math.ceil(answer.count / PAGE_SIZE)
  return pages > 1 ? [list, renderPages(pages, answer.page, query, words)] : [list]
}

function renderHit(
  { address, title, date, kind, lang, source, summary, passages }: Hit,
  base: string,
  words: SearchWords,
): Node {
  const item = element('li', { class: 'hit' })
  const kicker = element('p', { class: 'hit__kicker' })
  const time = element('time', { datetime: date })
  time.textContent = formatDate(date, words.language)
  kicker.append(
    time,
    [words.kinds[kind], source]
      .filter(Boolean)
      .map((part) => ` · ${part ?? ''}`)
      .join(''),
  )

  const heading = element('h2', { lang, dir: 'auto' })
  const link = element('a', { href: base + address })
  link.textContent = title
  heading.append(link)
  item.append(kicker, heading)
  for (const { anchor, runs } of passages) {
    const passage = element('p', { class: 'hit__passage', lang, dir: 'auto' })
    for (const { text, marked } of runs) {
      const node = marked ? element('mark') : document.createTextNode(text)
      if (node instanceof HTMLElement) node.textContent = text
      passage.append(node)
    }
    if (anchor !== undefined) {
      const number = element('a', { href: `${base}${address}#${anchor}` })
      number.textContent = /^p\d+$/.test(anchor) ? `¶${anchor.slice(1)}` : '¶'
      passage.append(' ', number)
    }
    item.append(passage)
  }
  if (passages.length === 0 && summary !== undefined) {
    const passage = element('p', { class: 'hit__passage', lang, dir: 'auto' })
    passage.textContent = summary
    item.append(passage)
  }
  return item
}

/** Links to the pages around the present one, and to the first and the last. */
function renderPages(count: number, shownPage: number, query: Query, words: SearchWords): Node {
  const nav = element('nav', { class: 'pages', 'aria-label': words.pages })
  const shown = Array.from({ length: count }, (_, index) => index + 1).filter(
    (page) => page === 1 || page === count || Math.abs(page - shownPage) <= 2,
  )
  shown.forEach((page, index) => {
    if (page - (shown[index - 1] ?? 0) > 1) nav.append('…')
    const link = element('a', {
      href: formatQuery({ ...query, page }) || '?',
      'aria-label': fill(words.page, { page: String(page) }),
    })
    if (page === shownPage) link.setAttribute('aria-current', 'page')
    link.textContent = String(page)
    nav.append(link)
  })
  return nav
}

/** A date as a reader writes it, as precise as it is known. */
function formatDate(date: string, language: string): string {
  const [year = 0, month, day] = date.split('-').map(Number)
  const options: Intl.DateTimeFormatOptions = {
    year: 'numeric',
    ...(month !== undefined && { month: 'long' }),
    ...(day !== undefined && { day: 'numeric' }),
    timeZone: 'UTC',
  }
  const instant = new Date(Date.UTC(year, (month ?? 1) - 1, day ?? 1, 12))
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, options).format(instant)
}

function element(name: string, attributes: Readonly<Record<string, string>> = {}): HTMLElement {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  return made
}
