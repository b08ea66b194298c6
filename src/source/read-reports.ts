import { hash } from 'node:crypto'
import { lstatSync } from 'node:fs'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { NO_CACHE, type ContentCache } from './content-cache.ts'
import { toKept, type KeptReading } from './kept-reading.ts'
import { checkReport, openReport, readReport, toRead, type ReadOptions, type ReadReport } from './read-report.ts'

/** How reports are read, and where it is kept what was found. */
export interface ReadKeptOptions extends ReadOptions {
  cache: ContentCache
}

/** Reports of one folder that are kept together. */
export interface ReportGroup {
  name: string
  /** The name under which they were kept with others while their folder had fewer; missing where that makes no difference. */
  formerName?: string
  /** Their files, relative to the content folder. */
  files: readonly string[]
}

/** What is kept of a file in which nothing was found wrong. */
interface KeptFile {
  file: string
  /** Whether its text was checked too. */
  texts: boolean
  /** What the file was then, see `stateOf`; missing when it had been changed just before. */
  state?: string
  digest: string
  size: number
  reading: KeptReading
}

/** How many reports of a folder are kept together, about: what is written anew when one of them changes. */
const TOGETHER = 500

/** Read and check reports, each by itself; `files` are relative to the content folder. */
export function readReports(
  files: readonly string[],
  options: ReadOptions & { cache?: ContentCache | undefined },
): ReadReport[] {
  const { cache = NO_CACHE } = options
  if (cache === NO_CACHE) return files.map((file) => readReport(file, options))
  const read = new Map<string, ReadReport>()
  for (const group of groupReports(files))
    for (const one of readGroup(group, { ...options, cache })) read.set(one.file, one)
  return files.flatMap((file) => read.get(file) ?? [])
}

/** The groups of some reports. */
export function groupReports(files: readonly string[]): ReportGroup[] {
  return Array.from(Map.groupBy(files, folderOf), ([folder, all]) => divide(folder, all)).flat()
}

/** Parts of the files of a folder: as many as it takes, a power of two, so that most reports more move no other. */
function divide(folder: string, files: readonly string[]): ReportGroup[] {
  const count = 2 ** Math.max(0, Math.ceil(Math.log2(files.length / TOGETHER)))
  const nameOf = (part: number, count: number): string => `${folder} ${String(part)}/${String(count)}`
  return Array.from(
    Map.groupBy(files, (file) => crc32(file) % count),
    ([part, some]) => ({
      name: nameOf(part, count),
      ...(count > 1 && { formerName: nameOf(part % (count / 2), count / 2) }),
      files: some,
    }),
  )
}

/**
 * Read and check the reports of a group, one after the other, and keep what was found when all are.
 *
 * A file that nobody has touched since it was found right is not even opened: what was found is kept with the size of each file, its
 * number and when it was changed last, by which Git too tells what it need not read (https://git-scm.com/docs/racy-git). One that has
 * been touched is read, and told by its digest: only a text that is another one is checked again.
 */
export function* readGroup(group: ReportGroup, options: ReadKeptOptions): Iterable<ReadReport> {
  const { root, texts, cache } = options
  const known = keptOf(group, options)
  const kept: KeptFile[] = []
  for (const file of group.files) {
    const before = known.get(file)
    const state = stateOf(join(root, file), cache.opened)
    if (before !== undefined && isUntouched(before, state)) {
      kept.push(before)
      yield toRead(before.reading, file, before, options)
      continue
    }
    const opened = openReport(root, file)
    const { digest, size } = opened
    if (before?.digest === digest) {
      kept.push(state === undefined ? before : { ...before, state })
      yield toRead(before.reading, file, before, options)
      continue
    }
    const read = checkReport(file, opened, options)
    if (isRight(read))
      kept.push({ file, texts, ...(state !== undefined && { state }), digest, size, reading: toKept(read) })
    yield read
  }
  const isSame = kept.length === known.size && kept.every((one) => known.get(one.file) === one)
  if (!isSame) cache.keep(keyOf(group.name, options), kept)
}

/** Of some reports of a group, how many need not be checked. */
export function countKept(group: ReportGroup, files: readonly string[], options: ReadKeptOptions): number {
  const known = keptOf(group, options)
  return files.filter((file) => {
    const before = known.get(file)
    if (before === undefined) return false
    const state = stateOf(join(options.root, file), options.cache.opened)
    return isUntouched(before, state) || openReport(options.root, file).digest === before.digest
  }).length
}

/** What is kept of the files of a group and is of use, by file. */
function keptOf(group: ReportGroup, options: ReadKeptOptions): Map<string, KeptFile> {
  const { cache, texts, today } = options
  const get = (name: string | undefined): KeptFile[] | undefined =>
    name === undefined ? undefined : (cache.get(keyOf(name, options)) as KeptFile[] | undefined)
  const kept = get(group.name) ?? get(group.formerName) ?? []
  const isOfUse = (one: KeptFile): boolean => one.reading.latest <= today && (one.texts || !texts)
  return new Map(kept.filter(isOfUse).map((one) => [one.file, one]))
}

function keyOf(name: string, { limits }: Pick<ReadOptions, 'limits'>): string {
  return `readings ${hash('sha256', JSON.stringify(limits), 'hex')} ${name}`
}

/** Whether nobody has touched a file since it was kept, as its state tells; where it tells nothing, somebody may have. */
function isUntouched(before: KeptFile, state: string | undefined): boolean {
  return state !== undefined && before.state === state
}

/** Whether there is nothing that would have to be told again. */
function isRight({ report, findings }: ReadReport): boolean {
  return report !== undefined && findings.length === 0
}

/** How long a file must have been left alone before, in milliseconds: some file systems tell times no better than that. */
const QUIET = 3000

/**
 * What a file is, without a look at what it holds: its size, its number, and when it and what is said of it were changed last. `undefined`
 * for what is no file, and for one that was changed so lately before the cache was opened that the next change may leave no trace.
 */
function stateOf(path: string, opened: number): string | undefined {
  try {
    const status = lstatSync(path)
    const { size, ino, mtimeMs, ctimeMs } = status
    const isQuiet = Math.max(mtimeMs, ctimeMs) < opened - QUIET
    return status.isFile() && isQuiet ? [size, ino, mtimeMs, ctimeMs].join(' ') : undefined
  } catch {
    // What is wrong is told by who reads it.
    return undefined
  }
}

function folderOf(file: string): string {
  return file.slice(0, file.lastIndexOf('/'))
}
