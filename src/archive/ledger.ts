import { z } from 'zod'
import { parseDate } from './calendar.ts'
import { isIdentifier } from './identifier.ts'
import type { Finding } from './problem.ts'

/** Hexadecimal digits of what the ledger keeps of the SHA-256 of a wording. */
export const WORDING_LENGTH = 32

/**
 * A line of the ledger: what was so of a report from a day on. What a line leaves out is as the line before it of the same report
 * says.
 */
export const ledgerLineSchema = z
  .strictObject({
    id: z
      .string()
      .refine(isIdentifier, { error: 'not an identifier → restore the line' })
      .describe('The identifier of the report.'),
    path: z.string().min(1).describe('The path that its address is made of, `2024/12/a-training`.'),
    since: z
      .string()
      .refine((value) => parseDate(value)?.day !== undefined, { error: 'not a day → restore the line' })
      .describe('The day from which this was so.'),
    status: z.enum(['published', 'withdrawn', 'gone']).describe('The state of the report.'),
    version: z
      .int()
      .min(1)
      .optional()
      .describe('The number of its wording, from 1; missing where the wording is as before.'),
    wording: z
      .string()
      .regex(new RegExp(`^[0-9a-f]{${String(WORDING_LENGTH)}}$`), { error: 'not a digest → restore the line' })
      .optional()
      .describe('The beginning of the SHA-256 of its title and text, where `version` is.'),
    paragraphs: z
      .string()
      .optional()
      .describe(
        'The paragraphs of the text in order, each as its number and the beginning of its SHA-256, `1:9f86d081 2:…`.',
      ),
    removed: z
      .string()
      .optional()
      .describe(
        'Paragraphs of the wording before that are no more, each with the number of the one that takes its place, `3>2`.',
      ),
    pictures: z
      .record(z.string(), z.string())
      .optional()
      .describe('The pictures that the text shows, each with the beginning of the SHA-256 of its file.'),
    chain: z.string().describe('The beginning of the SHA-256 of the chain of the line before and of this line.'),
  })
  .refine(
    ({ version, wording, paragraphs }) =>
      (version === undefined) === (wording === undefined) && (version === undefined) === (paragraphs === undefined),
    { error: 'version, wording and paragraphs do not come together → restore the line' },
  )

/** A line of the ledger. */
export type LedgerLine = z.output<typeof ledgerLineSchema>

/** What is recorded of a wording of a report; `ledgerLineSchema` says what each of it is. */
export interface RecordedWording {
  version: number
  wording: string
  paragraphs: string
  removed?: string | undefined
  pictures?: Record<string, string> | undefined
}

/** What is recorded of a report: its line as it is, less what the ledger adds itself. */
export type Recorded = Pick<LedgerLine, 'id' | 'path' | 'status'> & Partial<RecordedWording>

/** What the ledger says of one report, from its first line to its last. */
export interface History {
  id: string
  /** Its lines, the oldest first; there is at least one. */
  lines: readonly LedgerLine[]
  /** Where it is now, and in what state, by its last line. */
  current: LedgerLine
  /** The day on which this archive first published it. */
  published: string
  /** Its recorded wordings, the oldest first; none when it was removed before any was recorded. */
  versions: readonly Version[]
}

/** A recorded wording of a report. */
export interface Version extends RecordedWording {
  /** The day from which it was so. */
  since: string
  /** The path of the report on that day. */
  path: string
}

/** What the ledger says, by identifier and by path. */
export interface Ledger {
  /** What is known of each report, by its identifier. */
  histories: ReadonlyMap<string, History>
  /** The identifier of the report that has, or had, each path: a path is never given to another one. */
  owners: ReadonlyMap<string, string>
}

/** A path that a report has left, and where the report is now: one hop, whatever happened in between. */
export interface Redirect {
  from: string
  to: string
}

/** Index the lines of the ledger, the oldest first. */
export function indexLedger(lines: readonly LedgerLine[]): Ledger {
  const owners = new Map<string, string>()
  for (const { id, path } of lines) if (!owners.has(path)) owners.set(path, id)
  const histories = new Map<string, History>()
  for (const [id, own] of Map.groupBy(lines, ({ id }) => id)) {
    const [first, current] = [own[0], own.at(-1)]
    if (first === undefined || current === undefined) continue
    histories.set(id, { id, lines: own, current, published: first.since, versions: versionsOf(own) })
  }
  return { histories, owners }
}

/** The recorded wordings in the lines of one report. One whose paragraphs were counted anew has a second line, which counts. */
function versionsOf(lines: readonly LedgerLine[]): Version[] {
  const versions: Version[] = []
  for (const { version, wording, paragraphs, removed, pictures, since, path } of lines) {
    if (version === undefined || wording === undefined || paragraphs === undefined) continue
    const at = versions.findIndex((one) => one.version === version)
    const known = versions[at]
    const one: Version = { version, wording, paragraphs, since: known?.since ?? since, path: known?.path ?? path }
    const gone = [known?.removed, removed].filter((part) => part !== undefined)
    if (gone.length > 0) one.removed = gone.join(' ')
    if (pictures !== undefined) one.pictures = pictures
    versions.splice(at < 0 ? versions.length : at, 1, one)
  }
  return versions
}

/**
 * Every path that a report has left. The last line of a report says where it is, so there is no chain and no loop: a report that
 * went away and came back has left nothing.
 */
export function findRedirects({ histories, owners }: Ledger): Redirect[] {
  return [...owners].flatMap(([from, id]) => {
    const to = histories.get(id)?.current.path
    return to === undefined || to === from ? [] : [{ from, to }]
  })
}

/** A report as the ledger is compared with it. */
export interface LedgerSubject {
  id: string
  path: string
  status: 'draft' | LedgerLine['status']
  /** Whether its day has not come, so that it would have no page. */
  isHeld?: boolean
}

/**
 * Compare reports with the ledger. An address that was published once must stay: its report may move only when that is
 * recorded, may be withdrawn or removed only with a notice, and nobody else may have its path.
 *
 * @param reports those with a page, and drafts
 * @returns findings about reports by their paths, and about lines of the ledger by their identifiers
 */
export function compareWithLedger(
  ledger: Ledger,
  reports: readonly LedgerSubject[],
): { ofReports: Map<string, Finding>; ofLines: Map<string, Finding> } {
  const ofReports = new Map<string, Finding>()
  const ofLines = new Map<string, Finding>()
  for (const { id, path, status, isHeld = false } of reports) {
    const owner = ledger.owners.get(path)
    const line = ledger.histories.get(id)?.current
    if (owner !== undefined && owner !== id) ofReports.set(path, taken(path, owner))
    else if (line !== undefined && line.path !== path) ofReports.set(path, moved(line.path))
    else if (line !== undefined && status === 'draft') ofReports.set(path, DRAFTED)
    else if (line !== undefined && isHeld) ofReports.set(path, HELD)
  }
  const present = new Set(reports.map(({ id }) => id))
  for (const { id, current } of ledger.histories.values()) if (!present.has(id)) ofLines.set(id, vanished(current.path))
  return { ofReports, ofLines }
}

/** The lines that `npm run record` must add: reports that are new, have moved, are in another state, or have another wording. */
export function findUnrecorded(ledger: Ledger, reports: readonly Recorded[]): Recorded[] {
  return reports.filter(({ id, path, status, version }) => {
    const line = ledger.histories.get(id)?.current
    return line?.path !== path || line.status !== status || version !== undefined
  })
}

function taken(path: string, owner: string): Finding {
  const what = `the address /${path}/ belongs to the report ${owner}`
  return {
    field: 'id',
    code: 'address-taken',
    what,
    hint: 'an address is never given to another report: choose another slug',
  }
}

function moved(from: string): Finding {
  const what = `the report was published at /${from}/`
  return {
    field: 'id',
    code: 'moved',
    what,
    hint: 'type `npm run record` so that the old address leads here, or move it back',
  }
}

const DRAFTED: Finding = {
  field: 'status',
  code: 'published-draft',
  what: 'a published report cannot become a draft',
  hint: 'set status: withdrawn or gone, with a notice',
}

const HELD: Finding = {
  field: 'date',
  code: 'published-held',
  what: 'a published report cannot be held back, and its day has not come',
  hint: 'correct the date',
}

function vanished(path: string): Finding {
  const what = `the report published at /${path}/ is not there any more`
  return { code: 'vanished', what, hint: 'restore its file; to remove the text type `npm run withdraw -- --help`' }
}
