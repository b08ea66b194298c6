import { z } from 'zod'
import { parseDate } from './calendar.ts'
import { isIdentifier } from './identifier.ts'
import type { Finding } from './problem.ts'

/** A line of the ledger: where a report was found from a day on, and in what state. */
export const ledgerLineSchema = z.strictObject({
  id: z
    .string()
    .refine(isIdentifier, { error: 'not an identifier → restore the line' })
    .describe('The identifier of the report.'),
  path: z.string().min(1).describe('The path that its address is made of, `2024/12/a-training`.'),
  since: z
    .string()
    .refine((value) => parseDate(value) !== undefined, { error: 'not a day → restore the line' })
    .describe('The day from which this was so.'),
  status: z.enum(['published', 'withdrawn', 'gone']).describe('The state of the report.'),
  chain: z.string().describe('The beginning of the SHA-256 of this line and of the chain of the line before it.'),
})

/** A line of the ledger. */
export type LedgerLine = z.output<typeof ledgerLineSchema>

/** What is recorded of a report: its line as it is, less what the ledger adds itself. */
export type Recorded = Pick<LedgerLine, 'id' | 'path' | 'status'>

/** What the ledger says, by identifier and by path. */
export interface Ledger {
  /** The last line of each report. */
  current: ReadonlyMap<string, LedgerLine>
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
  return { current: new Map(lines.map((line) => [line.id, line])), owners }
}

/**
 * Every path that a report has left. The last line of a report says where it is, so there is no chain and no loop: a report that
 * went away and came back has left nothing.
 */
export function findRedirects({ current, owners }: Ledger): Redirect[] {
  return [...owners].flatMap(([from, id]) => {
    const to = current.get(id)?.path
    return to === undefined || to === from ? [] : [{ from, to }]
  })
}

/** A report as the ledger is compared with it. */
export interface LedgerSubject {
  id: string
  path: string
  status: 'draft' | LedgerLine['status']
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
  for (const { id, path, status } of reports) {
    const owner = ledger.owners.get(path)
    const line = ledger.current.get(id)
    if (owner !== undefined && owner !== id) ofReports.set(path, taken(path, owner))
    else if (line !== undefined && line.path !== path) ofReports.set(path, moved(line.path))
    else if (line !== undefined && status === 'draft') ofReports.set(path, DRAFTED)
  }
  const present = new Set(reports.map(({ id }) => id))
  for (const { id, path } of ledger.current.values()) if (!present.has(id)) ofLines.set(id, vanished(path))
  return { ofReports, ofLines }
}

/** The lines that `npm run record` must add: reports that are new, have moved, or are in another state. */
export function findUnrecorded(ledger: Ledger, reports: readonly Recorded[]): Recorded[] {
  return reports
    .filter(({ id, path, status }) => {
      const line = ledger.current.get(id)
      return line?.path !== path || line.status !== status
    })
    .map(({ id, path, status }) => ({ id, path, status }))
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

function vanished(path: string): Finding {
  const what = `the report published at /${path}/ is not there any more`
  return { code: 'vanished', what, hint: 'restore its file; to remove the text set status: gone with a notice' }
}
