import { hash } from 'node:crypto'
import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, unlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { FileContent } from '#site/file-plans.ts'
import type { BuiltFile } from './record.ts'

/** What a build has made, aside from the folder of the archive, until all of it is found right. */
export interface Staging {
  folder: string
  /** The files that are new, or other than those that stand in the archive, by their paths. */
  changed: ReadonlyMap<string, BuiltFile>
  /** Files that were made again and came out the same, by their paths: they are left where they stand. */
  same: ReadonlyMap<string, BuiltFile>
  /** Put a file here, unless the same one stands in the archive. */
  put: (path: string, content: FileContent, unit: string, key: string) => void
  /** Move all files of a folder here; where two folders have a file, it is the same in both. */
  moveIn: (folder: string) => void
  /**
   * Take over what others have written here.
   *
   * @param keyOf the unit and the key of a path
   */
  takeOver: (keyOf: (path: string) => { unit: string; key: string }) => void
}

/** Hexadecimal digits that are kept of the digest of a file. */
const DIGEST_LENGTH = 32

/** @param standing the file that stands at a path of the archive, when it is whole */
export function openStaging(folder: string, standing: (path: string) => BuiltFile | undefined): Staging {
  const changed = new Map<string, BuiltFile>()
  const same = new Map<string, BuiltFile>()
  const folders = new Set<string>()
  const makeFolderOf = (path: string): void => {
    const parent = dirname(join(folder, path))
    if (!folders.has(parent)) mkdirSync(parent, { recursive: true })
    folders.add(parent)
  }
  /** Note a file; whether it is the one that stands in the archive. */
  const isStanding = (path: string, content: FileContent, unit: string, key: string): boolean => {
    const digest = digestOf(content)
    const there = standing(path)
    if (there?.digest !== digest) return false
    same.set(path, { ...there, unit, key })
    return true
  }
  const note = (path: string, content: FileContent, unit: string, key: string): void => {
    const { size, mtimeMs } = statSync(join(folder, path))
    changed.set(path, { path, unit, key, digest: digestOf(content), size, modified: mtimeMs })
  }
  return {
    folder,
    changed,
    same,
    put: (path, content, unit, key) => {
      if (isStanding(path, content, unit, key)) return
      makeFolderOf(path)
      writeFileSync(join(folder, path), content)
      note(path, content, unit, key)
    },
    moveIn: (from) => {
      for (const path of listFiles(from)) {
        makeFolderOf(path)
        try {
          renameSync(join(from, path), join(folder, path))
        } catch {
          // The folders may lie on different disks.
          cpSync(join(from, path), join(folder, path), { preserveTimestamps: true })
        }
      }
    },
    takeOver: (keyOf) => {
      for (const path of listFiles(folder)) {
        if (changed.has(path)) continue
        const content = readFileSync(join(folder, path))
        const { unit, key } = keyOf(path)
        if (isStanding(path, content, unit, key)) unlinkSync(join(folder, path))
        else note(path, content, unit, key)
      }
    },
  }
}

/** The paths of all files below a folder. */
export function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
}

function digestOf(content: FileContent): string {
  return hash('sha256', content, 'hex').slice(0, DIGEST_LENGTH)
}
