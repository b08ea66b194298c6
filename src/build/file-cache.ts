import { hash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Files by their path in a folder. */
export type Files = ReadonlyMap<string, Uint8Array>

/** What was made before, kept to be used again when nothing that it depends on has changed. */
export interface Cache {
  /**
   * The files that were kept under a key; `undefined` when there are none or they are not what was kept.
   *
   * @param wanted which of them are read; all by default
   */
  read: (key: string, wanted?: (path: string) => boolean) => Files | undefined
  keep: (key: string, files: Files) => void
  /** Throw away what was neither read nor kept since the cache was opened. */
  prune: () => void
}

/** The file with the digest of each file, and of itself. */
const DIGESTS = 'digests'

/** Open a cache in a folder. Whatever stands in it is used only when its digest is right, and never needed. */
export function openCache(folder: string): Cache {
  const used = new Set<string>()
  return {
    read: (key, wanted = () => true) => {
      const entry = join(folder, key)
      const digests = readDigests(join(entry, DIGESTS))
      if (digests === undefined) return undefined
      const files = new Map<string, Uint8Array>()
      for (const [path, digest] of digests.filter(([path]) => wanted(path))) {
        const file = join(entry, path)
        if (!existsSync(file)) return undefined
        const bytes = readFileSync(file)
        if (digestOf(bytes) !== digest) return undefined
        files.set(path, bytes)
      }
      used.add(key)
      return files
    },
    keep: (key, files) => {
      used.add(key)
      const entry = join(folder, key)
      // Made aside: two builds may keep the same thing at once, and one may be killed.
      const aside = join(folder, `.${key}-${String(process.pid)}`)
      writeFiles(aside, files)
      writeFileSync(join(aside, DIGESTS), toDigests(files))
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

/** The digests of files, the one of these digests above them. */
function toDigests(files: Files): string {
  const rows = Array.from(files, ([path, bytes]) => [path, digestOf(bytes)])
  const text = JSON.stringify(rows)
  return `${digestOf(text)}\n${text}`
}

function readDigests(file: string): [path: string, digest: string][] | undefined {
  if (!existsSync(file)) return undefined
  const [digest, text = ''] = readFileSync(file, 'utf8').split('\n')
  return digestOf(text) === digest ? (JSON.parse(text) as [string, string][]) : undefined
}

function digestOf(bytes: string | Uint8Array): string {
  return hash('sha256', bytes, 'hex')
}
