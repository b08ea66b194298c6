import { onOneLine, pinnedUrl, publishedOn, type Citable, type Pin } from './citation.ts'
import { dayFirst } from './citation-dates.ts'

/**
 * Cite as a template of the English Wikipedia (Citation Style 1): `{{cite news}}` for a report, whose publisher and whose deliverer
 * (`via`) are two, `{{cite web}}` for a brief. Its dates must not be shorter than a month and a year in words, and it has no parameter
 * for the number of a version, which the address says.
 */
export function toWikipedia(citable: Citable, pin: Pin = {}): string {
  const { kind, publisher, title, language, archive } = citable
  const date = publishedOn(citable)
  const parameters = [
    ['title', wikiText(title)],
    ['url', wikiUrl(pinnedUrl(citable, pin))],
    ['date', date === undefined ? undefined : dayFirst(date)],
    ...(kind === 'report' ? [['publisher', wikiText(publisher)] as const, ['via', wikiText(archive)] as const] : []),
    ...(kind === 'brief' ? [['website', wikiText(archive)] as const] : []),
    ['at', pin.paragraph === undefined ? undefined : `¶ ${String(pin.paragraph)}`],
    ['language', /^en\b/.test(language) ? undefined : wikiText(language)],
    ['access-date', pin.accessed === undefined ? undefined : dayFirst(pin.accessed)],
  ] as const
  const written = parameters.flatMap(([name, value]) => (value === undefined ? [] : [` |${name}=${value}`]))
  return `{{cite ${kind === 'report' ? 'news' : 'web'}${written.join('')}}}`
}

/**
 * A text that MediaWiki shows as it is: what begins a template, a parameter, a link, a tag, a signature, an address, a magic word,
 * bold or italic text is written as a character reference, wherever it stands.
 */
function wikiText(text: string): string {
  return onOneLine(text).replaceAll(/[&<>[\]{}|=~]|''+|__+|:\/\//g, (found) =>
    Array.from(found, (character) => `&#${String(character.charCodeAt(0))};`).join(''),
  )
}

/** An address without the characters that end a parameter of a template or a link. */
function wikiUrl(url: string): string {
  return url.replaceAll(/[[\]{}|<>"']/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
}
