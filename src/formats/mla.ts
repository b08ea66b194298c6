import { isOwnWork, onOneLine, pinnedUrl, publishedOn, type Citable, type Pin } from './citation.ts'
import { shortDayFirst } from './citation-dates.ts'
import { close, joined, numbered, quoteSentence } from './citation-sentences.ts'

/**
 * Cite in the manner of the Modern Language Association (9th edition, chapter 5): `Author. “Title.” Archive, version 2, 20 Dec. 2024,
 * par. 4, https://…. Accessed 22 Nov. 2026.` An organisation that is author and publisher is named as publisher alone, and what has
 * no date is given none.
 */
export function toMla(citable: Citable, pin: Pin = {}): string {
  const { publisher, title, language, archive } = citable
  const date = publishedOn(citable)
  const container = joined(
    ', ',
    onOneLine(archive),
    numbered('version', pin.version),
    date === undefined ? undefined : shortDayFirst(date),
    numbered('par.', pin.paragraph),
    pinnedUrl(citable, pin),
  )
  return joined(
    ' ',
    isOwnWork(citable) ? undefined : close(publisher),
    quoteSentence(title, language),
    `${container}.`,
    pin.accessed === undefined ? undefined : `Accessed ${shortDayFirst(pin.accessed)}.`,
  )
}
