import type { Description } from './description.ts'

/** What sort of work a report is, in the words of each vocabulary. */
export interface WorkType {
  schema: 'NewsArticle' | 'Article'
  dublinCore: 'NewsItem' | 'WebPage'
  openGraph: 'article'
}

/**
 * A report is a news article, which this archive keeps as it was received. A brief was written by the archive, often long after
 * what it tells of: it is an article, and no news of its day.
 *
 * Reference managers choose the type of their record by the Dublin Core type and know these two, of the EPrints type vocabulary
 * and of their own; of `og:type` they only guess a journal (zotero/translators, `RDF.js`).
 */
export const WORK_TYPES: Readonly<Record<Description['kind'], WorkType>> = {
  report: { schema: 'NewsArticle', dublinCore: 'NewsItem', openGraph: 'article' },
  brief: { schema: 'Article', dublinCore: 'WebPage', openGraph: 'article' },
}
