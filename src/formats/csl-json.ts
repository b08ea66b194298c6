import { isOwnWork, onOneLine, publishedOn, type Citable } from './citation.ts'

/** An item of CSL-JSON (Citation Style Language 1.0.2, `csl-data.json`), with the variables that a report has. */
export interface CslItem {
  id: string
  type: 'article-newspaper' | 'webpage'
  author: readonly [{ literal: string }]
  title: string
  'container-title'?: string
  publisher?: string
  issued?: CslDate
  'event-date'?: CslDate
  version?: string
  language: string
  URL: string
}

/** A date, or the two dates of an interval, each as precise as it is known: `[2024, 12]`. */
interface CslDate {
  'date-parts': readonly (readonly number[])[]
}

/**
 * A report as CSL-JSON: a report is an article of a newspaper and a brief a page of the web, both by an organisation, whose name stays
 * in one piece. Only a wording that has been changed has its number.
 */
export function toCslItem(citable: Citable): CslItem {
  const { id, kind, publisher, title, event, version = 1, language, archive, url } = citable
  const date = publishedOn(citable)
  return {
    id,
    type: kind === 'report' ? 'article-newspaper' : 'webpage',
    author: [{ literal: onOneLine(publisher) }],
    title: onOneLine(title),
    // Styles that print a publisher would name the archive twice if it were one of its own work.
    ...(!isOwnWork(citable) && { 'container-title': onOneLine(archive), publisher: onOneLine(publisher) }),
    ...(date !== undefined && { issued: toCslDate(date) }),
    ...(event !== undefined && { 'event-date': toCslDate(event) }),
    ...(version > 1 && { version: String(version) }),
    language,
    URL: url,
  }
}

/** Write reports as a file of CSL-JSON, which is always a list. */
export function toCslJson(...citables: readonly Citable[]): string {
  return `${JSON.stringify(citables.map(toCslItem), undefined, 2)}\n`
}

function toCslDate(dates: string): CslDate {
  return { 'date-parts': dates.split('/').map((date) => date.split('-').map(Number)) }
}
