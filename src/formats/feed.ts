/**
 * One document of a feed, whatever format it is written in. All texts are plain but the `html` of entries, all addresses are
 * whole, and days are `2024-12-20`: what the archive knows of time is days, and formats that want an instant get the first
 * one of the day in UTC.
 */
export interface Feed {
  /** What the feed is called for good, the same in all its documents and formats. */
  id: string
  title: string
  subtitle?: string
  /** The language of the words of the feed (BCP 47); entries have their own. */
  language: string
  /** The address of this document. */
  url: string
  /** The address of the page for people. */
  homepage: string
  /** The day of the last change of an entry. */
  updated: string
  author: FeedAuthor
  /** Its entries in their order, the newest first. */
  entries: readonly FeedEntry[]
  /** What the document is among the documents of its feed (RFC 5005, section 4); missing where there is only one. */
  archives?: FeedArchiveLinks
}

/** Where the other documents of a feed are. */
export interface FeedArchiveLinks {
  /** Whether this document is one of the archive: it will not change, and need not be read again. */
  isArchive: boolean
  /** The address of the document to subscribe to. */
  current: string
  /** The address of the document with the entries just before these. */
  previous?: string
  /** The address of the document with the entries just after these. */
  next?: string
}

/** Who wrote an entry, or is responsible for a feed. */
export interface FeedAuthor {
  name: string
  url?: string
}

/** An entry of a feed. */
export interface FeedEntry {
  /** What the entry is called for good: never its address, which may change. */
  id: string
  /** The address of its page. */
  url: string
  title: string
  /** The language of the title, the summary and the text. */
  language: string
  /** The day on which the archive published it. */
  published: string
  /** The day of its last recorded change; that of its publication when there is none. */
  updated: string
  summary?: string
  /** The whole text as HTML with whole addresses; missing where feeds hold summaries. */
  html?: string
  authors: readonly FeedAuthor[]
  categories: readonly FeedCategory[]
  /** Where it was published first. */
  source?: FeedAuthor
}

/** What an entry is about. */
export interface FeedCategory {
  /** The id of a term, `copyright`. */
  term: string
  /** The address of the list that the id is taken from. */
  scheme?: string
  /** Its name for people. */
  label?: string
}

/** The first instant of a day in UTC, as RFC 3339 writes it. */
export function instantOf(day: string): string {
  return `${day}T00:00:00Z`
}
