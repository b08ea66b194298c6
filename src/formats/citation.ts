import type { Description } from './description.ts'

/** A report as citations name it; every text is plain. The search page makes one of what an index says of a report. */
export interface Citable {
  /** Its identifier, the key of its entry in a bibliography. */
  id: string
  kind: 'report' | 'brief'
  /** Who published it: the source of a report, the archive for a brief. */
  publisher: string
  title: string
  /** The date it is filed under, `2024-12-20`, `2024-12` or `2024`: for a brief that of what it records. */
  date: string
  /** The day on which the archive first published it. */
  recorded?: string
  /** When what it tells of took place: a date, or an interval of two, `2024-12-11/2024-12-13`. */
  event?: string
  /** The number of its recorded wording, from 1. */
  version?: number
  /** Its language, as a BCP 47 tag. */
  language: string
  /** The name of the archive. */
  archive: string
  /** The permanent address. */
  url: string
}

/** What a citation names beside the report itself. */
export interface Pin {
  /** The number of a paragraph, from 1. */
  paragraph?: number
  /** The number of a recorded wording, from 1. */
  version?: number
  /** The day on which the reader saw it, `2026-11-22`. */
  accessed?: string
}

/** Write a citation in one style, as plain text on one line. */
export type WriteCitation = (citable: Citable, pin?: Pin) => string

/** What citations need of a description. */
export function toCitable(description: Description): Citable {
  const { id, kind, publisher, title, date, recorded, covers, version, language, archive, url } = description
  return {
    id,
    kind,
    publisher: publisher.name,
    title,
    date,
    ...(recorded !== undefined && { recorded }),
    ...(covers !== undefined && { event: covers }),
    ...(version !== undefined && { version }),
    language,
    archive: archive.name,
    url,
  }
}

/**
 * The date on which a report was published, as far as it is known. A brief on 1893 was not published in 1893: its date is the day
 * on which the archive published it, and it has none while the ledger does not say.
 */
export function publishedOn({ kind, date, recorded }: Citable): string | undefined {
  return kind === 'report' ? date : recorded
}

/** Whether the archive itself is the author, so that it is not named a second time as where the report was found. */
export function isOwnWork({ publisher, archive }: Citable): boolean {
  return publisher === archive
}

/** The address that a citation gives: `https://…/v/2/#p4`. */
export function pinnedUrl({ url }: Citable, { paragraph, version }: Pin): string {
  const wording = version === undefined ? '' : `v/${String(version)}/`
  return url + wording + (paragraph === undefined ? '' : `#p${String(paragraph)}`)
}

/**
 * A text on one line: line breaks and control characters would end a field of a bibliography, or begin a new record. What is half
 * of a character becomes U+FFFD, as it would in any file.
 */
export function onOneLine(text: string): string {
  return text
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .replaceAll(/\p{Surrogate}/gu, '\ufffd')
    .trim()
}
