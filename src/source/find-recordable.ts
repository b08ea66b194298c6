import { join } from 'node:path'
import { alignParagraphs, type RecordedParagraph } from '#archive/align-paragraphs.ts'
import type { Report } from '#archive/catalogue.ts'
import { findUnrecorded, type Ledger, type Recorded, type RecordedWording, type Version } from '#archive/ledger.ts'
import {
  fingerprintOf,
  formatParagraphs,
  formatRemoved,
  normalise,
  parseParagraphs,
  parseRemoved,
} from '#archive/paragraph-numbers.ts'
import { reportAddress } from '#archive/addresses.ts'
import { renderMarkdown } from '#markdown/pipeline.ts'
import { digestFile } from './check-versions.ts'
import { readBody } from './read-report.ts'
import { readVersion, versionFile } from './read-version.ts'
import { digestWording } from './wording.ts'

/**
 * What `npm run record` must add to the ledger: reports that are new, have moved, are in another state or have another wording,
 * whose paragraphs are numbered here, once and for all.
 *
 * @param again whether the paragraphs of recorded texts are counted anew as well, because the rules of counting have changed
 */
export function findRecordable(root: string, ledger: Ledger, reports: readonly Report[], again = false): Recorded[] {
  const recorded = reports.flatMap((report): Recorded[] => {
    const { id, path } = report
    // A draft is never recorded; only published reports come here.
    const status = report.status === 'draft' ? 'published' : report.status
    const versions = ledger.histories.get(id)?.versions ?? []
    if (status === 'gone') return [{ id, path, status }]
    const counted = again ? countAgain(root, report, versions) : []
    const wording = findWording(root, report, [...versions, ...counted])
    return [...counted.map(wordingOf), wording].map((one) => ({ id, path, status, ...one }))
  })
  return findUnrecorded(ledger, recorded)
}

/** A recorded wording without where and since when it was so, which its first line says. */
function wordingOf({ version, wording, paragraphs, removed, pictures }: Version): RecordedWording {
  return { version, wording, paragraphs, removed, pictures }
}

/**
 * What is to be recorded of the wording of a report; `undefined` when the ledger knows it.
 *
 * @param versions the recorded wordings, the oldest first; those that were counted anew follow, and count
 */
function findWording(root: string, report: Report, versions: readonly Version[]): RecordedWording | undefined {
  const body = readBody(root, report.file, report.digest)
  const wording = digestWording(report.title, body)
  const known = new Map(versions.map((one) => [one.version, one]))
  const latest = [...known.values()].at(-1)
  if (wording === latest?.wording) return undefined

  const texts = paragraphsOf(body, report)
  const past = new Map<string, number>()
  let before: RecordedParagraph[] = []
  for (const one of known.values()) {
    before = readParagraphs(root, report, one)
    for (const { number, text } of before) past.set(normalise(text), number)
  }
  const { numbers, removed } = alignParagraphs(before, texts, past, highestNumber(versions))
  const pictures = Object.keys(report.pictures).filter((name) => body.includes(name))
  const digests = pictures.map((name) => [name, digestFile(join(root, 'reports', report.path, name)) ?? ''] as const)
  return {
    version: (latest?.version ?? 0) + 1,
    wording,
    paragraphs: formatNumbered(numbers, texts),
    ...(removed.size > 0 && { removed: formatRemoved(removed) }),
    ...(digests.length > 0 && { pictures: Object.fromEntries(digests) }),
  }
}

/** The paragraphs of a recorded wording with their numbers. @throws Error when they are not those that were recorded */
function readParagraphs(root: string, report: Report, one: Version): RecordedParagraph[] {
  const texts = readTexts(root, report, one)
  const recorded = parseParagraphs(one.paragraphs)
  if (texts.map(fingerprintOf).join() !== recorded.map(({ fingerprint }) => fingerprint).join()) {
    const file = versionFile(report.id, one.version)
    throw new Error(`the paragraphs of ${file} are not as they were recorded: type \`npm run record -- --again\``)
  }
  return texts.map((text, index) => ({ number: recorded[index]?.number ?? 0, text }))
}

/** The highest number that was ever given to a paragraph of a report. */
function highestNumber(versions: readonly RecordedWording[]): number {
  const numbers = versions.flatMap(({ paragraphs, removed = '' }) => [
    ...parseParagraphs(paragraphs).map(({ number }) => number),
    ...parseRemoved(removed).keys(),
  ])
  return Math.max(0, ...numbers)
}

/**
 * Number the paragraphs of recorded wordings again, where they are not what they were because the rules of counting have changed:
 * where there are as many they keep their numbers in order, else those that are as before do. Others get new numbers, which go
 * on through the later wordings.
 *
 * @returns the wordings that must be recorded again, with what is removed beside what was
 */
function countAgain(root: string, report: Report, versions: readonly Version[]): Version[] {
  const last = highestNumber(versions)
  let highest = last
  const past = new Map<string, number>()
  let previous: RecordedParagraph[] = []
  return versions.flatMap((one): Version[] => {
    const texts = readTexts(root, report, one)
    const recorded = parseParagraphs(one.paragraphs)
    const ofPrint = new Map(texts.map((text) => [fingerprintOf(text), text]))
    const own = recorded.map(({ number, fingerprint }, index) => ({
      number,
      text: (recorded.length === texts.length ? texts[index] : ofPrint.get(fingerprint)) ?? fingerprint,
    }))
    const fresh = previous.filter(({ number }) => number > last)
    const { numbers, removed } = alignParagraphs([...own, ...fresh], texts, past, highest)
    highest = Math.max(highest, ...numbers)
    previous = texts.map((text, index) => ({ number: numbers[index] ?? 0, text }))
    for (const { number, text } of previous) past.set(normalise(text), number)
    const paragraphs = formatNumbered(numbers, texts)
    if (paragraphs === one.paragraphs && removed.size === 0) return []
    return [{ ...one, paragraphs, removed: removed.size > 0 ? formatRemoved(removed) : undefined }]
  })
}

/** The words of the paragraphs of a recorded wording, in order. @throws Error when it is missing */
function readTexts(root: string, report: Report, { version, path }: Version): string[] {
  const frozen = readVersion(root, report.id, version)
  if (frozen === undefined) throw new Error(`${versionFile(report.id, version)} is missing: restore it`)
  // It names its pictures by the folder that they were in.
  return paragraphsOf(frozen.body, { ...report, path })
}

function formatNumbered(numbers: readonly number[], texts: readonly string[]): string {
  return formatParagraphs(
    texts.map((text, index) => ({ number: numbers[index] ?? 0, fingerprint: fingerprintOf(text) })),
  )
}

/** The words of the paragraphs of a text, in order. */
function paragraphsOf(body: string, { lang: language, path, pictures }: Report): string[] {
  const context = { language, base: '', address: reportAddress(path), pictures }
  return renderMarkdown(body, context).paragraphs.map(({ text }) => text)
}
