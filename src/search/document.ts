import type { Report } from '#archive/catalogue.ts'

/** What a search may find a report by, beside its text. */
export interface SearchSubject {
  report: Report
  /** The text of the report as HTML, with the ids of its paragraphs. */
  text: string
  /** All names of the terms that it names: labels in every language and aliases. */
  names: readonly string[]
}

/**
 * What the pipeline adds to footnotes: their numbers in the text (“risks¹” would else be found as “risks1”), the heading above
 * them, and the arrows back.
 */
const FOOTNOTE_FURNITURE =
  /<sup><a href="#note-[^>]*>[^<]*<\/a><\/sup>|<h2 id="footnote-label"[^>]*>[^<]*<\/h2>|<a href="#note-[^>]*data-footnote-backref[^>]*>.*?<\/a>/gs

/**
 * Write the page that the search engine reads for a report: its title, its own text with the ids of its paragraphs (so that a
 * hit can lead to the best one), and what it is filtered and sorted by. Nothing of the site's furniture is in it, so
 * nothing of it is found or shown as a passage.
 */
export function toSearchDocument({ report, text, names }: SearchSubject): string {
  const { title, summary, date, kind, lang, source, topics } = report
  const meta = (name: string, value: string | undefined): string =>
    value === undefined || value === ''
      ? ''
      : `<data data-pagefind-meta="${name}[value]" value="${escape(value)}"></data>`
  const filter = (name: string, value: string): string =>
    `<data data-pagefind-filter="${name}[value]" value="${escape(value)}"></data>`
  return [
    `<!doctype html><html lang="${escape(lang)}"><head><title>${escape(title)}</title></head><body data-pagefind-body>`,
    `<h1 data-pagefind-meta="title">${escape(title)}</h1>`,
    meta('date', date),
    meta('kind', kind),
    meta('lang', lang),
    meta('source', source?.name),
    meta('summary', summary),
    meta('names', names.join(' · ')),
    `<data data-pagefind-sort="date[value]" value="${toSortKey(date)}"></data>`,
    filter('kind', kind),
    filter('year', date.slice(0, 4)),
    ...topics.map((topic) => filter('topics', topic)),
    text.replaceAll(FOOTNOTE_FURNITURE, ''),
    '</body></html>',
  ].join('')
}

/** A date as a text that sorts rightly: numbers would be rounded, and `2024` read as one. */
export function toSortKey(date: string): string {
  return date.padEnd(10, '-00')
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
