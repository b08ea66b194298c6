import { hash } from 'node:crypto'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { ledgerLineSchema, type LedgerLine, type Recorded } from '#archive/ledger.ts'
import { inFile, type Problem } from '#archive/problem.ts'
import { splitMessage } from '#archive/report.ts'
import { decode } from './decode.ts'
import { listFiles } from './list-files.ts'
import { readBytes } from './read-bytes.ts'

/** Hexadecimal digits of a link of the chain. */
const CHAIN_LENGTH = 16

/** The ledger of an archive. */
export interface ReadLedger {
  /** All lines, the oldest first. */
  lines: LedgerLine[]
  /** Where the last line of each report stands. */
  places: ReadonlyMap<string, { file: string; line: number }>
  problems: Problem[]
}

/**
 * Read the ledger of the content folder `root`: one file for each year in which something was recorded, one line of JSON for
 * each thing. Every line carries a link of a chain of hashes, so that a line of the past which was changed, removed or moved is
 * found wherever the archive is checked, with or without version control. That the last lines are missing only `check-committed-ledger.ts` finds.
 */
export function readLedger(root: string): ReadLedger {
  const { files, problems } = listFiles(root, 'ledger')
  const lines: LedgerLine[] = []
  const places = new Map<string, { file: string; line: number }>()
  let chain = ''
  for (const file of files) {
    const text = readText(root, file, problems)
    const rows = text.split('\n')
    if (rows.at(-1) !== '') problems.push(inFile(file, { line: rows.length, ...UNFINISHED }))
    for (const [index, row] of rows.entries()) {
      if (row === '' && index === rows.length - 1) continue
      const line = parseLine(row)
      const place = { file, line: index + 1 }
      if ('what' in line) problems.push(inFile(file, { line: index + 1, code: 'ledger-line', ...line }))
      else {
        if (line.chain !== linkOf(row.slice(0, row.lastIndexOf(',"chain"')), chain))
          problems.push(inFile(file, { line: index + 1, ...BROKEN_CHAIN }))
        chain = line.chain
        lines.push(line)
        places.set(line.id, place)
      }
    }
  }
  return { lines, places, problems }
}

/** Which files the ledger has, how large they are and when they were written; empty when there is none. */
export function stateOfLedger(root: string): string {
  const folder = join(root, 'ledger')
  try {
    const files = readdirSync(folder).map((name) => {
      const { size, mtimeMs } = statSync(join(folder, name))
      return [name, size, mtimeMs]
    })
    return JSON.stringify(files)
  } catch {
    return ''
  }
}

/** The lines to append for what is to be recorded, as text: each continues the chain. */
export function toLedgerText(recorded: readonly Recorded[], since: string, before: readonly LedgerLine[]): string {
  let chain = before.at(-1)?.chain ?? ''
  return recorded
    .map(({ id, path, status, version, wording, paragraphs, removed, pictures }) => {
      // JSON leaves out what is not there.
      const row = JSON.stringify({ id, path, since, status, version, wording, paragraphs, removed, pictures })
      chain = linkOf(row.slice(0, -1), chain)
      return `${row.slice(0, -1)},"chain":"${chain}"}\n`
    })
    .join('')
}

/** The link of the chain that a line must carry: of the chain before, and of all that stands before its own in the line. */
function linkOf(row: string, before: string): string {
  return hash('sha256', before + row).slice(0, CHAIN_LENGTH)
}

const BROKEN_CHAIN = {
  code: 'ledger-chain',
  what: 'the ledger was changed here, or a line before this one is missing',
  hint: 'restore the file from version control; only `npm run record` writes it, at its end',
}

const UNFINISHED = {
  code: 'ledger-line',
  what: 'the last line has no end',
  hint: 'restore the file from version control, with the line break at its end',
}

function readText(root: string, file: string, problems: Problem[]): string {
  const read = readBytes(join(root, file), undefined)
  const decoded = 'bytes' in read ? decode(read.bytes) : { finding: read.finding }
  if ('text' in decoded) return decoded.text
  if (decoded.finding !== undefined) problems.push(inFile(file, decoded.finding))
  return ''
}

function parseLine(row: string): LedgerLine | { what: string; hint: string } {
  try {
    const parsed = ledgerLineSchema.safeParse(JSON.parse(row))
    if (parsed.success) return parsed.data
    const [issue] = parsed.error.issues
    const { what, hint } = splitMessage(issue?.message ?? '')
    return { what: `${issue?.path.join('.') ?? ''}: ${what}`, hint }
  } catch {
    return { what: 'not a line of JSON', hint: 'restore the file from version control' }
  }
}
