// Ships to the browser, on the search page: reads the query from the address bar, asks the engine, shows the answer. The
// address bar is the only state, so that every search can be linked to, and Back and Forward work by themselves.
import './trusted-types.ts'
import { periodAddress } from '#archive/addresses.ts'
import type { Answer } from '#search/answer.ts'
import { destinationOf } from '#search/destination.ts'
import { FACETS } from '#search/facets.ts'
import { EMPTY_QUERY, formatQuery, isEmpty, parseQuery, toggle, type Query } from '#search/query.ts'
import { divideWords, isUnspacedWord } from '#search/words.ts'
import { find } from './elements.ts'
import { followKeys } from './search-keys.ts'
import { isReturning, keepPlace, restorePlace } from './search-place.ts'
import { connect } from './search-client.ts'
import { openFacets, renderChips } from './search-facets.ts'
import { openTools } from './search-tools.ts'
import { PAGE_SIZE, renderHits, renderPages, renderSorts } from './search-results.ts'
import { describeAnswer, describeProgress, renderHints } from './search-status.ts'
import type { SearchWords } from './search-words.ts'

/** Milliseconds after the last keystroke until a search is prepared, and how many more until it begins. */
const PAUSE = 50
const REST = 150

/** Milliseconds until a reader is told that a search is under way. */
const WAIT = 1000

const page = find('#search', HTMLElement)
const form = find('#search form', HTMLFormElement)
const input = find('#q', HTMLInputElement)
const from = find('#from', HTMLInputElement)
const to = find('#to', HTMLInputElement)
const narrow = find('#narrow', HTMLDetailsElement)
const chips = find('#chips', HTMLElement)
const status = find('#status', HTMLElement)
const progress = find('#progress', HTMLElement)
const hints = find('#hints', HTMLElement)
const sorts = find('#sorts', HTMLElement)
const tools = find('#tools', HTMLElement)
const results = find('#results', HTMLElement)
const help = find('.help', HTMLDetailsElement)
const fallback = find('#fallback', HTMLElement)
const base = page.dataset['base'] ?? ''
const browse = page.dataset['browse'] ?? base
const feed = page.dataset['feed'] ?? ''
const words = JSON.parse(page.dataset['words'] ?? '{}') as SearchWords

const engine = connect(`${base}/search/`, words.language)
const facets = openFacets(narrow, engine, words)
const site = location.origin + base

let latest = 0
let timer: number | undefined
/** Whether the search in the address bar was asked for by Enter: the next one then has an entry of its own. */
let isSettled = false

/** Show what the address bar asks for. */
async function show(): Promise<void> {
  latest += 1
  const turn = latest
  const isStale = (): boolean => turn !== latest
  const query = parseQuery(location.search)
  fillForm(query)
  void renderChips(query, engine, words).then((made) => {
    if (!isStale()) chips.replaceChildren(...made)
  })
  if (isEmpty(query)) {
    present('', undefined, query)
    return
  }
  // Said only when it takes long: each answer is announced once, when it is complete.
  const waiting = window.setTimeout(() => {
    if (!isStale()) progress.textContent = words.searching
  }, WAIT)
  results.setAttribute('aria-busy', 'true')
  try {
    await engine.search(query, PAGE_SIZE, (answer) => {
      // Who comes back is put where he stood, which half a list may not reach.
      if (isStale() || (answer.coming > 0 && isReturning())) return
      const isComplete = answer.pending.length === 0 && answer.coming === 0
      present(isComplete ? describeAnswer(answer, words) : undefined, answer, query)
      progress.textContent = answer.pending.length === 0 ? '' : describeProgress(answer, words)
      clearTimeout(waiting)
    })
    // Counts come after the results; without them the results stand.
    await facets.update(query, isStale).catch((error: unknown) => {
      console.error(error)
    })
  } catch (error) {
    console.error(error)
    if (!isStale()) present(navigator.onLine ? words.failed : words.offline, undefined, query)
  } finally {
    clearTimeout(waiting)
    if (!isStale()) results.removeAttribute('aria-busy')
  }
}

/** Show an answer, or nothing; `sentence` is announced, once for each search. */
function present(sentence: string | undefined, answer: Answer | undefined, query: Query): void {
  const place = keepPlace()
  const hasHits = answer !== undefined && answer.hits.length > 0
  if (sentence !== undefined) {
    status.textContent = sentence
    progress.textContent = ''
  }
  hints.replaceChildren(...(answer === undefined ? [] : renderHints(answer, query, { base, browse, feed }, words)))
  sorts.replaceChildren(...(hasHits ? [renderSorts(query, answer, words)] : []))
  results.replaceChildren(
    ...(hasHits ? [renderHits(answer, { base, browse }, words), ...renderPages(answer, query, words)] : []),
  )
  tools.hidden = !hasHits
  // Without results there is nothing to count, but what was chosen can be taken back.
  page.classList.toggle('is-bare', !hasHits && FACETS.every((facet) => query.chosen[facet].length === 0))
  fallback.hidden = hasHits
  // Who has asked already sees where else to look rather than how to ask.
  help.open = isEmpty(query)
  restorePlace(place, results)
}

function fillForm(query: Query): void {
  for (const [field, value] of [
    [input, query.words],
    [from, query.from],
    [to, query.to],
  ] as const) {
    if (document.activeElement !== field) field.value = value
  }
}

/** What the form asks for, its first page; what is chosen of the facets stands in the address bar. */
function readForm(): Query {
  const text = (field: HTMLInputElement): string => field.value.normalize('NFC').trim()
  return { ...parseQuery(location.search), words: text(input), from: text(from), to: text(to), page: 1 }
}

/** Put a query into the address bar, as a new entry or in place of the present one, and show it. */
function go(query: Query, how: 'push' | 'replace'): void {
  clearTimeout(timer)
  const address = `${location.pathname}${formatQuery(query)}`
  if (address !== location.pathname + location.search) {
    if (how === 'push') {
      history.replaceState(keepPlace(), '')
      history.pushState(null, '', address)
    } else history.replaceState(null, '', address)
  }
  void show()
}

/** Go where a date, an identifier or an address leads that was typed; `false` when it leads nowhere. */
async function goStraight(typed: string): Promise<boolean> {
  const destination = destinationOf(typed, `${site}/`)
  if (destination === undefined) return false
  if (destination.type === 'report') {
    const address = await engine.locate(destination.key).catch(() => undefined)
    if (address !== undefined) location.assign(base + address)
    return address !== undefined
  }
  const path = destination.type === 'period' ? browse + periodAddress(destination.id) : destination.path
  const isThere = await fetch(path, { method: 'HEAD' }).then(
    ({ ok }) => ok,
    () => false,
  )
  if (isThere) location.assign(path)
  else if (destination.type === 'period') go({ ...EMPTY_QUERY, from: destination.id, to: destination.id }, 'push')
  return isThere || destination.type === 'period'
}

form.addEventListener('submit', (event) => {
  event.preventDefault()
  clearTimeout(timer)
  const query = readForm()
  void goStraight(query.words).then((isGone) => {
    if (isGone) return
    go(query, 'push')
    isSettled = true
  })
})
form.addEventListener('change', ({ target }) => {
  if (!(target instanceof HTMLInputElement)) return
  const facet = FACETS.find((name) => name === target.name)
  if (facet !== undefined) go(toggle(parseQuery(location.search), facet, target.value), 'push')
  else if (target === from || target === to) go(readForm(), 'push')
})

/** Search for what is being typed, when nothing more is typed for a moment and it is enough to be a word. */
function goSoon(): void {
  clearTimeout(timer)
  const typed = divideWords(input.value)
  const isEnough = typed.some(({ text }) => text.length > 1 || isUnspacedWord(text))
  if (!isEnough && input.value.trim() !== '') return
  void engine.expect(input.value).catch(() => undefined)
  timer = window.setTimeout(() => {
    // What will be needed is fetched already; nothing is shown before the rest of the pause.
    if (isEnough) void engine.prepare(readForm()).catch(() => undefined)
    timer = window.setTimeout(() => {
      go(readForm(), isSettled ? 'push' : 'replace')
      isSettled = false
    }, REST)
  }, PAUSE)
}
input.addEventListener('input', (event) => {
  // While an input method composes, the characters are not yet words.
  if (!(event instanceof InputEvent && event.isComposing)) goSoon()
})
input.addEventListener('compositionstart', () => {
  clearTimeout(timer)
})
input.addEventListener('compositionend', goSoon)

// Links to other searches are followed on the page: its engine is open already.
page.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a') : null
  const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey
  if (link === null || !isPlain || link.origin !== location.origin || link.pathname !== location.pathname) return
  event.preventDefault()
  const query = parseQuery(link.search)
  const turnsPage = query.page !== parseQuery(location.search).page
  input.value = query.words
  go(query, 'push')
  if (!turnsPage) return
  results.focus({ preventScroll: true })
  results.scrollIntoView()
})

window.addEventListener('popstate', () => {
  input.value = parseQuery(location.search).words
  void show()
})
window.addEventListener('pagehide', () => {
  history.replaceState(keepPlace(), '')
})
history.scrollRestoration = 'manual'

followKeys(input, results)
openTools(tools, engine, { site, words, status, progress })
narrow.hidden = false
narrow.open = matchMedia('(width >= 62rem)').matches
input.value = parseQuery(location.search).words
// Whoever comes without a question has come to ask one.
if (isEmpty(parseQuery(location.search))) input.focus()
// The engine is five times the page: it is fetched when the reader does something, not because the box has the focus already.
for (const type of ['focus', 'pointerdown', 'keydown'] as const)
  input.addEventListener(type, () => void engine.prepare(EMPTY_QUERY).catch(() => undefined), { once: true })
void goStraight(input.value).then((isGone) => {
  if (!isGone) void show()
})
