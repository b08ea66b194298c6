import { parseDate } from '#archive/calendar.ts'

/**
 * What the surroundings of a build decide, read from environment variables in this one place: the same code builds any
 * archive, into any folder, for any address.
 */
export interface Environment {
  /** `ARCHIVE_CONTENT`: the content folder; `content` when it is not set. */
  content: string
  /** `ARCHIVE_OUT`: the folder of the built archive; `dist` when it is not set. */
  out: string
  /** `ARCHIVE_CACHE`: where Astro keeps what it reads back in the same build; set by the commands, one for each build. */
  cache: string
  /** `ARCHIVE_INDEXES`: where search indexes are kept between builds; `.cache/search` when it is not set. */
  indexes: string
  /** `ARCHIVE_CARDS`: where the pictures of link cards are kept between builds; `.cache/cards` when it is not set. */
  cards: string
  /** `ARCHIVE_SITE`: where the archive will be served, an origin and perhaps a path: `https://example.org/archive/`. */
  site: URL
  /** `ARCHIVE_TODAY`: the day of the build, `2026-11-22`, set by the commands; reports of later days are held back. */
  today: string
}

/** Read the environment. @throws Error when a value cannot be used */
export function readEnvironment(variables: Readonly<Record<string, string | undefined>>): Environment {
  // An empty variable, as an unset secret leaves it, is one that is not set.
  const { ARCHIVE_CONTENT, ARCHIVE_OUT, ARCHIVE_CACHE, ARCHIVE_INDEXES, ARCHIVE_CARDS, ARCHIVE_SITE, ARCHIVE_TODAY } =
    Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''))
  const site = URL.parse(ARCHIVE_SITE ?? 'http://localhost:4321/')
  if (site === null || !/^https?:$/.test(site.protocol)) {
    throw new Error(`ARCHIVE_SITE is “${ARCHIVE_SITE ?? ''}”: write an address such as https://example.org/archive/`)
  }
  if (ARCHIVE_TODAY !== undefined && parseDate(ARCHIVE_TODAY)?.day === undefined) {
    throw new Error(`ARCHIVE_TODAY is “${ARCHIVE_TODAY}”: write a day such as 2026-11-22`)
  }
  if (!site.pathname.endsWith('/')) site.pathname += '/'
  return {
    content: ARCHIVE_CONTENT ?? 'content',
    out: ARCHIVE_OUT ?? 'dist',
    cache: ARCHIVE_CACHE ?? '.cache/astro',
    indexes: ARCHIVE_INDEXES ?? '.cache/search',
    cards: ARCHIVE_CARDS ?? '.cache/cards',
    site,
    // Without a day nothing is held back: a clock below the commands would make a build depend on its hour.
    today: ARCHIVE_TODAY ?? '9999-12-31',
  }
}
