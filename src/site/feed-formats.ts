import { FEED_FORMATS, type FeedFormat, type FeedFormatRow } from '#archive/feed-formats.ts'
import { settings } from '../site.config.ts'

/** The formats in which this archive gives its feeds, the preferred one first. */
export const feedFormats: readonly (FeedFormatRow & { name: FeedFormat })[] = settings.feeds.formats.flatMap((name) =>
  FEED_FORMATS.filter((format) => format.name === name),
)
