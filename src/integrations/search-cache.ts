import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Files by their path in a folder. */
export type Files = ReadonlyMap<string, Uint8Array>

/** What was made before, kept to be used again when nothing that it depends on has changed. */
export interface Cache {
  /** The files that were kept under a key; `undefined` when there are none or they are not what was kept. */
  read: (key: string) => Files | undefined
  keep: (key: string, files: Files) => void
  /** Throw away what was neither read nor kept since the cache was opened. */
  prune: () => void
}

const DIGEST = 'digest'

/** Open a cache in a folder. Whatever stands in it is used only when its digest is right, and never needed. */
export function openCache(folder: string): Cache {
  const used = new Set<string>()
  return {
    read: (key) => {
      const entry = join(folder, key)
      if (!existsSync(join(entry, DIGEST))) return undefined
      const files = readFiles(entry)
      if (digestOf(files) !== readFileSync(join(entry, DIGEST), 'utf8')) return undefined
      used.add(key)
      return files
    },
    keep: (key, files) => {
      used.add(key)
      const entry = join(folder, key)
      // Made aside: two builds may keep the same thing at once, and one may be killed.
      const aside = join(folder, `.${key}-${String(process.pid)}`)
      writeFiles(aside, files)
      writeFileSync(join(aside, DIGEST), digestOf(files))
      rmSync(entry, { recursive: true, force: true })
      renameSync(aside, entry)
    },
    prune: () => {
      const entries = existsSync(folder) ? readdirSync(folder) : []
      for (const entry of entries.filter((name) => !name.startsWith('.') && !used.has(name)))
        rmSync(join(folder, entry), { recursive: true, force: true })
    },
  }
}

/** Write files below a folder, which is made when it is not there. */
export function writeFiles(folder: string, files: Files): void {
  for (const parent of new Set(Array.from(files.keys(), (path) => dirname(join(folder, path)))))
    mkdirSync(parent, { recursive: true })
  for (const [path, bytes] of files) writeFileSync(join(folder, path), bytes)
}

function readFiles(folder: string): Files {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
  return new Map(paths.filter((path) => path !== DIGEST).map((path) => [path, readFileSync(join(folder, path))]))
}

function digestOf(files: Files): string {
  const hash = createHash('sha256')
  for (const [path, bytes] of [...files].sort(([a], [b]) => (a < b ? -1 : 1)))
    hash.update(`${path}\0${String(bytes.length)}\0`).update(bytes)
  return hash.digest('hex')
}
