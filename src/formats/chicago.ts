import { isOwnWork, onOneLine, pinnedUrl, publishedOn, type Citable, type Pin } from './citation.ts'
import { monthFirst } from './citation-dates.ts'
import { close, joined, numbered, quoteSentence } from './citation-sentences.ts'

/**
 * Cite as an entry of a bibliography in the manner of Chicago (notes and bibliography, 17th edition 14.205–14.208, the same in the
 * 18th): `Author. “Title.” Archive, December 20, 2024, version 2, para. 4. Accessed November 22, 2026. https://….` What has no date is
 * marked `n.d.`, unless the day of access stands for it.
 */
export function toChicago(citable: Citable, pin: Pin = {}): string {
  const { publisher, title, language, archive } = citable
  const date = publishedOn(citable)
  const undated = pin.accessed === undefined ? 'n.d.' : undefined
  const container = joined(
    ', ',
    isOwnWork(citable) ? undefined : onOneLine(archive),
    date === undefined ? undated : monthFirst(date),
    numbered('version', pin.version),
    numbered('para.', pin.paragraph),
  )
  return joined(
    ' ',
    close(publisher),
    quoteSentence(title, language),
    container === '' ? undefined : close(capitalise(container, citable)),
    pin.accessed === undefined ? undefined : `Accessed ${monthFirst(pin.accessed)}.`,
    `${pinnedUrl(citable, pin)}.`,
  )
}

/** Begin a sentence with a capital, unless it begins with the name of the archive. */
function capitalise(sentence: string, citable: Citable): string {
  const isWord = isOwnWork(citable) && /^(?:version|para)/.test(sentence)
  return isWord ? sentence.charAt(0).toUpperCase() + sentence.slice(1) : sentence
}
