import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

/** A file as it is told from another one. */
export interface Fingerprint {
  bytes: number
  /** The SHA-256 of its bytes. */
  digest: string
}

/** Every file below a folder by its path in it, with `/` between the parts of a path. */
export function readFolder(folder: string): Map<string, Fingerprint> {
  return new Map(
    listAll(folder).map((path) => {
      const bytes = readFileSync(join(folder, path))
      return [path, { bytes: bytes.length, digest: createHash('sha256').update(bytes).digest('base64') }]
    }),
  )
}

/** The paths of all files below a folder, in the order of their code units; none when there is no such folder. */
export function listAll(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
    .sort()
}

/** What became of the files of a folder. */
export interface Difference {
  changed: number
  added: number
  removed: number
  /** Bytes of what changed or was added: what is uploaded. */
  bytes: number
}

/** Compare a folder as it was with the same folder as it is. */
export function compareFolders(
  before: ReadonlyMap<string, Fingerprint>,
  after: ReadonlyMap<string, Fingerprint>,
): Difference {
  const difference = { changed: 0, added: 0, removed: 0, bytes: 0 }
  for (const [path, { bytes, digest }] of after) {
    const known = before.get(path)
    if (known?.digest === digest) continue
    difference[known === undefined ? 'added' : 'changed'] += 1
    difference.bytes += bytes
  }
  for (const path of before.keys()) if (!after.has(path)) difference.removed += 1
  return difference
}
