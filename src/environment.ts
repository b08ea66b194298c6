import { hash } from 'node:crypto'
import { join, resolve } from 'node:path'
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
  /** `ARCHIVE_CACHE`: where things are kept between builds, to be made again only when they change; `.cache` when it is not set. */
  cache: string
  /**
   * Where it is kept what was made of the contents of this archive, its search indexes (below `ARCHIVE_INDEXES`, when that is set) and the pictures of
   * its link cards (below `ARCHIVE_CARDS`): a folder for each content folder, which is cleared of what it no longer needs.
   */
  contents: string
  indexes: string
  cards: string
  /** `ARCHIVE_WORK`: where Astro keeps what it reads back in the same build; set by the commands, one for each build. */
  work: string
  /** `ARCHIVE_READER`: a digest of the code that reads contents, for what is kept of them; set by the commands. */
  reader: string | undefined
  /** `ARCHIVE_SITE`: where the archive will be served, an origin and perhaps a path: `https://example.org/archive/`. */
  site: URL
  /**
   * `ARCHIVE_DUE`, `ARCHIVE_STAGING`, `ARCHIVE_MADE`: a file with the pages that Astro has to make, the folder where they are wanted, and
   * a file for what was made (`integrations/write-pages.ts`); set by the build.
   */
  due: string | undefined
  staging: string | undefined
  made: string | undefined
  /** `ARCHIVE_CHECKED`: a folder with what the build has read and found right already (`source/checked.ts`); set by the build. */
  checked: string | undefined
  /** `ARCHIVE_LIVE`: whether this is the live preview, where files change all the time; set by its command. */
  live: boolean
  /** `ARCHIVE_PERIOD`: the year or month that the live preview shows, `2024` or `2024-12`, where it cannot show everything at once. */
  period: string | undefined
  /** `ARCHIVE_TODAY`: the day of the build, `2026-11-22`, set by the commands; reports of later days are held back. */
  today: string
}

/** Read the environment. @throws Error when a value cannot be used */
export function readEnvironment(variables: Readonly<Record<string, string | undefined>>): Environment {
  // An empty variable, as an unset secret leaves it, is one that is not set.
  const set = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''))
  const { ARCHIVE_CONTENT = 'content', ARCHIVE_OUT = 'dist', ARCHIVE_CACHE = '.cache' } = set
  const { ARCHIVE_INDEXES, ARCHIVE_CARDS, ARCHIVE_WORK, ARCHIVE_READER } = set
  const own = hash('sha256', resolve(ARCHIVE_CONTENT), 'hex').slice(0, 8)
  const { ARCHIVE_DUE, ARCHIVE_STAGING, ARCHIVE_MADE, ARCHIVE_CHECKED } = set
  const { ARCHIVE_SITE, ARCHIVE_LIVE, ARCHIVE_PERIOD, ARCHIVE_TODAY } = set
  const site = URL.parse(ARCHIVE_SITE ?? 'http://localhost:4321/')
  if (site === null || !/^https?:$/.test(site.protocol)) {
    throw new Error(`ARCHIVE_SITE is “${ARCHIVE_SITE ?? ''}”: write an address such as https://example.org/archive/`)
  }
  if (ARCHIVE_TODAY !== undefined && parseDate(ARCHIVE_TODAY)?.day === undefined) {
    throw new Error(`ARCHIVE_TODAY is “${ARCHIVE_TODAY}”: write a day such as 2026-11-22`)
  }
  if (!site.pathname.endsWith('/')) site.pathname += '/'
  return {
    content: ARCHIVE_CONTENT,
    out: ARCHIVE_OUT,
    cache: ARCHIVE_CACHE,
    contents: join(ARCHIVE_CACHE, 'contents', own),
    indexes: join(ARCHIVE_INDEXES ?? join(ARCHIVE_CACHE, 'search'), own),
    cards: join(ARCHIVE_CARDS ?? join(ARCHIVE_CACHE, 'cards'), own),
    work: ARCHIVE_WORK ?? join(ARCHIVE_CACHE, 'astro'),
    reader: ARCHIVE_READER,
    site,
    due: ARCHIVE_DUE,
    staging: ARCHIVE_STAGING,
    made: ARCHIVE_MADE,
    checked: ARCHIVE_CHECKED,
    live: ARCHIVE_LIVE !== undefined,
    period: ARCHIVE_PERIOD,
    // Without a day nothing is held back: a clock below the commands would make a build depend on its hour.
    today: ARCHIVE_TODAY ?? '9999-12-31',
  }
}
