import type { Finding } from '#archive/problem.ts'
import type { Limits } from '#archive/settings.ts'

/** Marks of quotations and lists at the beginning of a line: what nests blocks into each other. */
const BLOCK_MARKS = /^(?:[ \t]*(?:>|[-+*](?=\s)|\d{1,9}[.)](?=\s)))*/
const ONE_MARK = />|[-+*](?=\s)|\d{1,9}[.)](?=\s)/g
/**
 * How many times more marks of emphasis and brackets than levels of blocks may be open: an honest paragraph may hold many
 * asterisks that close nothing, and only thousands of them are slow.
 */
const INLINE = 10

const FOOTNOTE_DEFINITION = /^ {0,3}\[\^[^\]\s]+\]:/

/**
 * Find what would make a body slow or deep, from its lines alone: it runs before any parser, in one pass. It may count a
 * little too much (marks inside a block of code); the limits are far above what honest reports hold.
 */
export function findExceededLimits(body: string, limits: Limits): Finding[] {
  const bytes = Buffer.byteLength(body)
  if (bytes > limits.bodyBytes) return [exceeded(1, 'body-too-long', bytes, 'bytes', limits.bodyBytes)]

  let deepest = { line: 1, count: 0 }
  let footnotes = 0
  let cells = 0
  let columns = 0
  let inline = NOTHING_OPEN
  body.split('\n').forEach((line, index) => {
    const marks = BLOCK_MARKS.exec(line)?.[0] ?? ''
    const indentation = /^[ \t]*/.exec(line)?.[0].length ?? 0
    const count = (marks.match(ONE_MARK)?.length ?? 0) + (marks === '' ? 0 : Math.floor(indentation / 2))
    if (count > deepest.count) deepest = { line: index + 1, count }
    const words = line.slice(marks.length)
    if (FOOTNOTE_DEFINITION.test(words)) footnotes += 1
    if (isDelimiterRow(words)) columns = words.split('|').filter((cell) => cell.trim() !== '').length
    else if (words.trim() === '') columns = 0
    cells += columns
    inline = words.trim() === '' ? NOTHING_OPEN : countOpen(words, inline)
    if (inline.most > limits.nesting * INLINE && inline.most > deepest.count) {
      deepest = { line: index + 1, count: inline.most }
    }
  })

  const findings: Finding[] = []
  if (deepest.count > limits.nesting) {
    findings.push(exceeded(deepest.line, 'nested-too-deep', deepest.count, 'levels inside each other', limits.nesting))
  }
  if (footnotes > limits.footnotes) {
    findings.push(exceeded(1, 'too-many-footnotes', footnotes, 'footnotes', limits.footnotes))
  }
  if (cells > limits.tableCells) {
    findings.push(exceeded(1, 'too-many-table-cells', cells, 'cells in tables', limits.tableCells))
  }
  return findings
}

/** Whether a line divides the head of a table from its rows. Each test is linear: no run of blanks can make it slow. */
function isDelimiterRow(line: string): boolean {
  return line.includes('|') && line.includes('-') && !/[^|:\- \t]/.test(line)
}

/** Marks of emphasis and brackets that are open at some place of a paragraph, and the most that were open at once. */
interface Open {
  emphasis: number
  brackets: number
  most: number
}
const NOTHING_OPEN: Open = { emphasis: 0, brackets: 0, most: 0 }

/** What is open after a line of a paragraph, given what was open before it. */
function countOpen(line: string, before: Open): Open {
  let { emphasis, brackets, most } = before
  for (const { 0: mark, index } of line.matchAll(/\*+|_+|\[|\]/g)) {
    const opens = /\S/.test(line.charAt(index + mark.length)) && !/[\p{Letter}\p{Number}]/u.test(line.charAt(index - 1))
    if (mark === '[') brackets += 1
    else if (mark === ']') brackets = Math.max(0, brackets - 1)
    else emphasis = opens ? emphasis + 1 : Math.max(0, emphasis - 1)
    most = Math.max(most, emphasis, brackets)
  }
  return { emphasis, brackets, most }
}

/** The problem of a tree that is deeper than allowed, which only the parser can tell. */
export function nestedTooDeep(limits: Limits): Finding {
  return {
    line: 1,
    code: 'nested-too-deep',
    what: `the text is nested more than ${String(limits.nesting)} levels deep`,
    hint: 'write it with fewer quotations, lists or emphasis inside each other',
  }
}

function exceeded(line: number, code: string, found: number, unit: string, allowed: number): Finding {
  return {
    line,
    code,
    what: `${String(found)} ${unit}, ${String(allowed)} are allowed`,
    hint: 'split the report, or raise the limit in src/site.config.ts',
  }
}
