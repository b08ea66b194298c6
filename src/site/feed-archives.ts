import type { History } from '#archive/ledger.ts'

/**
 * How many entries a document of the archive of a feed holds. It decides which document an entry is in, for good: never to be
 * changed.
 */
export const ENTRIES_PER_ARCHIVE = 50

/** A report as the archives of a feed know it: what they are divided by can never change. */
export interface Publication {
  id: string
  /** The day on which the archive first published it. */
  published: string
}

/** A document of the archive of a feed. */
export interface ArchiveDocument {
  /** The year in which its reports were published, and its number among the documents of that year, from 1. */
  year: string
  number: number
  /** Its reports, the oldest first, those that are gone included. */
  publications: readonly Publication[]
  /**
   * The day as of which it tells everything: that on which the first report after its own was published, at the latest the last one
   * of its year. Missing for the newest document, which still grows.
   */
  closed?: string
}

/**
 * Divide everything that was ever published into documents, the oldest first (RFC 5005, section 4): by the years of publication, and
 * within a year by number, counted from the oldest. A report keeps its place when it moves, is renamed, corrected or removed,
 * and what is published later comes after it. So every document but the newest is closed: it can change on the day on which it was
 * closed, when more is published on that day, and never after.
 */
export function divideArchives(publications: readonly Publication[]): ArchiveDocument[] {
  const sorted = [...publications].sort(comparePublications)
  const documents = Array.from(
    Map.groupBy(sorted, ({ published }) => published.slice(0, 4)),
    ([year, inYear]) =>
      Array.from({ length: Math.ceil(inYear.length / ENTRIES_PER_ARCHIVE) }, (_, index) => ({
        year,
        number: index + 1,
        publications: inYear.slice(index * ENTRIES_PER_ARCHIVE, (index + 1) * ENTRIES_PER_ARCHIVE),
      })),
  ).flat()
  return documents.map((document, index) => {
    const after = documents[index + 1]?.publications[0]?.published
    const lastDay = `${document.year}-12-31`
    return { ...document, ...(after !== undefined && { closed: after < lastDay ? after : lastDay }) }
  })
}

/** Where a report was on a day, and the number of its wording then: of its first one when none had been recorded yet. */
export function recordedOn({ lines, versions }: History, day: string): { path: string; version: number } | undefined {
  const line = lines.findLast(({ since }) => since <= day) ?? lines[0]
  const version = versions.findLast(({ since }) => since <= day) ?? versions[0]
  return line === undefined || version === undefined ? undefined : { path: line.path, version: version.version }
}

/** By day, then by identifier: neither ever changes. */
function comparePublications(a: Publication, b: Publication): number {
  if (a.published !== b.published) return a.published < b.published ? -1 : 1
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}
