import { hash } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'

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

/** What stands in front of the bytes of the files of an entry: their paths, lengths and digests. */
type Row = [path: string, length: number, digest: string]

/**
 * Open a cache in a folder. Whatever stands in it is used only when its digest is right, and never needed.
 *
 * The files of an entry are kept in one file, since an index has ten thousand of them: a line with the digest of the next line, a
 * line with the path, the length and the digest of each, and then their bytes.
 */
export function openCache(folder: string): Cache {
  const used = new Set<string>()
  return {
    read: (key, wanted = () => true) => {
      const file = join(folder, key)
      if (!existsSync(file)) return undefined
      const files = readEntry(file, wanted)
      if (files !== undefined) used.add(key)
      return files
    },
    keep: (key, files) => {
      used.add(key)
      mkdirSync(folder, { recursive: true })
      // Made aside: two builds may keep the same thing at once, and one may be killed.
      const aside = join(folder, `.${key}-${String(process.pid)}`)
      const rows = Array.from(files, ([path, bytes]): Row => [path, bytes.length, digestOf(bytes)])
      const table = JSON.stringify(rows)
      writeFileSync(aside, Buffer.concat([Buffer.from(`${digestOf(table)}\n${table}\n`), ...files.values()]))
      rmSync(join(folder, key), { recursive: true, force: true })
      renameSync(aside, join(folder, key))
    },
    prune: () => {
      const entries = existsSync(folder) ? readdirSync(folder) : []
      for (const entry of entries.filter((name) => !name.startsWith('.') && !used.has(name)))
        rmSync(join(folder, entry), { recursive: true, force: true })
    },
  }
}

function readEntry(file: string, wanted: (path: string) => boolean): Files | undefined {
  const handle = openSync(file, 'r')
  try {
    const read = (at: number, length: number): Buffer => {
      const bytes = Buffer.alloc(length)
      return bytes.subarray(0, readSync(handle, bytes, 0, length, at))
    }
    const { size } = fstatSync(handle)
    const table = readTable(read, size)
    if (table === undefined) return undefined
    let { at } = table
    const files = new Map<string, Uint8Array>()
    for (const [path, length, digest] of table.rows) {
      if (wanted(path)) {
        const bytes = read(at, length)
        if (digestOf(bytes) !== digest) return undefined
        files.set(path, bytes)
      }
      at += length
    }
    return files
  } catch {
    return undefined
  } finally {
    closeSync(handle)
  }
}

/** How much is read at first: the table of most entries. */
const AT_ONCE = 1 << 20

/** The table of an entry, and where the bytes begin. */
function readTable(
  read: (at: number, length: number) => Buffer,
  size: number,
): { rows: Row[]; at: number } | undefined {
  for (let length = Math.min(AT_ONCE, size); ; length = Math.min(2 * length, size)) {
    const bytes = read(0, length)
    const first = bytes.indexOf('\n')
    const end = bytes.indexOf('\n', first + 1)
    if (first !== -1 && end !== -1) {
      const text = bytes.toString('utf8', first + 1, end)
      const isWhole = digestOf(text) === bytes.toString('utf8', 0, first)
      return isWhole ? { rows: JSON.parse(text) as Row[], at: end + 1 } : undefined
    }
    if (length === size) return undefined
  }
}

function digestOf(bytes: string | Uint8Array): string {
  return hash('sha256', bytes, 'hex')
}
