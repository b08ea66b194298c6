import type { AlternateName } from './alternates.ts'
import type { FeedFormat } from './feed-formats.ts'
import type { InterfaceLanguages } from './interface-languages.ts'
import type { Localised } from './localised.ts'

/** What the owner of an archive decides; the values are in `src/site.config.ts`. */
export interface Settings {
  /** The name of the archive, as it stands in the masthead; citations and files have the one in the language of the archive. */
  name: Localised<string>
  /** One sentence that says what the archive holds, for the front page and for search engines. */
  description: Localised<string>
  /** Who is responsible for the archive. */
  publisher: string
  /** A few paragraphs about the archive, for its about page: each a string of plain text. */
  about: Localised<readonly string[]>
  /**
   * The languages that the pages are given in (BCP 47), each with a table of words in `src/site/i18n/`; reports keep their own. The
   * first is the language of the archive: its pages have the plain addresses, and files for programs are in it.
   */
  languages: InterfaceLanguages
  /** How many reports a numbered page of a term holds. Changing it moves reports between pages: decide once. */
  reportsPerPage: number
  /** How many reports a page of a year or a month lists at most; above that it leads to its months or days instead. */
  reportsPerPeriod: number
  /** How many reports the front page lists, the lead included. */
  latestReports: number
  /** How many related reports a report names. */
  relatedReports: number
  /** How many reports of ordinary length, 3.2 kB, one search index holds, and the newest a quarter of it; the indexer needs about 0.2 MB of memory for each. */
  reportsPerShard: number
  /** How many pages of two terms that reports share are made at most, those with the most reports first; 0 for none. */
  intersections: number
  /**
   * Whether a term has pages of its years, from two reports on, and a timeline, from three on: a fifth of the pages of a large archive.
   * Without them its years lead to those of the archive.
   */
  termYears: boolean
  /** The formats that each report is given in beside its page: a file each, which counts in a large archive. */
  alternates: readonly AlternateName[]
  /** The feeds of the archive, of every term, of every language and of the corrections. */
  feeds: {
    /** Their formats, the preferred one first. */
    formats: readonly FeedFormat[]
    /** How many of the newest reports a feed holds. */
    entries: number
    /** The same for the feeds of terms: a report more changes that of each term which it names, in each format. */
    entriesOfTerms: number
    /** Whether entries hold whole texts: most of the bytes of an archive with thousands of terms. Without, they hold summaries. */
    texts: boolean
  }
  /** The address of the licence under which the archive gives its own texts, the briefs; missing when there is none. */
  briefLicense?: string
  /** Which picture stands for a report where links are shown as cards: that of the archive, or one with its title, made for each. */
  cards: 'archive' | 'reports'
  /** What a single report may hold before it is refused. */
  limits: Limits
}

/**
 * Limits of one report. They stand before any parser: input made to be slow or deep is refused in milliseconds, and
 * honest reports stay far below.
 */
export interface Limits {
  /** Bytes of the body. */
  bodyBytes: number
  /** Levels of quotations, lists and other blocks inside each other. */
  nesting: number
  /** Footnotes. */
  footnotes: number
  /** Cells of all tables together. */
  tableCells: number
  /** Bytes of one picture. */
  pictureBytes: number
  /** Pixels of one picture, width × height: what a browser must hold in memory to show it. */
  picturePixels: number
}
