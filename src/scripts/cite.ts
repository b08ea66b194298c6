// Ships to the browser, on the page of a report: citations of a paragraph, of a wording and with the day of access, and copying them.
import type { Citable, Pin } from '#formats/citation.ts'
import { CITATION_STYLES } from '#formats/citation-styles.ts'
import { toTextFragment } from './marked-words.ts'

// Its elements are looked up here and not with `elements.ts`, which would become a file of its own, and one more request.
const panel = document.querySelector<HTMLElement>('[data-citable]')
const choices = panel?.querySelector('fieldset')
const status = panel?.querySelector<HTMLElement>('[role=status]')
const citable = JSON.parse(panel?.dataset['citable'] ?? '') as Citable

/** What can be chosen; a page has only those that mean something for its report. */
const paragraphs = choices?.querySelector<HTMLSelectElement>('[name=paragraph]')
const version = choices?.querySelector<HTMLInputElement>('[name=version]')
const accessed = choices?.querySelector<HTMLInputElement>('[name=accessed]')

/** The reader's own day. This is the reader's browser: nothing that a build makes depends on it. */
function today(): string {
  // Sweden writes dates as ISO 8601 does.
  return new Intl.DateTimeFormat('sv-SE', { year: 'numeric', month: '2-digit', day: '2-digit' }).format()
}

function readPin(): Pin {
  return {
    ...(Number(paragraphs?.value) > 0 && { paragraph: Number(paragraphs?.value) }),
    ...(version?.checked === true && citable.version !== undefined && { version: citable.version }),
    ...(accessed?.checked === true && { accessed: today() }),
  }
}

function showCitations(): void {
  const pin = readPin()
  for (const shown of panel?.querySelectorAll<HTMLElement>('[data-style]') ?? [])
    shown.textContent =
      CITATION_STYLES.find(({ name }) => name === shown.dataset['style'])?.write(citable, pin) ?? shown.textContent
  say('')
}

/** Choose the paragraph that the address leads to; any other address leaves the choice as it is. */
function followAddress(): void {
  const number = /^#p(\d+)$/.exec(location.hash)?.[1]
  const isOffered = Array.from(paragraphs?.options ?? []).some(({ value }) => value === number)
  if (!paragraphs || number === undefined || !isOffered) return
  paragraphs.value = number
  showCitations()
}

/** The words of the report that the reader has marked; those of the panel, or of the rest of the page, are none. */
function readMarkedWords(): string {
  const selection = getSelection()
  const text = document.querySelector('.report__text')
  const isInText = text?.contains(selection?.anchorNode ?? null) === true && text.contains(selection?.focusNode ?? null)
  return isInText ? String(selection) : ''
}

function copyFor(button: HTMLButtonElement): void {
  const { marked } = button.dataset
  if (marked === undefined) {
    void copy(button.parentElement?.querySelector('bdi')?.textContent.trim() ?? '')
    return
  }
  const fragment = toTextFragment(readMarkedWords())
  if (fragment === undefined) say(marked)
  else void copy(`${citable.url}#${fragment}`)
}

async function copy(text: string): Promise<void> {
  // Emptied first, so that the same words are said again when something else is copied.
  say('')
  try {
    // Without HTTPS there is no clipboard at all.
    await navigator.clipboard.writeText(text)
    say(status?.dataset['copied'])
  } catch {
    say(status?.dataset['failed'])
  }
}

function say(words = ''): void {
  if (status) status.textContent = words
}

// The anchor of a paragraph that is no more can be linked to, but there is nothing there to cite.
for (const { id } of document.querySelectorAll('.report__text [id^=p]:not(.removed)')) {
  const number = /^p(\d+)$/.exec(id)?.[1]
  if (number !== undefined) paragraphs?.add(new Option(number, number))
}
for (const button of panel?.querySelectorAll<HTMLButtonElement>('button:not([data-share])') ?? []) {
  button.disabled = false
  button.addEventListener('click', () => {
    copyFor(button)
  })
  // A press would take away what is marked.
  button.addEventListener('mousedown', (event) => {
    event.preventDefault()
  })
}
// What a system offers for sharing; where it offers nothing, nothing is shown.
const share = panel?.querySelector<HTMLButtonElement>('[data-share]')
if (share && 'share' in navigator) {
  share.disabled = false
  share.addEventListener('click', () => {
    navigator.share({ title: citable.title, url: citable.url }).catch(() => undefined)
  })
}
if (choices) choices.disabled = false
choices?.addEventListener('input', showCitations)
addEventListener('hashchange', followAddress)
// A browser that comes back to a page puts the choices back before its scripts run.
showCitations()
followAddress()
