import { instantOf, type Feed, type FeedEntry } from './feed.ts'

/** Write a feed in JSON Feed 1.1 (jsonfeed.org). */
export function toJsonFeed(feed: Feed): string {
  const { title, subtitle, language, url, homepage, author, entries } = feed
  const document = {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: homepage,
    feed_url: url,
    description: subtitle,
    language,
    authors: [author],
    items: entries.map((entry) => toItem(entry, language)),
  }
  return `${JSON.stringify(document, undefined, 2)}\n`
}

/** What is `undefined` is left out when it is written. */
function toItem(entry: FeedEntry, feedLanguage: string): Readonly<Record<string, unknown>> {
  const { id, url, title, language, published, updated, summary, html, authors, categories } = entry
  return {
    id,
    url,
    title,
    content_html: html,
    // One or the other must be there.
    content_text: html === undefined ? (summary ?? title) : undefined,
    summary,
    date_published: instantOf(published),
    date_modified: instantOf(updated),
    authors: authors.length === 0 ? undefined : authors,
    tags: categories.length === 0 ? undefined : categories.map(({ term, label = term }) => label),
    language: language === feedLanguage ? undefined : language,
  }
}
