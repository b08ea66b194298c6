import type { Finding } from '#archive/problem.ts'
import type { Limits } from '#archive/settings.ts'

/** Marks of quotations and lists at the beginning of a line: what nests blocks into each other. */
const BLOCK_MARKS = /^(?:[ \t]*(?:>|[-+*](?=\s)|\d{1,9}[.)](?=\s)))*/
const ONE_MARK = />|[-+*](?=\s)|\d{1,9}[.)](?=\s)/g
const FOOTNOTE_DEFINITION = /^ {0,3}\[\^[^\]\s]+\]:/
const DELIMITER_ROW = /^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?[ \t]*$/

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
  body.split('\n').forEach((line, index) => {
    const marks = BLOCK_MARKS.exec(line)?.[0] ?? ''
    const indentation = /^[ \t]*/.exec(line)?.[0].length ?? 0
    const count = (marks.match(ONE_MARK)?.length ?? 0) + (marks === '' ? 0 : Math.floor(indentation / 2))
    if (count > deepest.count) deepest = { line: index + 1, count }
    if (FOOTNOTE_DEFINITION.test(line)) footnotes += 1
    if (DELIMITER_ROW.test(line)) columns = line.split('|').filter((cell) => cell.trim() !== '').length
    else if (line.trim() === '') columns = 0
    cells += columns
  })

  const findings: Finding[] = []
  if (deepest.count > limits.nesting) {
    findings.push(
      exceeded(deepest.line, 'nested-too-deep', deepest.count, 'levels of quotations and lists', limits.nesting),
    )
  }
  if (footnotes > limits.footnotes) {
    findings.push(exceeded(1, 'too-many-footnotes', footnotes, 'footnotes', limits.footnotes))
  }
  if (cells > limits.tableCells) {
    findings.push(exceeded(1, 'too-many-table-cells', cells, 'cells in tables', limits.tableCells))
  }
  return findings
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
