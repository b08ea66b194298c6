import type { ArchivedCopy } from './outgoing-links.ts'
import type { Numbering } from './paragraph-numbers.ts'
import type { FrontMatter, NamedTerm } from './report.ts'
import type { Term } from './term.ts'
import { VOCABULARIES, type Vocabulary } from './vocabulary.ts'

/** A report with what its place in the content folder says of it. */
export interface Report extends FrontMatter {
  /** The path without slashes at its ends, `2024/12/a-training`: address, folder and file name in one. */
  path: string
  /** The file it was read from, relative to the content folder. */
  file: string
  /** SHA-256 of the bytes of its file, in hexadecimal. */
  digest: string
  /** How many bytes its file has. */
  size: number
  /** The sizes of the pictures of its text, by file name. */
  pictures: Readonly<Record<string, PictureSize>>
  /** How its paragraphs are numbered, when its wording is recorded in the ledger. */
  numbering?: Numbering | undefined
  /** Digests of the files of its recorded wordings, the oldest first. */
  recorded?: readonly string[] | undefined
  /** Copies of the pages elsewhere that its text links to, and of its sources, by these pages; missing where none is known. */
  copies?: Readonly<Record<string, ArchivedCopy>> | undefined
}

/** The size of a picture as it is shown, in pixels. */
export interface PictureSize {
  width: number
  height: number
}

/** A term and the reports that name it, oldest first. */
export interface TermRecord {
  term: Term
  reports: readonly Report[]
}

/** A year, a month or a day that has reports. */
export interface Period {
  /** `2024`, `2024-12` or `2024-12-20`. */
  id: string
  /** Its reports, oldest first, those of its parts included. */
  reports: readonly Report[]
  /** The periods one step smaller that have reports, oldest first; empty for a day. */
  parts: readonly Period[]
  /** The period of the same size before it and after it that has reports. */
  previous?: Period
  next?: Period
}

/** All reports and terms with every index over them. It is built once for each build and then only read. */
export interface Catalogue {
  /** Every report with a page of its own: published, withdrawn and gone; oldest first. */
  pages: readonly Report[]
  /** The published reports, oldest first: these stand in lists, search and the sitemap. */
  reports: readonly Report[]
  /** The report of an identifier. */
  byId: ReadonlyMap<string, Report>
  /** Where a published report stands in `reports`, from 0. */
  positions: ReadonlyMap<Report, number>
  /** Translations of a report, by its identifier, in the order of their languages. */
  translations: ReadonlyMap<string, readonly Report[]>
  /** The terms of each vocabulary in the order of their ids, those without reports included. */
  terms: Readonly<Record<Vocabulary, ReadonlyMap<string, TermRecord>>>
  /** The years that have reports, oldest first, with their months and days as parts. */
  years: readonly Period[]
}

/** Compare two reports by date, then by identifier: the one order of everything that is listed or indexed. */
export function compareReports(a: Report, b: Report): number {
  if (a.date !== b.date) return a.date < b.date ? -1 : 1
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

/** The terms of one vocabulary that a report names, each once, with their roles; its dateline counts as a place. */
export function termsOf(report: Report, vocabulary: Vocabulary): readonly NamedTerm[] {
  switch (vocabulary) {
    case 'topics':
      return report.topics.map((id) => ({ id }))
    case 'series':
      return report.series === undefined ? [] : [{ id: report.series }]
    case 'places': {
      const { dateline, places } = report
      const named = dateline === undefined || places.some(({ id }) => id === dateline)
      return named ? places : [{ id: dateline }, ...places]
    }
    default:
      return report[vocabulary]
  }
}

/**
 * Build the catalogue: one pass over the reports for every index, O(n log n) for the one sort.
 *
 * @param reports checked reports in any order, drafts left out already
 * @param terms all terms in any order
 */
export function buildCatalogue(reports: readonly Report[], terms: readonly Term[]): Catalogue {
  const pages = [...reports].sort(compareReports)
  const listed = pages.filter(({ status }) => status === 'published')
  return {
    pages,
    reports: listed,
    byId: new Map(pages.map((report) => [report.id, report])),
    positions: new Map(listed.map((report, position) => [report, position])),
    translations: groupTranslations(listed),
    terms: indexTerms(
      listed,
      [...terms].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)),
    ),
    years: buildYears(listed),
  }
}

function groupTranslations(reports: readonly Report[]): Map<string, Report[]> {
  const translations = new Map<string, Report[]>()
  for (const report of reports) {
    if (report.translationOf !== undefined) append(translations, report.translationOf, report)
  }
  for (const group of translations.values()) group.sort((a, b) => (a.lang < b.lang ? -1 : a.lang > b.lang ? 1 : 0))
  return translations
}

function indexTerms(reports: readonly Report[], terms: readonly Term[]): Catalogue['terms'] {
  const lists = new Map(terms.map((term) => [`${term.vocabulary}/${term.id}`, [] as Report[]]))
  for (const report of reports) {
    for (const vocabulary of VOCABULARIES) {
      const ids = new Set(termsOf(report, vocabulary).map(({ id }) => id))
      for (const id of ids) lists.get(`${vocabulary}/${id}`)?.push(report)
    }
  }
  const recordsOf = (vocabulary: Vocabulary): Map<string, TermRecord> =>
    new Map(
      terms
        .filter((term) => term.vocabulary === vocabulary)
        .map((term) => [term.id, { term, reports: lists.get(`${vocabulary}/${term.id}`) ?? [] }]),
    )
  return {
    topics: recordsOf('topics'),
    places: recordsOf('places'),
    organisations: recordsOf('organisations'),
    people: recordsOf('people'),
    series: recordsOf('series'),
  }
}

function buildYears(reports: readonly Report[]): Period[] {
  const days = linkPeriods(groupByPrefix(reports, 10), new Map())
  const months = linkPeriods(
    groupByPrefix(reports, 7),
    Map.groupBy(days, ({ id }) => id.slice(0, 7)),
  )
  return linkPeriods(
    groupByPrefix(reports, 4),
    Map.groupBy(months, ({ id }) => id.slice(0, 4)),
  )
}

/** Make the periods of one size and link each to the one before and after it. */
function linkPeriods(groups: ReadonlyMap<string, Report[]>, parts: ReadonlyMap<string, Period[]>): Period[] {
  const periods = Array.from(groups, ([id, group]): Period => ({ id, reports: group, parts: parts.get(id) ?? [] }))
  periods.forEach((period, index) => {
    const previous = periods[index - 1]
    if (previous === undefined) return
    period.previous = previous
    previous.next = period
  })
  return periods
}

/** Reports whose date is precise enough, by the first `length` characters of it; keys in rising order. */
function groupByPrefix(reports: readonly Report[], length: number): Map<string, Report[]> {
  const groups = new Map<string, Report[]>()
  for (const report of reports) {
    if (report.date.length >= length) append(groups, report.date.slice(0, length), report)
  }
  return groups
}

function append<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}
