// Ships to the browser: what results can be narrowed by, with how many reports each choice would leave.
import { directionOf, matchLanguage } from '#archive/language.ts'
import { VOCABULARIES, type Vocabulary } from '#archive/vocabulary.ts'
import { FACETS, type Facet } from '#search/facets.ts'
import { completeNames, type NameRow } from '#search/names.ts'
import { formatQuery, toggle, EMPTY_QUERY, type Query } from '#search/query.ts'
import { formatDateIn } from '#archive/date-words.ts'
import { parsePartialDate } from '#search/date-range.ts'
import { element, find } from './elements.ts'
import type { SearchService } from './search-messages.ts'
import { languageName } from './search-results.ts'
import { formatNumber } from './search-status.ts'
import { fill, type SearchWords } from './search-words.ts'

/** How many choices are shown at once; of more, one can be found by typing. */
const SHOWN = 10
const TYPE_AHEAD = 20

/** A choice of a facet. */
interface Choice {
  value: string
  name: string
  /** The language of its name, where it is not that of the page. */
  lang: string | undefined
  count: number
}

/** The panel of facets. */
export interface FacetPanel {
  /** Count anew for a query, what is open first; `isStale` says when the answer is no longer wanted. */
  update: (query: Query, isStale: () => boolean) => Promise<void>
}

/** Bring the panel of facets to life; a facet is counted when it is open. */
export function openFacets(root: HTMLDetailsElement, engine: SearchService, words: SearchWords): FacetPanel {
  let present: Query | undefined
  let turn = 0
  const typed = new Map<Facet, string>()
  const panels = FACETS.map((facet) => ({ facet, panel: find(`[data-facet=${facet}]`, HTMLDetailsElement, root) }))

  const count = async (facets: readonly Facet[], query: Query, isStale: () => boolean): Promise<void> => {
    if (facets.length === 0) return
    const [counts, ...names] = await Promise.all([
      engine.count(query, facets),
      ...facets.map((facet) => namesOf(engine, facet)),
    ])
    if (isStale()) return
    for (const [index, facet] of facets.entries()) {
      const values = counts.find(([name]) => name === facet)?.[1] ?? []
      const panel = panels.find((one) => one.facet === facet)?.panel
      const choices = values.map(([value, number]): Choice => ({
        value,
        count: number,
        ...nameOf(facet, value, names[index] ?? [], words),
      }))
      if (panel !== undefined) render(panel, facet, choices, names[index] ?? [], query)
    }
  }

  const render = (
    panel: HTMLElement,
    facet: Facet,
    choices: readonly Choice[],
    rows: readonly NameRow[],
    query: Query,
  ): void => {
    const place = find('.facet__values', HTMLElement, panel)
    const list = element('ul')
    const rest = element('p', { class: 'facet__rest' })
    const chosen = new Set(query.chosen[facet])
    // Where all results are alike there is nothing to choose.
    panel.hidden = choices.length < 2 && chosen.size === 0 && facet !== 'series'
    const fillList = (text: string): void => {
      const wanted = text.trim() === '' ? undefined : matching(choices, rows, text)
      const all = wanted ?? choices
      const shown = all.filter(
        ({ value }, index) => index < (choices.length > TYPE_AHEAD ? SHOWN : TYPE_AHEAD) || chosen.has(value),
      )
      list.replaceChildren(...shown.map((choice) => renderChoice(facet, choice, chosen.has(choice.value), words)))
      const left = all.length - shown.length
      rest.textContent =
        left > 0 ? fill(words.more, { count: formatNumber(left, words) }) : all.length === 0 ? words.nothingToCount : ''
      rest.hidden = rest.textContent === ''
    }
    const focused = document.activeElement
    const before =
      focused instanceof HTMLInputElement && place.contains(focused)
        ? { type: focused.type, value: focused.value }
        : undefined
    fillList(typed.get(facet) ?? '')
    place.replaceChildren(list, rest)
    if (choices.length > TYPE_AHEAD) {
      const label = fill(words.findIn, { facet: words.facets[facet] })
      const box = element('input', {
        type: 'search',
        class: 'facet__find',
        'aria-label': label,
        placeholder: label,
        autocomplete: 'off',
      })
      box.value = typed.get(facet) ?? ''
      box.addEventListener('input', () => {
        typed.set(facet, box.value)
        fillList(box.value)
      })
      place.prepend(box)
      if (before?.type === 'search') box.focus()
    }
    if (before?.type === 'checkbox')
      Array.from(list.querySelectorAll('input'))
        .find(({ value }) => value === before.value)
        ?.focus()
  }

  // On a narrow screen the whole panel is closed at first, and nothing is counted.
  const openPanels = (): Facet[] =>
    root.open ? panels.filter(({ panel }) => panel.open).map(({ facet }) => facet) : []
  const refresh = (facets: readonly Facet[]): void => {
    const query = present
    const now = turn
    if (query !== undefined) void count(facets, query, () => now !== turn).catch(() => undefined)
  }
  for (const { facet, panel } of panels) {
    panel.addEventListener('toggle', () => {
      if (panel.open) refresh([facet])
    })
  }
  root.addEventListener('toggle', () => {
    refresh(openPanels())
  })

  return {
    update: async (query, isStale) => {
      present = query
      turn += 1
      await count(openPanels(), query, isStale)
    },
  }
}

function renderChoice(
  facet: Facet,
  { value, name, lang, count }: Choice,
  isChosen: boolean,
  words: SearchWords,
): HTMLElement {
  const box = element('input', { type: 'checkbox', name: facet, value })
  box.checked = isChosen
  const own = lang === undefined ? {} : { lang, dir: directionOf(lang) }
  return element(
    'li',
    {},
    element(
      'label',
      {},
      box,
      element('span', own, name),
      ' ',
      element('span', { class: 'facet__count' }, formatNumber(count, words)),
    ),
  )
}

/** The choices whose names have a word that begins with what is typed. */
function matching(choices: readonly Choice[], rows: readonly NameRow[], text: string): Choice[] {
  const all: NameRow[] = rows.length > 0 ? [...rows] : choices.map(({ value, name }) => [value, { '': name }, []])
  const ranks = new Map(completeNames(all, text).map(([id], index) => [id, index]))
  return choices
    .filter(({ value }) => ranks.has(value))
    .sort((a, b) => (ranks.get(a.value) ?? 0) - (ranks.get(b.value) ?? 0))
}

async function namesOf(engine: SearchService, facet: Facet): Promise<readonly NameRow[]> {
  const vocabulary = vocabularyOf(facet)
  return vocabulary === undefined ? [] : engine.names(vocabulary)
}

function vocabularyOf(facet: Facet): Vocabulary | undefined {
  return VOCABULARIES.find((name) => name === facet)
}

/** What a value of a facet is called in the language of the page, or in another one. */
function nameOf(
  facet: Facet,
  value: string,
  rows: readonly NameRow[],
  words: SearchWords,
): { name: string; lang: string | undefined } {
  if (facet === 'kind') return { name: words.kinds[value] ?? value, lang: undefined }
  if (facet === 'lang') return { name: languageName(value, words.language), lang: undefined }
  const labels = Object.entries(rows.find(([id]) => id === value)?.[1] ?? {})
  const [lang, name] = matchLanguage(new Map(labels), words.language) ?? labels[0] ?? [words.language, value]
  return { name, lang: lang === words.language ? undefined : lang }
}

/** What is chosen, each as a link that takes it away. */
export async function renderChips(query: Query, engine: SearchService, words: SearchWords): Promise<HTMLElement[]> {
  const chips: HTMLElement[] = []
  const add = (name: string, without: Query, lang?: string): void => {
    const own = lang === undefined ? {} : { lang, dir: directionOf(lang) }
    const label = fill(words.remove, { name })
    const text = element('span', own, name)
    chips.push(
      element('li', {}, element('a', { class: 'chip', href: formatQuery(without) || '?', 'aria-label': label }, text)),
    )
  }
  const chosen = FACETS.filter((facet) => query.chosen[facet].length > 0)
  const names = await Promise.all(chosen.map((facet) => namesOf(engine, facet).catch(() => [])))
  chosen.forEach((facet, index) => {
    for (const value of query.chosen[facet]) {
      const { name, lang } = nameOf(facet, value, names[index] ?? [], words)
      add(name, toggle(query, facet, value), lang)
    }
  })
  const dateName = (typed: string): string => {
    const date = parsePartialDate(typed)
    return date === undefined ? typed : formatDateIn(words.language, date)
  }
  if (query.from !== '' && query.from === query.to) add(dateName(query.from), { ...query, from: '', to: '', page: 1 })
  else {
    if (query.from !== '') add(fill(words.from, { date: dateName(query.from) }), { ...query, from: '', page: 1 })
    if (query.to !== '') add(fill(words.to, { date: dateName(query.to) }), { ...query, to: '', page: 1 })
  }
  if (chips.length > 1) {
    const none = formatQuery({ ...EMPTY_QUERY, words: query.words, sort: query.sort }) || '?'
    chips.push(element('li', {}, element('a', { class: 'chips__clear', href: none }, words.clear)))
  }
  return chips.length === 0 ? [] : [element('ul', { class: 'chips' }, ...chips)]
}
