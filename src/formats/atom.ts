import {
  instantOf,
  type Feed,
  type FeedArchiveLinks,
  type FeedAuthor,
  type FeedCategory,
  type FeedEntry,
} from './feed.ts'
import { xmlElement, xmlText } from './xml-text.ts'

/**
 * Write a feed in the Atom Syndication Format (RFC 4287), with the links between its archives (RFC 5005). The texts of entries are
 * escaped HTML: what a report holds can neither end an element nor become markup of the feed.
 */
export function toAtom(feed: Feed): string {
  const { id, title, subtitle, language, url, homepage, updated, author, entries, archives } = feed
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    `<feed xmlns="http://www.w3.org/2005/Atom"${archives?.isArchive === true ? HISTORY : ''}${languageOf(language)}>\n`,
    xmlElement('id', id),
    xmlElement('title', title),
    xmlElement('subtitle', subtitle),
    link({ rel: 'self', type: 'application/atom+xml', href: url }),
    link({ rel: 'alternate', type: 'text/html', href: homepage }),
    ...archiveLinks(archives),
    xmlElement('updated', instantOf(updated)),
    authorElement(author),
    ...entries.map((entry) => entryElement(entry, language)),
    '</feed>\n',
  ].join('')
}

const HISTORY = ' xmlns:fh="http://purl.org/syndication/history/1.0"'

function archiveLinks(archives: FeedArchiveLinks | undefined): string[] {
  if (archives === undefined) return []
  const { isArchive, current, previous, next } = archives
  return [
    isArchive ? '<fh:archive/>\n' : '',
    link({ rel: 'current', href: current }),
    link({ rel: 'prev-archive', href: previous }),
    link({ rel: 'next-archive', href: next }),
  ]
}

function entryElement(entry: FeedEntry, feedLanguage: string): string {
  const { id, url, title, language, published, updated, summary, html, authors, categories, source } = entry
  return [
    `<entry${language === feedLanguage ? '' : languageOf(language)}>\n`,
    xmlElement('id', id),
    xmlElement('title', title),
    link({ rel: 'alternate', type: 'text/html', hreflang: language, href: url }),
    link({ rel: 'via', title: source?.name, href: source?.url }),
    xmlElement('published', instantOf(published)),
    xmlElement('updated', instantOf(updated)),
    ...authors.map(authorElement),
    ...categories.map(categoryElement),
    xmlElement('summary', summary),
    html === undefined ? '' : `<content type="html">${xmlText(html)}</content>\n`,
    '</entry>\n',
  ].join('')
}

function authorElement({ name, url }: FeedAuthor): string {
  return `<author>\n${xmlElement('name', name)}${xmlElement('uri', url)}</author>\n`
}

function categoryElement({ term, scheme, label }: FeedCategory): string {
  return `<category${attributes({ term, scheme, label })}/>\n`
}

/** A link; nothing without an address. */
function link(properties: Readonly<Record<string, string | undefined>>): string {
  return properties['href'] === undefined ? '' : `<link${attributes(properties)}/>\n`
}

function languageOf(language: string): string {
  return attributes({ 'xml:lang': language })
}

function attributes(properties: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(properties)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${xmlText(value)}"`))
    .join('')
}
