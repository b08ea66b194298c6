import { join } from 'node:path'
import { OUTGOING_LINK_KEYS, outgoingLinkSchema, pageOf, type OutgoingLink } from '#archive/outgoing-links.ts'
import { inFile, type Finding, type Problem } from '#archive/problem.ts'
import { decode } from './decode.ts'
import { toFindings } from './findings.ts'
import { readBytes } from './read-bytes.ts'

/** The file of what is known of pages elsewhere, in the content folder. */
export const OUTGOING_LINKS = 'outgoing-links.jsonl'

/** What is known of pages elsewhere. */
export interface ReadOutgoingLinks {
  /** The lines without a fault, in the order of the file. */
  links: OutgoingLink[]
  /** Where the line of each page stands, by the page as `pageOf` writes it. */
  places: ReadonlyMap<string, number>
  problems: Problem[]
}

/** Read what is known of pages elsewhere, one line of JSON for each; nothing when there is no such file. */
export function readOutgoingLinks(root: string): ReadOutgoingLinks {
  const read = readBytes(join(root, OUTGOING_LINKS), undefined)
  const decoded = 'bytes' in read ? decode(read.bytes) : { finding: read.finding }
  if ('text' in decoded) return parseOutgoingLinks(decoded.text)
  const problems = decoded.finding === undefined ? [] : [inFile(OUTGOING_LINKS, decoded.finding)]
  return { links: [], places: new Map(), problems }
}

function parseOutgoingLinks(text: string): ReadOutgoingLinks {
  const links: OutgoingLink[] = []
  const places = new Map<string, number>()
  const problems: Problem[] = []
  for (const [index, row] of text.split('\n').entries()) {
    const line = index + 1
    if (row.trim() === '') continue
    const parsed = parseRow(row, line)
    if ('findings' in parsed) problems.push(...parsed.findings.map((finding) => inFile(OUTGOING_LINKS, finding)))
    else {
      const page = pageOf(parsed.link.url)
      const before = places.get(page)
      if (before !== undefined) problems.push(inFile(OUTGOING_LINKS, twice(parsed.link.url, line, before)))
      else {
        places.set(page, line)
        links.push(parsed.link)
      }
    }
  }
  return { links, places, problems }
}

function parseRow(row: string, line: number): { link: OutgoingLink } | { findings: Finding[] } {
  let value: unknown
  try {
    value = JSON.parse(row)
  } catch {
    return { findings: [{ line, ...NO_LINE }] }
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { findings: [{ line, ...NO_LINE }] }
  const parsed = outgoingLinkSchema.safeParse(value)
  if (parsed.success) return { link: parsed.data }
  // A line of JSON is short: where in it a key stands is seen at once.
  const place = { value, findings: [], placeOf: () => ({ line, column: 1 }) }
  const findings = toFindings(parsed.error.issues, place, () => OUTGOING_LINK_KEYS)
  return { findings: findings.map((finding) => ({ ...finding, line })) }
}

const NO_LINE = {
  column: 1,
  code: 'json',
  what: 'not keys and values in JSON',
  hint: 'write one page a line: {"url":"https://…","archived":"https://…","captured":"2026-11-22"}',
}

function twice(url: string, line: number, before: number): Finding {
  const what = `${url} stands in line ${String(before)} too`
  return { line, column: 1, field: 'url', code: 'page-twice', what, hint: 'keep one of the two lines' }
}
