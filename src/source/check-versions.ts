import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { History, Ledger, Version } from '#archive/ledger.ts'
import { inFile, type Finding, type Problem } from '#archive/problem.ts'
import type { ContentCache } from './content-cache.ts'
import { listFiles } from './list-files.ts'
import { readBody, type ReadReport } from './read-report.ts'
import { digestVersion, readVersion, versionFile } from './read-version.ts'
import { wordsOf } from './wording.ts'

/**
 * Compare the wordings of reports with those that the ledger knows: a published text may change only with a correction that says
 * so, every recorded wording must be there as it was recorded, and so must the pictures that it shows.
 *
 * @returns what is wrong, and the digests of the files of the recorded wordings of each report, the oldest first, by the file of the report
 */
export function checkVersions(
  root: string,
  read: readonly ReadReport[],
  ledger: Ledger,
  cache: ContentCache,
): { problems: Problem[]; recorded: Map<string, string[]> } {
  const problems: Problem[] = []
  const recorded = new Map<string, string[]>()
  const expected = new Set<string>()
  for (const report of read) {
    const { file, known } = report
    const history = ledger.histories.get(known.id ?? '')
    if (history === undefined) continue
    for (const { version } of history.versions) expected.add(versionFile(history.id, version))
    // The texts of a report that was removed are nobody's any more: their files may be removed as well.
    if (known.status === 'gone') continue
    const finding = checkWording(root, report, history)
    if (finding !== undefined) {
      const place = finding.field === undefined ? {} : report.placeOf?.([finding.field])
      problems.push(inFile(file, { ...place, ...finding }))
    }
    const digests: string[] = []
    for (const version of history.versions) {
      const digest = digestVersion(root, history.id, version.version, cache)
      digests.push(digest?.file ?? '')
      problems.push(...checkVersion(root, report, version, versionFile(history.id, version.version), digest?.wording))
    }
    recorded.set(file, digests)
  }
  const { files, problems: strays } = listFiles(root, 'versions')
  problems.push(...strays)
  for (const file of files) if (!expected.has(file)) problems.push(inFile(file, STRAY))
  return { problems, recorded }
}

const STRAY: Finding = {
  code: 'stray-version',
  what: 'the ledger knows no such wording',
  hint: 'remove it; only `npm run record` writes here',
  severity: 'warning',
}

/** Compare the text of a report as it is with the latest that was recorded. */
function checkWording(root: string, report: ReadReport, { id, versions }: History): Finding | undefined {
  const latest = versions.at(-1)
  const { wording, known, file } = report
  if (latest === undefined || wording === undefined || wording === latest.wording) return undefined
  const frozen = readVersion(root, id, latest.version)
  // That it is missing is told below; what was changed cannot be told without it.
  if (frozen === undefined) return undefined
  const before = wordsOf(frozen.frontMatter.title, frozen.body)
  const now = wordsOf(known.title ?? '', readBody(root, file))
  const isNoted = (known.corrections?.length ?? 0) > frozen.frontMatter.corrections.length
  return before === now || isNoted ? UNRECORDED : silentEdit(versionFile(id, latest.version))
}

const UNRECORDED: Finding = {
  code: 'unrecorded-wording',
  what: 'this wording is not in the ledger yet',
  hint: 'type `npm run record`, so that the wording before stays readable and links to paragraphs keep their meaning',
}

function silentEdit(file: string): Finding {
  return {
    field: 'title',
    code: 'silent-edit',
    what: 'the published text was changed, and no correction says so',
    hint: `add one with \`npm run correct\`, or take the text of ${file} again`,
  }
}

/** Check that a recorded wording is there as it was recorded, with its pictures; `found` is the digest of what is there. */
function checkVersion(
  root: string,
  { path, file }: ReadReport,
  { version, wording, pictures = {} }: Version,
  name: string,
  found: string | undefined,
): Problem[] {
  if (found === undefined) return [inFile(name, MISSING)]
  if (found !== wording) return [inFile(name, CHANGED)]
  return Object.entries(pictures)
    .filter(([picture, digest]) => digestFile(join(root, 'reports', path, picture)) !== digest)
    .map(([picture]) => inFile(file, changedPicture(picture, version)))
}

const MISSING: Finding = {
  code: 'missing-version',
  what: 'a recorded wording is missing, or cannot be read',
  hint: 'restore the file from version control',
}

const CHANGED: Finding = {
  code: 'changed-version',
  what: 'a recorded wording was changed',
  hint: 'restore the file from version control; only `npm run record` writes here',
}

function changedPicture(picture: string, version: number): Finding {
  return {
    code: 'changed-picture',
    what: `${picture}, which the recorded wording ${String(version)} shows, was changed or removed`,
    hint: 'restore it, and give the new picture another name',
  }
}

/** Hexadecimal digits that the ledger keeps of the SHA-256 of a picture. */
const PICTURE_LENGTH = 16

/** The beginning of the SHA-256 of a file, as the ledger keeps it of pictures; `undefined` when it cannot be read. */
export function digestFile(path: string): string | undefined {
  try {
    return createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, PICTURE_LENGTH)
  } catch {
    return undefined
  }
}
