import { hash } from 'node:crypto'
import { lstatSync } from 'node:fs'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { NO_CACHE, type ContentCache } from './content-cache.ts'
import { toKept, type KeptReading } from './kept-reading.ts'
import { readReport, toRead, type ReadOptions, type ReadReport } from './read-report.ts'

/** What is kept of a file in which nothing was found wrong. */
interface KeptFile {
  file: string
  /** What the file was then, see `stateOf`. */
  state: string
  digest: string
  size: number
  reading: KeptReading
}

/** How many reports of a folder are kept together, about: what is written anew when one of them changes. */
const TOGETHER = 500

/**
 * Read and check reports, each by itself; `files` are relative to the content folder.
 *
 * A file that nobody has touched since it was found right is not even opened: what was found is kept folder by folder, with the size of
 * each file, its number and when it was changed last, by which Git too tells what it need not read
 * (https://git-scm.com/docs/racy-git). Whatever has been touched is read, and told by its digest.
 */
export function readReports(files: readonly string[], options: ReadOptions): ReadReport[] {
  const { cache = NO_CACHE } = options
  if (cache === NO_CACHE) return files.map((file) => readReport(file, options))
  const limits = hash('sha256', JSON.stringify(options.limits), 'hex')
  const groups = Array.from(Map.groupBy(files, folderOf), ([folder, all]) => divide(folder, all)).flat()
  const read = new Map<string, ReadReport>()
  for (const [name, group] of groups)
    for (const one of readGroup(group, `readings ${limits} ${name}`, cache, options)) read.set(one.file, one)
  return files.flatMap((file) => read.get(file) ?? [])
}

/** Parts of the files of a folder with their names: as many as it takes, a power of two, so that most reports more move no other. */
function divide(folder: string, files: readonly string[]): [name: string, files: readonly string[]][] {
  const count = 2 ** Math.max(0, Math.ceil(Math.log2(files.length / TOGETHER)))
  const parts = Map.groupBy(files, (file) => crc32(file) % count)
  return Array.from(parts, ([part, some]) => [`${folder} ${String(part)}/${String(count)}`, some])
}

function readGroup(files: readonly string[], key: string, cache: ContentCache, options: ReadOptions): ReadReport[] {
  const before = (cache.get(key) as KeptFile[] | undefined) ?? []
  const known = new Map(before.map((one) => [one.file, one]))
  const kept: KeptFile[] = []
  const read = files.map((file) => {
    const state = stateOf(join(options.root, file), cache.opened)
    const same = known.get(file)
    if (same !== undefined && same.state === state && same.reading.latest <= options.today) {
      kept.push(same)
      return toRead(same.reading, file, same, options)
    }
    const one = readReport(file, options)
    const { report, findings } = one
    if (state !== undefined && options.texts && report !== undefined && findings.length === 0)
      kept.push({ file, state, digest: report.digest, size: report.size, reading: toKept(one) })
    return one
  })
  const isSame = kept.length === before.length && kept.every((one) => known.get(one.file) === one)
  if (options.texts && !isSame) cache.keep(key, kept)
  return read
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
