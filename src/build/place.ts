import { existsSync, mkdirSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { listFiles } from './staging.ts'

/** The list of what is to be removed, in a folder of changes that are ready to be put in place. */
const REMOVED = '.removed'

/** The folder of changes that are ready to be put into `out`. */
export function readyFolder(out: string): string {
  return join(dirname(out), `.${nameOf(out)}.ready`)
}

/**
 * Put changes into the folder of the archive, file by file, each by a rename: first what pages refer to (scripts, styles, pictures,
 * search), then reports, then what lists them, and only then what is no more is removed. So no page ever leads to one that is not
 * there yet. From the first rename on the changes stand ready under a name of their own: what a killed build has not put
 * in place is put there by the next one.
 *
 * @param staging the folder of new and changed files, all of them found right
 * @param removed paths that are no more
 */
export function placeChanges(staging: string, out: string, removed: readonly string[]): void {
  writeFileSync(join(staging, REMOVED), JSON.stringify(removed))
  renameSync(staging, readyFolder(out))
  finishPlacing(out)
}

/** Put in place what is ready, if anything is; the number of files. */
export function finishPlacing(out: string): number {
  const ready = readyFolder(out)
  if (!existsSync(join(ready, REMOVED))) {
    rmSync(ready, { recursive: true, force: true })
    return 0
  }
  const removed = JSON.parse(readFileSync(join(ready, REMOVED), 'utf8')) as string[]
  const files = listFiles(ready).filter((path) => path !== REMOVED)
  const folders = new Set<string>()
  for (const path of files.sort((a, b) => orderOf(a) - orderOf(b))) {
    const folder = dirname(join(out, path))
    if (!folders.has(folder)) makeFolder(folder)
    folders.add(folder)
    rename(join(ready, path), join(out, path))
  }
  for (const path of removed) removeFile(out, path)
  rmSync(ready, { recursive: true, force: true })
  return files.length
}

/** Reports after what they need, lists after reports, and what programs read first after everything. */
function orderOf(path: string): number {
  if (/^(?:scripts|search\/\d)/.test(path) || /\.(?:css|js|png|jpe?g|webp|avif|gif|svg|ico)$/.test(path)) return 0
  if (/^\d{4}\/(?:\d{2}\/)?[^/]*[a-z]/.test(path) || path.startsWith('r/')) return 1
  return /^(?:sitemap|feeds\/|search\/manifest|data\/|llms)/.test(path) ? 3 : 2
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
  } catch {
    // Where a folder has to be, a file may stand that is removed later.
    for (let path = folder; !existsSync(path) || path !== dirname(path); path = dirname(path)) {
      if (existsSync(path)) {
        rmSync(path)
        break
      }
    }
    mkdirSync(folder, { recursive: true })
  }
}

function rename(from: string, to: string): void {
  try {
    renameSync(from, to)
  } catch {
    // Where a file has to be, an empty folder may stand.
    rmSync(to, { recursive: true, force: true })
    renameSync(from, to)
  }
}

/** Remove a file, and the folders that are empty without it. */
function removeFile(out: string, path: string): void {
  rmSync(join(out, path), { force: true, recursive: true })
  for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) {
    try {
      rmdirSync(join(out, folder))
    } catch {
      return
    }
  }
}

function nameOf(path: string): string {
  return path.slice(dirname(path).length).replace(/^[\\/]/, '')
}
