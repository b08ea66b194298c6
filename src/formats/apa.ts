import { isOwnWork, onOneLine, pinnedUrl, publishedOn, type Citable, type Pin } from './citation.ts'
import { monthFirst, yearFirst } from './citation-dates.ts'
import { close, joined, numbered } from './citation-sentences.ts'

/**
 * Cite in the manner of the American Psychological Association (7th edition, sections 9 and 10.16): `Author. (2024, December 20).
 * Title. Archive. https://…`. What identifies a version or a place in it stands in parentheses after the title (9.19); a full stop
 * never follows an address.
 */
export function toApa(citable: Citable, pin: Pin = {}): string {
  const { publisher, title, archive } = citable
  const date = publishedOn(citable)
  const place = joined(', ', numbered('Version', pin.version), numbered('para.', pin.paragraph))
  const url = pinnedUrl(citable, pin)
  return joined(
    ' ',
    close(publisher),
    `(${date === undefined ? 'n.d.' : yearFirst(date)}).`,
    place === '' ? close(title) : `${onOneLine(title)} (${place}).`,
    isOwnWork(citable) ? undefined : close(archive),
    pin.accessed === undefined ? url : `Retrieved ${monthFirst(pin.accessed)}, from ${url}`,
  )
}
