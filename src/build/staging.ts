import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { FileContent } from '#site/file-plans.ts'
import { digestOf, fileMakerIn, writtenAt, type MadeFile } from './made-file.ts'
import type { BuiltFile } from './record.ts'

/** What a build has made, aside from the folder of the archive, until all of it is found right. */
export interface Staging {
  folder: string
  /** The file of a unit that stands at a path of the archive, when it is whole. */
  standing: (path: string, unit: string) => BuiltFile | undefined
  /** The files that are new, or other than those that stand in the archive, by their paths. */
  changed: ReadonlyMap<string, BuiltFile>
  /** Files that were made again and came out the same, by their paths: they are left where they stand. */
  same: ReadonlyMap<string, BuiltFile>
  /** A file as it is in the archive, or will be; `undefined` when it is not made here. */
  read: (path: string) => Uint8Array | undefined
  /** Put a file here, unless the same one stands in the archive. */
  put: (path: string, content: FileContent, unit: string, key: string) => void
  /** Take note of a file that another process has made, and put here unless the same one stands in the archive. */
  note: (made: MadeFile, unit: string, key: string) => void
  /**
   * Move all files of a folder here, but for those that stand in the archive; where two folders have a file, it is the same in both.
   *
   * @param keyOf the unit and the key of a path
   */
  moveIn: (folder: string, keyOf: (path: string) => { unit: string; key: string }) => void
}

/** What stands in the folder of the archive. */
interface StandingFiles {
  find: Staging['standing']
  /** The unit of a path. */
  unitOf: (path: string) => string
}

/** Where nothing stands that is whole. */
export const NO_FILES: StandingFiles = { find: () => undefined, unitOf: () => '' }

/** @param out the folder of the archive */
export function openStaging(folder: string, out: string, { find: standing, unitOf }: StandingFiles): Staging {
  const changed = new Map<string, BuiltFile>()
  const same = new Map<string, BuiltFile>()
  const make = fileMakerIn(folder)
  const note = ({ path, digest, written }: MadeFile, unit: string, key: string): void => {
    const there = standing(path, unit)
    if (written !== undefined) changed.set(path, { path, unit, key, digest, ...written })
    else if (there !== undefined) same.set(path, { ...there, unit, key })
  }
  return {
    folder,
    standing,
    changed,
    same,
    read: (path) => {
      if (changed.has(path)) return readFileSync(join(folder, path))
      return standing(path, unitOf(path)) === undefined ? undefined : readFileSync(join(out, path))
    },
    put: (path, content, unit, key) => {
      note(make(path, content, standing(path, unit)?.digest), unit, key)
    },
    note,
    moveIn: (from, keyOf) => {
      for (const path of listFiles(from)) {
        const { unit, key } = keyOf(path)
        const digest = digestOf(readFileSync(join(from, path)))
        if (digest === standing(path, unit)?.digest) {
          note({ path, digest }, unit, key)
          continue
        }
        move(join(from, path), join(folder, path))
        note({ path, digest, written: writtenAt(join(folder, path)) }, unit, key)
      }
    },
  }
}

function move(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true })
  try {
    renameSync(from, to)
  } catch {
    // The folders may lie on different disks.
    cpSync(from, to, { preserveTimestamps: true })
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
