import { compareReports, type Report } from '#archive/catalogue.ts'
import { changesOf, type Change } from '#archive/changes.ts'
import { directionOf } from '#archive/language.ts'
import type { Description, NamedThing } from '#formats/description.ts'
import type { FeedCategory, FeedEntry } from '#formats/feed.ts'
import { xmlText } from '#formats/xml-text.ts'

/** What the entries of an archive have in common. */
export interface EntryOptions {
  /** The host of the archive, which its identifiers are unique within. */
  host: string
  /** Whether terms are named for people too; a document that must not change has only their ids. */
  labels: boolean
}

/** A published report as an entry, with its whole text where that is given. */
export function toEntry(description: Description, html: string | undefined, { host, labels }: EntryOptions): FeedEntry {
  const { id, kind, url, title, language, summary, publisher, recorded, date, modified, sources } = description
  const { topics, places, organisations, people, series } = description
  const published = recorded ?? firstDayOf(date)
  const things = [...topics, ...places, ...organisations, ...people, ...(series === undefined ? [] : [series])]
  const source = sources.find((one) => one.url !== undefined)
  return {
    id: tagOf(host, id),
    url,
    title,
    language,
    published,
    updated: latest([published, ...(modified === undefined ? [] : [firstDayOf(modified)])]),
    ...(summary !== undefined && { summary }),
    ...(html !== undefined && { html }),
    // The address of a source is where the report was published, not who its publisher is.
    authors: [kind === 'brief' ? publisher : { name: publisher.name }],
    categories: things.map((thing) => toCategory(thing, labels)),
    ...(kind === 'report' && source !== undefined && { source }),
  }
}

/**
 * What an entry or a feed is called for good, as a `tag:` URI (RFC 4151): `tag:archive.example,2026:k7m2q4`.
 *
 * Readers tell by it what they have shown already, so it holds nothing that may change: not the path of the report, as it may move;
 * neither scheme, port nor base path of the site, as the archive may move within its host. Those are in its short address
 * too, which is why that is not taken. The year only says when the host was ours: it stays as it is.
 */
export function tagOf(host: string, name: string): string {
  return `tag:${host},2026:${name}`
}

/** The first day that a date may mean: `2024` → `2024-01-01`. */
export function firstDayOf(date: string): string {
  return date + '-01-01'.slice(date.length - 4)
}

/** The latest of some days; of none, the day from which computers count, since a feed must have been updated once. */
export function latest(days: readonly string[]): string {
  return days.reduce((later, day) => (day > later ? day : later), days[0] ?? '1970-01-01')
}

/** Reports in the order in which the archive published them. */
export interface Publications {
  /** The oldest first. */
  inOrder: readonly Report[]
  /** Where each stands. */
  places: ReadonlyMap<Report, number>
}

/** Put reports in order by the day on which the archive published them, then by the order of all lists. */
export function orderPublications(reports: readonly Report[], publishedOn: (report: Report) => string): Publications {
  const inOrder = reports
    .map((report) => ({ report, day: publishedOn(report) }))
    .sort((a, b) => (a.day === b.day ? compareReports(a.report, b.report) : a.day < b.day ? -1 : 1))
    .map(({ report }) => report)
  return { inOrder, places: new Map(inOrder.map((report, place) => [report, place])) }
}

/** The reports of a list that were published last, the newest first. Asked for with the list of each term: numbers are put in order. */
export function newestOf(reports: readonly Report[], { inOrder, places }: Publications, count: number): Report[] {
  const listed = Int32Array.from(reports.flatMap((report) => places.get(report) ?? [])).sort()
  return Array.from(listed.subarray(Math.max(0, listed.length - count)).reverse()).flatMap(
    (place) => inOrder[place] ?? [],
  )
}

function toCategory({ id, url, name }: NamedThing, labels: boolean): FeedCategory {
  return { term: id, scheme: new URL('../', url).href, ...(labels && { label: name }) }
}

/** A change of a report as an entry; `title` says what kind of change it is, and of what. */
export function toChangeEntry(change: Change, title: string, url: string, host: string): FeedEntry {
  const { report, kind, date, text } = change
  const day = firstDayOf(date)
  const direction = directionOf(report.lang) === 'rtl' ? ` lang="${xmlText(report.lang)}" dir="rtl"` : ''
  return {
    id: tagOf(host, `${report.id}/${kind}/${date}/${String(numberOf(change))}`),
    url,
    title,
    language: report.lang,
    published: day,
    updated: day,
    html: `<p${direction}>${xmlText(text)}</p>`,
    authors: [],
    categories: [{ term: kind }],
  }
}

/** The number of a change among those of its kind on its day, from 1: one that is written down late moves no others. */
function numberOf({ report, ordinal, kind, date }: Change): number {
  const before = changesOf(report).slice(0, ordinal - 1)
  return 1 + before.filter((other) => other.kind === kind && other.date === date).length
}
