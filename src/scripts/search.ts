// Ships to the browser, on the search page: reads the query from the address bar, asks the engine, shows the answer. The
// address bar is the only state, so that every search can be linked to, and Back and Forward work by themselves.
import './trusted-types.ts'
import { openEngine, type Answer, type Engine } from '#search/engine.ts'
import { formatQuery, isEmpty, parseQuery, type Query } from '#search/query.ts'
import { PAGE_SIZE, renderAnswer } from './search-results.ts'
import { fill, type SearchWords } from './search-words.ts'

/** Milliseconds after the last keystroke until a search begins. */
const PAUSE = 200

/** Milliseconds until a reader is told that a search is under way. */
const WAIT = 1000

function find<Kind extends Element>(selector: string, kind: new () => Kind): Kind {
  const found = document.querySelector(selector)
  if (!(found instanceof kind)) throw new Error(`the search page has no ${selector}`)
  return found
}

const page = find('#search', HTMLElement)
const form = find('#search form', HTMLFormElement)
const input = find('#q', HTMLInputElement)
const status = find('#status', HTMLElement)
const results = find('#results', HTMLElement)
const fallback = find('#fallback', HTMLElement)
const base = page.dataset['base'] ?? ''
const words = JSON.parse(page.dataset['words'] ?? '{}') as SearchWords

let engine: Promise<Engine> | undefined
let latest = 0
let timer: number | undefined
/** Whether the search in the address bar was asked for by Enter: the next one then has an entry of its own. */
let isSettled = false

/** The engine, loaded when it is first needed; after a failure it is tried anew. */
function getEngine(): Promise<Engine> {
  engine ??= openEngine(`${base}/search/`).catch((error: unknown) => {
    engine = undefined
    throw error
  })
  return engine
}

/** Show what the address bar asks for. */
async function show(): Promise<void> {
  latest += 1
  const turn = latest
  const query = parseQuery(location.search)
  fillForm(query)
  if (isEmpty(query)) {
    present('', [])
    return
  }
  // Said only when it takes long: each answer is announced once.
  const waiting = window.setTimeout(() => {
    if (turn === latest) status.textContent = words.searching
  }, WAIT)
  try {
    const answer = await (await getEngine()).search(query, PAGE_SIZE)
    if (turn === latest) presentAnswer(answer, query)
  } catch (error) {
    console.error(error)
    if (turn === latest) present(words.failed, [])
  } finally {
    clearTimeout(waiting)
  }
}

function presentAnswer(answer: Answer, query: Query): void {
  const count = new Intl.NumberFormat(words.language).format(answer.count)
  const found = answer.count === 0 ? words.none : fill(answer.count === 1 ? words.one : words.many, { count })
  const years = answer.failed.map(({ from, to }) => (from === to ? from : `${from}–${to}`)).join(', ')
  const isSilent = answer.failed.length > 0 && answer.count === 0
  const sentence = isSilent
    ? words.failed
    : [found, answer.failed.length > 0 && fill(words.partly, { years })].filter(Boolean).join(' ')
  present(sentence, answer.count === 0 ? [] : renderAnswer(answer, query, base, words))
  if (answer.count === 0 && !isSilent) status.textContent = `${found} ${words.noneHint}`
}

function present(sentence: string, nodes: readonly Node[]): void {
  status.textContent = sentence
  results.replaceChildren(...nodes)
  fallback.hidden = nodes.length > 0
}

function fillForm(query: Query): void {
  if (document.activeElement !== input) input.value = query.words
  for (const [name, value] of [
    ['topics', query.topics[0]],
    ['kind', query.kind],
    ['year', query.year],
  ] as const) {
    const select = form.elements.namedItem(name)
    if (select instanceof HTMLSelectElement) select.value = value ?? ''
  }
}

/** What the form asks for, its first page. */
function readForm(): Query {
  const data = new FormData(form)
  const text = (name: string): string => {
    const value = data.get(name)
    return typeof value === 'string' ? value.trim() : ''
  }
  const topic = text('topics')
  return {
    words: text('q').normalize('NFC'),
    topics: topic === '' ? [] : [topic],
    kind: text('kind'),
    year: text('year'),
    page: 1,
  }
}

/** Put a query into the address bar, as a new entry or in place of the present one, and show it. */
function go(query: Query, how: 'push' | 'replace'): void {
  clearTimeout(timer)
  const address = `${location.pathname}${formatQuery(query)}`
  if (address !== location.pathname + location.search) {
    if (how === 'push') history.pushState(null, '', address)
    else history.replaceState(null, '', address)
  }
  void show()
}

form.addEventListener('submit', (event) => {
  event.preventDefault()
  go(readForm(), 'push')
  isSettled = true
})
form.addEventListener('change', (event) => {
  if (event.target instanceof HTMLSelectElement) go(readForm(), 'push')
})
/** Search for what is being typed, when nothing more is typed for a moment. */
function goSoon(): void {
  clearTimeout(timer)
  timer = window.setTimeout(() => {
    go(readForm(), isSettled ? 'push' : 'replace')
    isSettled = false
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
input.addEventListener('focus', () => void getEngine().catch(() => undefined), { once: true })
window.addEventListener('popstate', () => {
  input.value = parseQuery(location.search).words
  void show()
})

input.value = parseQuery(location.search).words
void show()
