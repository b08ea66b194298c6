/** A format of feeds. */
export interface FeedFormatRow {
  /** Its name in the owner's settings. */
  name: string
  /** The name of its file. */
  file: string
  /** Its media type. */
  type: string
  /** What people call it. */
  label: string
}

/** The formats that feeds can be given in; which of them are is the owner's choice. */
export const FEED_FORMATS = [
  { name: 'atom', file: 'atom.xml', type: 'application/atom+xml', label: 'Atom' },
  { name: 'rss', file: 'rss.xml', type: 'application/rss+xml', label: 'RSS' },
  { name: 'json', file: 'feed.json', type: 'application/feed+json', label: 'JSON Feed' },
] as const satisfies readonly FeedFormatRow[]

/** The name of a format of feeds. */
export type FeedFormat = (typeof FEED_FORMATS)[number]['name']
