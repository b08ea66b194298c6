import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { reportAddress } from '#archive/addresses.ts'
import { findUnwelcomeCharacters, isJoiner } from '#archive/characters.ts'
import { firstDayOf, isReversed, lastDayOf, parseInterval } from '#archive/calendar.ts'
import type { Report } from '#archive/catalogue.ts'
import type { Finding } from '#archive/problem.ts'
import { REPORT_KEYS, reportSchema, type FrontMatter } from '#archive/report.ts'
import type { Limits } from '#archive/settings.ts'
import { signatureOf } from '#archive/signature.ts'
import { findFaultInSlug } from '#archive/slug.ts'
import { checkBody, type Reference } from '#markdown/check-body.ts'
import { decode } from './decode.ts'
import { toFindings } from './findings.ts'
import { splitFrontMatter, type SplitFile } from './front-matter.ts'
import { readBytes } from './read-bytes.ts'
import { textsOf, type ParsedYaml, type Path, type Place } from './yaml.ts'

/** One file of `reports/`, read and checked by itself. */
export interface ReadReport {
  file: string
  /** The path that its address is made of: the file without `reports/` and `.md`. */
  path: string
  findings: Finding[]
  /** The report, when nothing in its front matter is wrong. */
  report?: Report
  /** What of its front matter is right, even when other keys are not. */
  known: Partial<FrontMatter>
  /** Where the value at a path of the front matter stands. */
  placeOf?: (path: Path) => Place
  /** Addresses and pictures that the body refers to, with lines of the file. */
  links: Reference[]
  pictures: Reference[]
  /** SHA-256 of the body's words, to tell twins by; missing for an empty body. */
  wordsDigest?: string
  /** The signature of the body, to tell near twins by; missing for a short one. */
  signature?: Uint32Array
}

/** What the check of a single file must know. */
export interface ReadOptions {
  /** The content folder. */
  root: string
  limits: Limits
  /** The day of the check, `2026-11-22`: a correction may not be later. */
  today: string
  /** Whether the text is checked, not only the front matter. */
  texts: boolean
}

const PATH = /^reports\/(\d{4}(?:\/\d{2})?)\/([^/]+)\.md$/

/** Read and check one report; `file` is relative to the content folder. */
export function readReport(file: string, options: ReadOptions): ReadReport {
  const path = file.slice('reports/'.length, -'.md'.length)
  const read: ReadReport = { file, path, findings: [], known: {}, links: [], pictures: [] }
  const [, folder, slug = ''] = PATH.exec(file) ?? []
  if (folder === undefined) {
    read.findings.push({
      code: 'wrong-path',
      what: 'not a path of a report',
      hint: 'reports lie in reports/YYYY/MM/<slug>.md',
    })
  } else {
    const fault = findFaultInSlug(slug)
    if (fault !== undefined) read.findings.push({ code: 'wrong-path', ...fault })
  }
  const { bytes, finding } = { bytes: undefined, finding: undefined, ...readBytes(join(options.root, file), VANISHED) }
  if (bytes === undefined) {
    if (finding !== undefined) read.findings.push(finding)
    return read
  }
  const decoded = decode(bytes)
  const split = 'text' in decoded ? splitFrontMatter(decoded.text) : decoded
  if ('finding' in split) {
    read.findings.push(split.finding)
    return read
  }
  read.placeOf = split.yaml.placeOf
  const frontMatter = checkFrontMatter(split.yaml, folder, options.today, read)
  if (options.texts) checkText(split, file, frontMatter, options.limits, read)
  if (frontMatter !== undefined) {
    const digest = createHash('sha256').update(bytes).digest('hex')
    read.report = { ...frontMatter, path, file, digest, pictures: {} }
  }
  return read
}

/** The file was listed a moment ago. */
const VANISHED: Finding = { code: 'unreadable', what: 'the file is not there any more', hint: 'run the check again' }

function checkFrontMatter(yaml: ParsedYaml, folder: string | undefined, today: string, read: ReadReport) {
  const { findings } = read
  findings.push(...yaml.findings)
  if (yaml.findings.length > 0) return undefined
  if (typeof yaml.value !== 'object' || yaml.value === null || Array.isArray(yaml.value)) {
    findings.push({
      line: 2,
      code: 'yaml',
      what: 'the front matter is not keys and values',
      hint: 'write one `key: value` a line',
    })
    return undefined
  }
  const parsed = reportSchema.safeParse(yaml.value)
  if (!parsed.success) findings.push(...toFindings(parsed.error.issues, yaml, knownKeys))
  // What can be told from the keys that are right is told even when others are wrong.
  const known = parsed.success ? parsed.data : validPart(yaml.value)
  read.known = known
  findings.push(...checkDates(known, folder, today, yaml), ...checkStatus(known, yaml), ...findInvisible(yaml))
  return parsed.success ? parsed.data : undefined
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
      .map(({ codePoint }) => ({
        ...yaml.placeOf(path),
        field: path.map(String).join('.'),
        code: 'invisible-character',
        what: `the invisible character ${codePoint}`,
        hint: 'remove it unless the source has it',
        severity: 'warning' as const,
      })),
  )
}

function checkText(
  split: SplitFile,
  file: string,
  frontMatter: FrontMatter | undefined,
  limits: Limits,
  read: ReadReport,
): void {
  if (frontMatter?.status === 'gone' && split.body.trim() === '') return
  const address = reportAddress(file.slice('reports/'.length, -'.md'.length))
  const body = checkBody(split.body, address, limits)
  const inFile = <Placed extends { line?: number }>(placed: Placed): Placed => ({
    ...placed,
    line: (placed.line ?? 1) + split.bodyLine - 1,
  })
  read.findings.push(...body.findings.map(inFile))
  read.links = body.links.map(inFile)
  read.pictures = body.pictures.map(inFile)
  const words = split.body.trim().replace(/\s+/g, ' ')
  if (words === '') return
  read.wordsDigest = createHash('sha256').update(words).digest('hex')
  const signature = signatureOf(words)
  if (signature !== undefined) read.signature = signature
}

/**
 * The body of a report, for rendering.
 *
 * @param digest that of the report when it was checked; without it any state of the file is taken
 * @throws Error when the file is not the one that was checked any more
 */
export function readBody(root: string, file: string, digest?: string): string {
  const bytes = readFileSync(join(root, file))
  const decoded = decode(bytes)
  const split = 'text' in decoded ? splitFrontMatter(decoded.text) : decoded
  const isOther = digest !== undefined && createHash('sha256').update(bytes).digest('hex') !== digest
  if (isOther || 'finding' in split)
    throw new Error(`${file} was changed while the archive was being built: build again`)
  return split.body
}
