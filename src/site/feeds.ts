import {
  CORRECTIONS,
  feedArchiveAddress,
  FEEDS,
  HOME,
  languageFeedsAddress,
  reportAddress,
  termAddress,
} from '#archive/addresses.ts'
import type { Catalogue, Report } from '#archive/catalogue.ts'
import { findChanges, type Change } from '#archive/changes.ts'
import { VOCABULARIES } from '#archive/vocabulary.ts'
import type { FeedArchiveLinks, FeedEntry } from '#formats/feed.ts'
import { settings } from '../site.config.ts'
import { describe } from './description.ts'
import { divideArchives, recordedOn, type ArchiveDocument } from './feed-archives.ts'
import {
  firstDayOf,
  newestOf,
  orderPublications,
  tagOf,
  toChangeEntry,
  toEntry,
  type Publications,
} from './feed-entries.ts'
import { readFrozen } from './frozen.ts'
import { fingerprint, fingerprintsOf } from './fingerprints.ts'
import { ownInterface } from './interface.ts'
import { historyOf } from './ledger.ts'
import { absolute } from './links.ts'
import { oncePerCatalogue } from '#archive/once-per-catalogue.ts'
import { keysOf } from './page-keys.ts'
import { renderText } from './text.ts'

const { archive, words, labelOf, noteOf } = ownInterface

/** A feed of the archive, before it is written in a format. */
export interface FeedPlan {
  /** What it is called for good; the documents of its archive are called as it is. */
  id: string
  /** What part of the archive it is of; missing for all of it. */
  part?: string
  /** The address under which its documents are, one for each format. */
  address: string
  subtitle?: string | undefined
  language: string
  /** The address of its page for people. */
  homepage: string
  /** Its entries, made when they are asked for: all feeds together would hold each text many times. */
  entries: () => readonly FeedEntry[]
  /** A key of all that its entries hold. */
  key: () => string
  /** Its archive, which is in Atom alone. */
  archives?: FeedArchiveLinks
}

/** A document of the archive of the feed of everything. */
export interface ArchivePlan extends FeedPlan {
  document: ArchiveDocument
  part: string
}

/** The host of the archive, which the identifiers of entries and feeds are made of. */
const host = new URL(absolute(HOME)).hostname

const mainId = tagOf(host, 'reports')

/** What the feeds are made from, computed once. */
interface Sources {
  /** The listed reports by the day on which the archive published them: by the ledger, else the date they are filed under. */
  published: Publications
  /** The documents of the archive, the oldest first. */
  documents: readonly ArchiveDocument[]
}

const sourcesOf = oncePerCatalogue((catalogue): Sources => {
  const { pages, reports } = catalogue
  const publishedOn = (report: Report): string => historyOf(report)?.published ?? firstDayOf(report.date)
  // What is not recorded yet has no place that lasts; an archive that records nothing has only the dates of its reports.
  const recorded = pages.filter((report) => historyOf(report) !== undefined)
  const publications = (recorded.length === 0 ? pages : recorded).map((report) => ({
    id: report.id,
    published: publishedOn(report),
  }))
  return {
    published: orderPublications(reports, publishedOn),
    documents: divideArchives(publications),
  }
})

/** The feed of everything. It has at least what no closed document of its archive has, so that nothing falls between the two. */
export function mainFeed(catalogue: Catalogue): FeedPlan {
  const { published, documents } = sourcesOf(catalogue)
  const newest = newestOf(catalogue.reports, published, settings.feeds.entries)
  const all = new Set([...newest, ...listedIn(catalogue, documents.at(-1))])
  const closed = documents.at(-2)
  const listed = (): Report[] => newestOf([...all], published, all.size)
  return {
    id: mainId,
    address: FEEDS,
    subtitle: archive.description,
    language: ownInterface.language,
    homepage: HOME,
    entries: () => toEntries(catalogue, listed()),
    key: () => keyOf(catalogue, listed()),
    ...(closed !== undefined && {
      archives: { isArchive: false, current: currentAddress(), previous: archiveAddress(closed) },
    }),
  }
}

/** The documents of the archive of the feed of everything, the oldest first. The newest one is not closed yet. */
export function archiveFeeds(catalogue: Catalogue): ArchivePlan[] {
  const { documents } = sourcesOf(catalogue)
  return documents.map((document, index) => {
    const [previous, next] = [documents[index - 1], documents[index + 1]]
    return {
      id: mainId,
      document,
      address: feedArchiveAddress(document.year, document.number),
      part: words.feeds.year(document.year, document.number),
      language: ownInterface.language,
      homepage: HOME,
      entries: () =>
        listedIn(catalogue, document)
          .map((report) => entryAsOf(catalogue, report, document.closed))
          .reverse(),
      key: () => {
        const listed = listedIn(catalogue, document)
        return fingerprint([keyOf(catalogue, listed), listed.map(({ recorded }) => recorded), document.closed])
      },
      archives: {
        isArchive: document.closed !== undefined,
        current: currentAddress(),
        ...(previous !== undefined && { previous: archiveAddress(previous) }),
        ...(next !== undefined && { next: archiveAddress(next) }),
      },
    }
  })
}

/** A feed for each term of each vocabulary. */
export function termFeeds(catalogue: Catalogue): FeedPlan[] {
  const { published } = sourcesOf(catalogue)
  return VOCABULARIES.flatMap((vocabulary) =>
    Array.from(catalogue.terms[vocabulary].values(), ({ term, reports }) => {
      const listed = onceMade(() => newestOf(reports, published, settings.feeds.entriesOfTerms))
      return {
        id: tagOf(host, `${vocabulary}/${term.id}`),
        address: termAddress(vocabulary, term.id),
        part: labelOf(term).text,
        subtitle: noteOf(term)?.text,
        language: ownInterface.language,
        homepage: termAddress(vocabulary, term.id),
        entries: () => toEntries(catalogue, listed()),
        key: () => fingerprint([keyOf(catalogue, listed()), term]),
      }
    }),
  )
}

/** A feed for each language that reports are in, in the order of their tags. */
export function languageFeeds(catalogue: Catalogue): FeedPlan[] {
  const { published } = sourcesOf(catalogue)
  const languages = [...Map.groupBy(catalogue.reports, ({ lang }) => lang)]
  return languages
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([language, reports]) => {
      const listed = onceMade(() => newestOf(reports, published, settings.feeds.entries))
      return {
        id: tagOf(host, `languages/${language}`),
        address: languageFeedsAddress(language),
        part: nameInItself(language),
        language,
        homepage: HOME,
        entries: () => toEntries(catalogue, listed()),
        key: () => keyOf(catalogue, listed()),
      }
    })
}

/** The feed of all that was changed after publication. */
export function correctionsFeed(catalogue: Catalogue): FeedPlan {
  const listed = onceMade(() => findChanges(catalogue.pages).slice(0, settings.feeds.entries))
  return {
    id: tagOf(host, 'corrections'),
    address: CORRECTIONS,
    part: words.changes.title,
    subtitle: words.feeds.correctionsNote,
    language: ownInterface.language,
    homepage: CORRECTIONS,
    entries: () =>
      listed().map((change) =>
        toChangeEntry(change, titleOf(change), absolute(reportAddress(change.report.path)), host),
      ),
    key: () => fingerprint(listed().map((change) => [change, fingerprintsOf(catalogue).ofReport(change.report)])),
  }
}

/** A key of entries: of what formats say of each report, and of its text. */
function keyOf(catalogue: Catalogue, reports: readonly Report[]): string {
  const { ofDescription } = keysOf(catalogue)
  const { ofText } = fingerprintsOf(catalogue)
  return fingerprint(reports.map((report) => [ofDescription(report), ofText(report)]))
}

/** A function whose result is made once. */
function onceMade<Result>(make: () => Result): () => Result {
  let made: Result | undefined
  return () => (made ??= make())
}

function toEntries(catalogue: Catalogue, reports: readonly Report[]): FeedEntry[] {
  return reports.map((report) => entryOf(catalogue, report))
}

/** How many entries are kept: each takes some kilobytes, and is in the feeds of a dozen terms, in three formats. */
const KEPT = 20_000

const kept = new Map<Report, FeedEntry>()

/** A report as an entry, as it is now. */
function entryOf(catalogue: Catalogue, report: Report): FeedEntry {
  const entry = kept.get(report) ?? toEntry(describe(catalogue, report), textOf(report), { host, labels: true })
  // What was asked for last is given up last.
  kept.delete(report)
  kept.set(report, entry)
  if (kept.size > KEPT) for (const oldest of kept.keys().take(1)) kept.delete(oldest)
  return entry
}

/** An entry as it was on a day, as far as that is recorded; without a day, as it is now. */
function entryAsOf(catalogue: Catalogue, report: Report, day: string | undefined): FeedEntry {
  const history = historyOf(report)
  const then = history === undefined || day === undefined ? undefined : recordedOn(history, day)
  const { report: as, html } =
    then === undefined ? { report, html: textOf(report) } : readFrozen(report, then.path, then.version)
  return toEntry(describe(catalogue, as), settings.feeds.texts ? html : undefined, { host, labels: day === undefined })
}

/** The text of a report for feeds, where they hold any. */
function textOf(report: Report): string | undefined {
  return settings.feeds.texts ? renderText(report).feed : undefined
}

/** The reports of a document that are in lists: what was withdrawn or removed is not told again. */
function listedIn({ byId }: Catalogue, document: ArchiveDocument | undefined): Report[] {
  const reports = document?.publications.flatMap(({ id }) => byId.get(id) ?? []) ?? []
  return reports.filter(({ status }) => status === 'published')
}

function archiveAddress({ year, number }: ArchiveDocument): string {
  return absolute(`${feedArchiveAddress(year, number)}atom.xml`)
}

function currentAddress(): string {
  return absolute(`${FEEDS}atom.xml`)
}

function titleOf({ report, kind }: Change): string {
  return words.feeds.change(words.changes.kinds[kind], report.title)
}

/** The name of a language in that language itself: `Deutsch`. */
function nameInItself(tag: string): string {
  return new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? tag
}
