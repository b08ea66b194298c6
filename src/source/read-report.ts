import { createHash, hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { reportAddress } from '#archive/addresses.ts'
import type { Report } from '#archive/catalogue.ts'
import type { Finding } from '#archive/problem.ts'
import type { FrontMatter } from '#archive/report.ts'
import type { Limits } from '#archive/settings.ts'
import { signatureOf } from '#archive/signature.ts'
import { findFaultInSlug } from '#archive/slug.ts'
import { checkBody, type Reference } from '#markdown/check-body.ts'
import type { MarkdownTree } from '#markdown/parse-text.ts'
import { fromKept, type KeptReading } from './kept-reading.ts'
import { checkFrontMatter } from './check-front-matter.ts'
import { decode } from './decode.ts'
import { cutFrontMatter, splitFrontMatter, type SplitFile } from './front-matter.ts'
import { readBytes } from './read-bytes.ts'
import { digestWording } from './wording.ts'
import type { Path, Place } from './yaml.ts'

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
  /** Addresses of pages elsewhere that the body links to. */
  outgoing: Reference[]
  pictures: Reference[]
  /** The digest of its title and text, when it has both. */
  wording?: string
  /** SHA-256 of the body's words, to tell twins by; missing for an empty body. */
  wordsDigest?: string
  /** The signature of the body, to tell near twins by; missing for a short one. */
  signature?: Uint32Array
  /** The text and its tree, for who renders it next, when that was asked for. */
  text?: { body: string; tree: MarkdownTree }
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
  /** Whether the text and its tree are given back. */
  keepText?: boolean
}

const PATH = /^reports\/(\d{4}(?:\/\d{2})?)\/([^/]+)\.md$/

/** The file of a report as it is on the disk. */
export interface ReportFile {
  /** Missing where it cannot be read; then `finding` says why. */
  bytes?: Uint8Array
  finding?: Finding
  /** SHA-256 of the bytes, in hexadecimal. */
  digest: string
  size: number
}

/** Read the file of a report; `file` is relative to the content folder. */
export function openReport(root: string, file: string): ReportFile {
  const read = readBytes(join(root, file), VANISHED)
  if (!('bytes' in read)) return { ...read, digest: '', size: 0 }
  return { ...read, digest: hash('sha256', read.bytes, 'hex'), size: read.bytes.length }
}

/** Read and check one report; `file` is relative to the content folder. */
export function readReport(file: string, options: ReadOptions): ReadReport {
  return checkReport(file, openReport(options.root, file), options)
}

/** A report as it was found right before, from what was kept of it, and the digest and the size of its file. */
export function toRead(
  kept: KeptReading,
  file: string,
  { digest, size }: Pick<Report, 'digest' | 'size'>,
  options: ReadOptions,
): ReadReport {
  // Places are only asked for when something is wrong with other reports too.
  const placeOf = (place: Path): Place => readReport(file, options).placeOf?.(place) ?? { line: 1, column: 1 }
  const report = toReport(kept.frontMatter, file, { digest, size })
  return { ...fromKept(kept), file, path: pathOf(file), placeOf, report }
}

function toReport(frontMatter: FrontMatter, file: string, { digest, size }: Pick<Report, 'digest' | 'size'>): Report {
  return { ...frontMatter, path: pathOf(file), file, digest, size, pictures: {} }
}

/** The path of a report, by its file. */
function pathOf(file: string): string {
  return file.slice('reports/'.length, -'.md'.length)
}

/** Check one report by itself, whose file was read. */
export function checkReport(
  file: string,
  { bytes, finding, digest, size }: ReportFile,
  options: ReadOptions,
): ReadReport {
  const path = pathOf(file)
  const read: ReadReport = { file, path, findings: [], known: {}, links: [], outgoing: [], pictures: [] }
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
  const { frontMatter, known, findings } = checkFrontMatter(split.yaml, folder, options.today)
  read.known = known
  read.findings.push(...findings)
  if (known.title !== undefined && split.body.trim() !== '') read.wording = digestWording(known.title, split.body)
  if (options.texts) checkText(split, file, frontMatter, options, read)
  if (frontMatter !== undefined) read.report = toReport(frontMatter, file, { digest, size })
  return read
}

/** The file was listed a moment ago. */
const VANISHED: Finding = { code: 'unreadable', what: 'the file is not there any more', hint: 'run the check again' }

function checkText(
  split: SplitFile,
  file: string,
  frontMatter: FrontMatter | undefined,
  { limits, keepText = false }: ReadOptions,
  read: ReadReport,
): void {
  if (frontMatter?.status === 'gone' && split.body.trim() === '') return
  const address = reportAddress(file.slice('reports/'.length, -'.md'.length))
  const body = checkBody(split.body, address, limits)
  const inFile = <Placed extends { line?: number }>(placed: Placed): Placed => ({
    ...placed,
    line: (placed.line ?? 1) + split.bodyLine - 1,
  })
  // A draft may be unfinished: that it has no text yet stops nobody.
  const isDraft = read.known.status === 'draft'
  const findings = body.findings.map((finding): Finding =>
    isDraft && finding.code === 'empty-body' ? { ...finding, severity: 'warning' } : finding,
  )
  read.findings.push(...findings.map(inFile))
  read.links = body.links.map(inFile)
  read.outgoing = body.outgoing.map(inFile)
  read.pictures = body.pictures.map(inFile)
  if (keepText && body.tree !== undefined) read.text = { body: split.body, tree: body.tree }
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
  const split = 'text' in decoded ? cutFrontMatter(decoded.text) : decoded
  const isOther = digest !== undefined && createHash('sha256').update(bytes).digest('hex') !== digest
  if (isOther || 'finding' in split)
    throw new Error(`${file} was changed while the archive was being built: build again`)
  return split.body
}

/**
 * The bytes of the file of a report.
 *
 * @param options.digest that of the report when it was checked; without it any state of the file is taken
 * @param options.withoutText whether only its front matter is wanted, as of a report that was removed
 * @throws Error when the file is not the one that was checked any more
 */
export function readReportFile(
  root: string,
  file: string,
  { digest, withoutText = false }: { digest?: string; withoutText?: boolean },
): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(readFileSync(join(root, file)))
  if (digest !== undefined && createHash('sha256').update(bytes).digest('hex') !== digest)
    throw new Error(`${file} was changed while the archive was being built: build again`)
  if (!withoutText) return bytes
  const end = /^\uFEFF?---[^\n]*\n.*?\n---[^\n]*(?:\n|$)/s.exec(new TextDecoder().decode(bytes))
  return new TextEncoder().encode(end?.[0] ?? '')
}
