import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { buildCatalogue, type Catalogue, type PictureSize, type Report } from '#archive/catalogue.ts'
import { isLater } from '#archive/calendar.ts'
import { compareProblems, inFile, type Problem } from '#archive/problem.ts'
import { findRedirects, type History, type Ledger, type Redirect } from '#archive/ledger.ts'
import { numberingOf } from '#archive/paragraph-numbers.ts'
import { copiesOf, type OutgoingUse } from '#archive/outgoing-links.ts'
import type { Limits, Settings } from '#archive/settings.ts'
import type { Term } from '#archive/term.ts'
import { checkLedger } from './check-ledger.ts'
import { checkLinks } from './check-links.ts'
import { checkReferences } from './check-references.ts'
import { checkTwins } from './check-twins.ts'
import { checkVersions } from './check-versions.ts'
import { NO_CACHE, type ContentCache } from './content-cache.ts'
import { copiesFor, findOutgoing, findUnlinked } from './find-outgoing.ts'
import { IGNORED_NAMES, isMissing, listFiles } from './list-files.ts'
import { folderOf } from './report-files.ts'
import { measurePicture } from './measure-picture.ts'
import { OUTGOING_LINKS, readOutgoingLinks } from './read-outgoing-links.ts'
import type { ReadReport } from './read-report.ts'
import { readReports } from './read-reports.ts'
import { readVocabularies } from './read-vocabularies.ts'

/** What may lie in a content folder, beside ignored names. */
const CONTENT = new Set(['reports', 'vocabularies', 'ledger', 'versions', OUTGOING_LINKS])

/** A content folder, read and checked whole. */
export interface SourceArchive {
  /** The reports to be published, in no particular order. */
  reports: Report[]
  /** Reports whose day has not come: they are left out until then. */
  held: Report[]
  /** Reports with `status: draft`. */
  drafts: Report[]
  terms: Term[]
  /** The reports to be published with the terms. */
  catalogue: Catalogue
  ledger: Ledger
  /** Paths that reports have left, and where they are now. */
  redirects: Redirect[]
  /** Pages elsewhere that reports link to or name as a source, drafts included, with these reports; without texts only their sources. */
  outgoing: OutgoingUse[]
  /** Everything that is wrong, sorted by file and line. */
  problems: Problem[]
}

/** What reading an archive must know. */
export interface ReadArchiveOptions {
  /** The content folder. */
  root: string
  settings: Settings
  /** The day of the check, `2026-11-22`. */
  today: string
  /** Whether texts and pictures are checked, as they are unless this says no: for who only needs the front matter. */
  texts?: boolean
  /** The year or month that is read, `2024` or `2024-12`; everything by default. What reports say of others is not checked then. */
  period?: string | undefined
  /** What was found in files before; without it everything is read anew. */
  cache?: ContentCache | undefined
}

/**
 * Read a content folder: every report, every vocabulary, and **all** that is wrong with them, in one run. It reads the
 * files and nothing else; commands and the content collection come through this same door.
 */
export function readArchive({
  root,
  settings,
  today,
  texts = true,
  period,
  cache = NO_CACHE,
}: ReadArchiveOptions): SourceArchive {
  const { limits } = settings
  const { terms, ids, problems } = readVocabularies(root, cache)
  const listing = listFiles(root, folderOf(period))
  const known = readOutgoingLinks(root)
  const copies = copiesOf(known.links)
  problems.push(...listing.problems, ...findStrays(root), ...known.problems)

  const files = listing.files.filter((file) => file.endsWith('.md'))
  const read = readReports(files, { root, limits, today, texts, cache })
  for (const { file, findings } of read) problems.push(...findings.map((finding) => inFile(file, finding)))
  const isWhole = period === undefined
  problems.push(...checkReferences(read, ids).filter(({ code }) => isWhole || code !== 'translation'))
  const { ledger, problems: ofLedger } = checkLedger(root, read, today)
  if (isWhole) problems.push(...ofLedger)
  const pictures = readPictures(root, listing.files, read, ledger, settings)
  problems.push(...pictures.problems)

  for (const one of read) {
    if (one.report === undefined) continue
    const sizes = { pictures: pictures.sizes.get(one.file) ?? {} }
    Object.assign(one.report, sizes, recordedNumbering(ledger, one), copiesFor(one, copies))
  }
  const reports = read.flatMap(({ report }) => report ?? [])
  const drafts = reports.filter(({ status }) => status === 'draft')
  const held = reports.filter(({ status, date }) => status !== 'draft' && isLater(date, today))
  const published = reports.filter(({ status, date }) => status !== 'draft' && !isLater(date, today))
  const catalogue = buildCatalogue(published, terms)
  const outgoing = findOutgoing(read)
  if (texts && isWhole) {
    const versions = checkVersions(root, read, ledger, cache)
    for (const { report, file } of read) if (report !== undefined) report.recorded = versions.recorded.get(file)
    problems.push(
      ...checkLinks(root, read, catalogue, findRedirectsToCome(ledger, read), settings.languages),
      ...checkTwins(root, read),
      ...versions.problems,
      ...findUnlinked(root, known, outgoing, { read, ledger, limits }),
    )
    problems.push(...findUnrecordedReports(ledger, published))
  }

  return {
    reports: published,
    held,
    drafts,
    terms,
    catalogue,
    ledger,
    redirects: findRedirects(ledger),
    outgoing,
    problems: problems.sort(compareProblems),
  }
}

/** How the paragraphs of a report are numbered, when its text is the one that the ledger knows. */
export function recordedNumbering(ledger: Ledger, { known, wording }: ReadReport): Pick<Report, 'numbering'> {
  const versions = ledger.histories.get(known.id ?? '')?.versions ?? []
  const numbering = versions.at(-1)?.wording === wording ? numberingOf(versions) : undefined
  return numbering === undefined ? {} : { numbering }
}

/** The paths that reports have left, those included that leave theirs with what is to be recorded now. */
function findRedirectsToCome({ owners }: Ledger, read: readonly ReadReport[]): Redirect[] {
  const paths = new Map(read.map(({ known, path }) => [known.id ?? '', path]))
  return [...owners].flatMap(([from, id]) => {
    const to = paths.get(id)
    return to === undefined || to === from ? [] : [{ from, to }]
  })
}

/** One warning for all reports that the ledger does not know as they are; none while there is no ledger. */
function findUnrecordedReports(ledger: Ledger, reports: readonly Report[]): Problem[] {
  if (ledger.histories.size === 0) return []
  const count = reports.filter(({ id, path, status }) => {
    const line = ledger.histories.get(id)?.current
    return line === undefined || (line.path === path && line.status !== status)
  }).length
  if (count === 0) return []
  const what = `${String(count)} ${count === 1 ? 'report is' : 'reports are'} new or in another state, which is not recorded yet`
  const hint = 'type `npm run record` before you publish'
  return [inFile('ledger', { code: 'unrecorded', what, hint, severity: 'warning' })]
}

function findStrays(root: string): Problem[] {
  let names: string[]
  try {
    names = readdirSync(root)
  } catch (error) {
    const what = isMissing(error) ? 'there is no content folder here' : 'the content folder cannot be opened'
    return [inFile(root, { code: 'no-content', what, hint: 'name the right folder with ARCHIVE_CONTENT' })]
  }
  const strays = names.filter((name) => !CONTENT.has(name) && !isPassedOver(name))
  const unknown = listNames(join(root, 'vocabularies'))
    .filter((name) => !isPassedOver(name) && !/^(?:topics|places|organisations|people|series)\.yaml$/.test(name))
    .map((name) => `vocabularies/${name}`)
  return [...strays, ...unknown].map((file) =>
    inFile(file, { code: 'stray-file', what: 'not a part of an archive', hint: 'remove it, or correct its name' }),
  )
}

/** Whether a name says nothing of the archive: what systems leave behind, and what version control needs. */
function isPassedOver(name: string): boolean {
  return IGNORED_NAMES.has(name) || name.startsWith('.git')
}

/** The names in a folder; none when there is no such folder. */
function listNames(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** Measure the pictures that reports and their recorded wordings show, and find files that no report has to do with. */
function readPictures(
  root: string,
  files: readonly string[],
  read: readonly ReadReport[],
  { histories }: Ledger,
  { limits }: Settings,
) {
  const sizes = new Map<string, Record<string, PictureSize>>()
  const problems: Problem[] = []
  const shown = new Set<string>()
  for (const one of read) {
    const own = measurePictures(root, one, histories.get(one.known.id ?? ''), limits)
    if (own.shown.length > 0) sizes.set(one.file, own.sizes)
    for (const path of own.shown) shown.add(path)
    problems.push(...own.problems)
  }
  const folders = new Set(read.map(({ file }) => file.slice(0, -'.md'.length)))
  for (const file of files) {
    if (file.endsWith('.md') || shown.has(file)) continue
    const isBesideReport = folders.has(file.slice(0, file.lastIndexOf('/')))
    problems.push(
      isBesideReport
        ? inFile(file, {
            code: 'unused-picture',
            what: 'no text shows it',
            hint: 'show it or remove it',
            severity: 'warning',
          })
        : inFile(file, {
            code: 'stray-file',
            what: 'neither a report nor a picture of one',
            hint: 'remove it, or correct its name',
          }),
    )
  }
  return { sizes, problems }
}

/** Measure the pictures that the text of a report and its recorded wordings show. */
export function measurePictures(
  root: string,
  { file, pictures }: ReadReport,
  history: History | undefined,
  limits: Limits,
): { sizes: Record<string, PictureSize>; shown: string[]; problems: Problem[] } {
  const sizes: Record<string, PictureSize> = {}
  const shown: string[] = []
  const problems: Problem[] = []
  const recorded = history?.versions.flatMap((version) => Object.keys(version.pictures ?? {})) ?? []
  // That a picture of a recorded wording is missing is told with that wording.
  const all: { target: string; line?: number; column?: number }[] = [
    ...pictures,
    ...recorded.map((target) => ({ target })),
  ]
  for (const { target, ...place } of all) {
    const path = `${file.slice(0, -'.md'.length)}/${target}`
    if (sizes[target] !== undefined) continue
    shown.push(path)
    const measured = measurePicture(join(root, path), limits)
    if ('size' in measured) sizes[target] = measured.size
    // What is no file at all was told when the folder was listed.
    else if (measured.finding.code !== 'stray-file' && place.line !== undefined)
      problems.push(inFile(file, { ...place, ...measured.finding, what: `${target}: ${measured.finding.what}` }))
  }
  return { sizes, shown, problems }
}
