import { instantOf, type Feed, type FeedArchiveLinks, type FeedCategory, type FeedEntry } from './feed.ts'
import { xmlElement, xmlText } from './xml-text.ts'

/**
 * Write a feed in RSS 2.0, with whole texts in `content:encoded` (RSS 1.0 module “content”), the authors in `dc:creator` (else
 * RSS wants their e-mail addresses) and the address of the feed itself in `atom:link`, as the RSS Advisory Board recommends.
 */
export function toRss(feed: Feed): string {
  const { title, subtitle, language, url, homepage, updated, entries, archives } = feed
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    `<rss version="2.0"${NAMESPACES}${archives?.isArchive === true ? HISTORY : ''}>\n<channel>\n`,
    xmlElement('title', title),
    xmlElement('link', homepage),
    // It must be there, and may not be left out where the feed has nothing more to say of itself.
    xmlElement('description', subtitle ?? title),
    xmlElement('language', language),
    xmlElement('lastBuildDate', timeOf(updated)),
    atomLink('self', url, ' type="application/rss+xml"'),
    ...archiveLinks(archives),
    ...entries.map((entry) => itemElement(entry, language)),
    '</channel>\n</rss>\n',
  ].join('')
}

const NAMESPACES = [
  ' xmlns:atom="http://www.w3.org/2005/Atom"',
  ' xmlns:content="http://purl.org/rss/1.0/modules/content/"',
  ' xmlns:dc="http://purl.org/dc/elements/1.1/"',
].join('')

const HISTORY = ' xmlns:fh="http://purl.org/syndication/history/1.0"'

function archiveLinks(archives: FeedArchiveLinks | undefined): string[] {
  if (archives === undefined) return []
  const { isArchive, current, previous, next } = archives
  return [
    isArchive ? '<fh:archive/>\n' : '',
    atomLink('current', current),
    previous === undefined ? '' : atomLink('prev-archive', previous),
    next === undefined ? '' : atomLink('next-archive', next),
  ]
}

function itemElement(entry: FeedEntry, feedLanguage: string): string {
  const { id, url, title, language, published, summary, html, authors, categories } = entry
  return [
    '<item>\n',
    xmlElement('title', title),
    xmlElement('link', url),
    `<guid isPermaLink="false">${xmlText(id)}</guid>\n`,
    xmlElement('pubDate', timeOf(published)),
    ...authors.map(({ name }) => xmlElement('dc:creator', name)),
    xmlElement('dc:language', language === feedLanguage ? undefined : language),
    ...categories.map(categoryElement),
    xmlElement('description', summary),
    xmlElement('content:encoded', html),
    '</item>\n',
  ].join('')
}

function categoryElement({ term, scheme, label = term }: FeedCategory): string {
  const domain = scheme === undefined ? '' : ` domain="${xmlText(scheme)}"`
  return `<category${domain}>${xmlText(label)}</category>\n`
}

function atomLink(relation: string, address: string, more = ''): string {
  return `<atom:link rel="${relation}"${more} href="${xmlText(address)}"/>\n`
}

/** The first instant of a day as RFC 822 writes it, with all digits of the year: `Fri, 20 Dec 2024 00:00:00 GMT`. */
function timeOf(day: string): string {
  return new Date(instantOf(day)).toUTCString()
}
