// Ships to the browser, on the page of a report: citations of a paragraph, of a wording and with the day of access, and copying them.
import type { Citable, Pin } from '#formats/citation.ts'
import { CITATION_STYLES } from '#formats/citation-styles.ts'

// Its elements are looked up here and not with `elements.ts`, which would become a file of its own, and one more request.
const panel = document.querySelector<HTMLElement>('[data-citable]')
const form = panel?.querySelector('form')
const status = panel?.querySelector<HTMLElement>('[role=status]')
const citable = JSON.parse(panel?.dataset['citable'] ?? '') as Citable

/** Controls of the form; a page has only those that mean something for its report. */
const paragraphs = form?.querySelector<HTMLSelectElement>('[name=paragraph]')
const version = form?.querySelector<HTMLInputElement>('[name=version]')
const accessed = form?.querySelector<HTMLInputElement>('[name=accessed]')

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

function copy(button: HTMLButtonElement): void {
  const text = button.parentElement?.querySelector('bdi')?.textContent.trim() ?? ''
  // Emptied first, so that the same words are said again when something else is copied.
  say('')
  navigator.clipboard.writeText(text).then(
    () => {
      say(status?.dataset['copied'])
    },
    () => {
      say(status?.dataset['failed'])
    },
  )
}

function say(words = ''): void {
  if (status) status.textContent = words
}

// The anchor of a paragraph that is no more can be linked to, but there is nothing there to cite.
for (const { id } of document.querySelectorAll('.report__text [id^=p]:not(.removed)')) {
  const number = /^p(\d+)$/.exec(id)?.[1]
  if (number !== undefined) paragraphs?.add(new Option(number, number))
}
for (const button of panel?.querySelectorAll('button') ?? []) {
  button.disabled = false
  button.addEventListener('click', () => {
    copy(button)
  })
}
form?.querySelector('fieldset')?.removeAttribute('disabled')
form?.addEventListener('input', showCitations)
form?.addEventListener('submit', (event) => {
  event.preventDefault()
})
addEventListener('hashchange', followAddress)
// A browser that comes back to a page puts the choices back before its scripts run.
showCitations()
followAddress()
