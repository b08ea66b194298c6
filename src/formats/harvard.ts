import { onOneLine, pinnedUrl, publishedOn, type Citable, type Pin } from './citation.ts'
import { dayAndMonth, dayFirst, yearOf } from './citation-dates.ts'
import { close, joined, numbered } from './citation-sentences.ts'

/**
 * Cite in the Harvard manner of “Cite Them Right” (12th edition): a report as an article of an online newspaper, `Author (2024) ‘Title’,
 * Archive, 20 December. Available at: https://… (Accessed: 22 November 2026).`, a brief as a web page of an organisation, which names
 * neither a container nor a day. Nothing follows an address, so that it can be taken as it stands.
 */
export function toHarvard(citable: Citable, pin: Pin = {}): string {
  const date = publishedOn(citable)
  const place = [numbered('version', pin.version), numbered('para.', pin.paragraph)]
  return joined(
    ' ',
    onOneLine(citable.publisher),
    `(${date === undefined ? 'no date' : yearOf(date)})`,
    citable.kind === 'report' ? toArticle(citable, date, place) : toPage(citable, place),
    `Available at: ${pinnedUrl(citable, pin)}`,
    pin.accessed === undefined ? undefined : `(Accessed: ${dayFirst(pin.accessed)}).`,
  )
}

type Place = readonly (string | undefined)[]

function toArticle({ title, archive }: Citable, date: string | undefined, place: Place): string {
  const day = date === undefined ? undefined : dayAndMonth(date)
  return close(joined(', ', `‘${onOneLine(title)}’`, onOneLine(archive), day, ...place))
}

function toPage({ title }: Citable, place: Place): string {
  return close(joined(', ', onOneLine(title), ...place))
}
