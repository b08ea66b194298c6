import { SITEMAP_NAMESPACE, XML_DECLARATION } from './sitemap.ts'
import { xmlText } from './xml-text.ts'

/** The most rows that a sitemap of news may have. */
export const NEWS_MAX_ROWS = 1000

/** How many days before the day of the build a report may have been published to be news. */
export const NEWS_DAYS = 2

/** A report that is news. */
export interface NewsRow {
  /** Its whole address. */
  address: string
  title: string
  /** The day on which it was published. */
  date: string
  /** Its language, as a BCP 47 tag. */
  language: string
}

/** The first day that is news on the day `today`, two days before it; `undefined` in a build that was told no day. */
export function firstDayOfNews(today: string): string | undefined {
  if (today.startsWith('9999')) return undefined
  return new Date(Date.parse(today) - NEWS_DAYS * 86_400_000).toISOString().slice(0, 10)
}

/**
 * Write a sitemap of news (Google, “News sitemap”), at most `NEWS_MAX_ROWS` rows of it. It may have no row: a sitemap without any is
 * as valid.
 *
 * @param publication the name of the archive
 */
export function toNewsSitemap(publication: string, rows: readonly NewsRow[]): string {
  const written = rows.slice(0, NEWS_MAX_ROWS).map((row) => toRow(publication, row))
  return `${XML_DECLARATION}<urlset xmlns="${SITEMAP_NAMESPACE}" xmlns:news="${NEWS_NAMESPACE}">\n${written.join('')}</urlset>\n`
}

function toRow(publication: string, { address, title, date, language }: NewsRow): string {
  const by = `<news:name>${xmlText(publication)}</news:name><news:language>${newsLanguage(language)}</news:language>`
  const about = `<news:publication_date>${xmlText(date)}</news:publication_date><news:title>${xmlText(title)}</news:title>`
  const news = `<news:news><news:publication>${by}</news:publication>${about}</news:news>`
  return `<url><loc>${xmlText(address)}</loc>${news}</url>\n`
}

/** A language as this format names it: two or three letters (ISO 639), but Chinese by its script, `zh-cn` or `zh-tw`. */
function newsLanguage(tag: string): string {
  const { language, script } = new Intl.Locale(tag).maximize()
  return language === 'zh' ? (script === 'Hant' ? 'zh-tw' : 'zh-cn') : language
}

const NEWS_NAMESPACE = 'http://www.google.com/schemas/sitemap-news/0.9'
