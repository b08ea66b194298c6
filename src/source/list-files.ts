import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { inFile, type Problem } from '#archive/problem.ts'

/** Names that operating systems and version control leave in folders: the only ones passed over without a word. */
export const IGNORED_NAMES: ReadonlySet<string> = new Set(['.DS_Store', '.gitkeep', 'Thumbs.db', 'desktop.ini'])

/** The files below a folder. */
export interface Listing {
  /** Paths relative to the content folder, with `/` between their parts, in the order of their code points. */
  files: string[]
  problems: Problem[]
}

/**
 * List every file below `folder` of the content folder `root`. What will not be read is a problem: hidden files, links
 * (they may lead out of the archive), pipes and sockets, and folders that cannot be opened. An absent folder is empty.
 */
export function listFiles(root: string, folder: string): Listing {
  const listing: Listing = { files: [], problems: [] }
  walk(root, folder, listing)
  listing.files.sort(compareCodeUnits)
  return listing
}

/** Compare two texts by their UTF-16 code units: the same on every machine, whatever its language. */
export function compareCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function walk(root: string, folder: string, { files, problems }: Listing): void {
  let entries
  try {
    entries = readdirSync(join(root, folder), { withFileTypes: true })
  } catch (error) {
    if (isMissing(error)) return
    problems.push(inFile(folder, { ...UNREADABLE, what: `the folder cannot be opened: ${messageOf(error)}` }))
    return
  }
  for (const entry of entries) {
    const path = `${folder}/${entry.name}`
    if (IGNORED_NAMES.has(entry.name)) continue
    if (entry.name.startsWith('.')) problems.push(inFile(path, { ...STRAY, what: 'a hidden file' }))
    else if (entry.isSymbolicLink()) problems.push(inFile(path, { ...STRAY, what: 'a symbolic link' }))
    else if (entry.isDirectory() && entry.name.endsWith('.md')) {
      problems.push(inFile(path, { ...STRAY, what: 'a folder named like a report' }))
    } else if (entry.isDirectory()) walk(root, path, { files, problems })
    else if (entry.isFile()) files.push(path)
    else problems.push(inFile(path, { ...STRAY, what: 'neither a file nor a folder' }))
  }
}

const STRAY = { code: 'stray-file', hint: 'remove it, or put the file itself here under a plain name' }
const UNREADABLE = { code: 'unreadable', hint: 'check the permissions' }

/** Whether an error of the file system says that something is not there. */
export function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}

/** The message of whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
