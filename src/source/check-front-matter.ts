import { firstDayOf, isReversed, lastDayOf, parseInterval } from '#archive/calendar.ts'
import { findingOf, findUnwelcomeCharacters, isJoiner } from '#archive/characters.ts'
import type { Finding } from '#archive/problem.ts'
import { REPORT_KEYS, reportSchema, type FrontMatter } from '#archive/report.ts'
import { toFindings } from './findings.ts'
import { textsOf, type ParsedYaml, type Path, type Place } from './yaml.ts'

/** What the front matter of a report is found to hold. */
export interface CheckedFrontMatter {
  findings: Finding[]
  /** The front matter, when nothing in it is wrong. */
  frontMatter?: FrontMatter
  /** What of it is right, even when other keys are not. */
  known: Partial<FrontMatter>
}

/**
 * Check the front matter of a report by itself.
 *
 * @param folder the folder that its file lies in, `2024/12`; `undefined` when that is none of a report
 * @param today the day of the check: a correction may not be later
 */
export function checkFrontMatter(yaml: ParsedYaml, folder: string | undefined, today: string): CheckedFrontMatter {
  if (yaml.findings.length > 0) return { findings: yaml.findings, known: {} }
  if (typeof yaml.value !== 'object' || yaml.value === null || Array.isArray(yaml.value))
    return { findings: [NO_KEYS], known: {} }
  const parsed = reportSchema.safeParse(yaml.value)
  // What can be told from the keys that are right is told even when others are wrong.
  const known = parsed.success ? parsed.data : validPart(yaml.value)
  const findings = [
    ...(parsed.success ? [] : toFindings(parsed.error.issues, yaml, knownKeys)),
    ...checkDates(known, folder, today, yaml),
    ...checkStatus(known, yaml),
    ...findInvisible(yaml),
  ]
  return { findings, known, ...(parsed.success && { frontMatter: parsed.data }) }
}

const NO_KEYS: Finding = {
  line: 2,
  code: 'yaml',
  what: 'the front matter is not keys and values',
  hint: 'write one `key: value` a line',
}

function validPart(value: object): Partial<FrontMatter> {
  const entries = Object.entries(reportSchema.shape).flatMap(([key, schema]) => {
    const parsed = schema.safeParse((value as Record<string, unknown>)[key])
    return parsed.success ? [[key, parsed.data] as const] : []
  })
  return Object.fromEntries(entries)
}

/** The keys of an object in the front matter, by the path to it. */
function knownKeys(path: Path): readonly string[] {
  switch (path[0]) {
    case undefined:
      return REPORT_KEYS
    case 'source':
    case 'sources':
      return ['name', 'url']
    case 'corrections':
      return ['date', 'kind', 'text']
    case 'notice':
      return ['date', 'text', 'alternative']
    default:
      return ['id', 'role']
  }
}

function checkDates(
  known: Partial<FrontMatter>,
  folder: string | undefined,
  today: string,
  yaml: ParsedYaml,
): Finding[] {
  const findings: Finding[] = []
  const { date, corrections = [], event } = known
  const place = (path: Path): Place & { field: string } => ({
    ...yaml.placeOf(path),
    field: path.map(String).join('.'),
  })

  if (date !== undefined && folder !== undefined && folder !== date.slice(0, 7).replace('-', '/')) {
    const right = `reports/${date.slice(0, 7).replace('-', '/')}/`
    const what = `the date ${date} does not agree with the folder reports/${folder}/`
    findings.push({
      ...place(['date']),
      code: 'folder-differs',
      what,
      hint: `mend the date, or move the file to ${right}`,
    })
  }
  corrections.forEach((correction, index) => {
    const at = { ...place(['corrections', index, 'date']), code: 'correction-date' }
    if (date !== undefined && lastDayOf(correction.date) < firstDayOf(date)) {
      findings.push({ ...at, what: 'the correction is older than the report', hint: 'mend one of the dates' })
    }
    if (firstDayOf(correction.date) > today) {
      findings.push({
        ...at,
        what: `the correction is of a day after ${today}`,
        hint: 'a correction is dated when it is made',
      })
    }
  })
  const interval = event === undefined ? undefined : parseInterval(event)
  if (known.kind === 'report' && interval !== undefined && date !== undefined && !isReversed(interval)) {
    if (firstDayOf(interval.start) > lastDayOf(date)) {
      const what = `the event begins after ${date}, the day the source published the report`
      findings.push({ ...place(['event']), code: 'event-date', what, hint: 'check both dates', severity: 'warning' })
    }
  }
  return findings
}

function checkStatus({ status, notice, kind, sources, source }: Partial<FrontMatter>, yaml: ParsedYaml): Finding[] {
  const findings: Finding[] = []
  const isWithdrawn = status === 'withdrawn' || status === 'gone'
  if (isWithdrawn && notice === undefined && !hasKey(yaml.value, 'notice')) {
    const hint = 'add notice: { date: …, text: … } with the day and the reason'
    findings.push({
      ...yaml.placeOf(['status'], 'key'),
      field: 'notice',
      code: 'missing-key',
      what: `a report that is ${status} has no notice`,
      hint,
    })
  }
  if (status === 'published' && notice !== undefined) {
    const hint = 'remove it, or set status: withdrawn'
    findings.push({
      ...yaml.placeOf(['notice'], 'key'),
      field: 'notice',
      code: 'notice',
      what: 'a notice on a published report',
      hint,
    })
  }
  if (kind === 'brief' && sources?.length === 0) {
    const hint = 'name every public source under sources:'
    findings.push({
      line: 1,
      column: 1,
      field: 'sources',
      code: 'no-source',
      what: 'a brief without sources',
      hint,
      severity: 'warning',
    })
  }
  if (kind === 'report' && source === undefined && !hasKey(yaml.value, 'source')) {
    const hint = 'say who published it: source: { name: …, url: … }'
    findings.push({
      line: 1,
      column: 1,
      field: 'source',
      code: 'no-source',
      what: 'a report without a source',
      hint,
      severity: 'warning',
    })
  }
  return findings
}

function hasKey(value: unknown, key: string): boolean {
  return Object.hasOwn(value as object, key)
}

/** Warn of characters that are not seen, in every text of the front matter. */
function findInvisible(yaml: ParsedYaml): Finding[] {
  return textsOf(yaml.value, []).flatMap(([path, text]) =>
    findUnwelcomeCharacters(text)
      .filter((character) => character.kind === 'invisible' && !isJoiner(character))
      .map((character) => ({ ...yaml.placeOf(path), field: path.map(String).join('.'), ...findingOf(character) })),
  )
}
