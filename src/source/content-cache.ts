import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { crc32 } from 'node:zlib'

/** What was made of contents before, to be used again while they are the same. Never needed, and never trusted unless whole. */
export interface ContentCache {
  /** When it was opened, in milliseconds by the clock of its disk. */
  opened: number
  /** What was kept under a key; `undefined` when there is nothing, or it is damaged. */
  get: (key: string) => unknown
  /** Whether something is kept under a key; it may be damaged. */
  has: (key: string) => boolean
  /** Keep a value, one that JSON can hold. It is written with others, at the latest when the cache is flushed or closed. */
  keep: (key: string, value: unknown) => void
  /** Write what is kept: for who is stopped at any time. */
  flush: () => void
  close: () => void
}

/** How many values are written at a time, and how many characters of them at most. */
const BATCH = 400
const MOST_CHARACTERS = 4_000_000

/** How long one process waits while another writes, in milliseconds. */
const PATIENCE = 60_000

/** A cache that keeps nothing. */
export const NO_CACHE: ContentCache = {
  opened: 0,
  get: () => undefined,
  has: () => false,
  keep: () => undefined,
  flush: () => undefined,
  close: () => undefined,
}

/**
 * Open the cache in a folder, one file of SQLite for each reader, that of the latest only: several processes may use it at once, and one that still
 * runs other code leaves nothing in it. A file that is no cache, or is damaged, is replaced; where nothing can be written, nothing is kept.
 *
 * @param reader a digest of the code that reads contents
 */
export function openContentCache(folder: string, reader: string): ContentCache {
  const name = `content-${reader}.db`
  const file = join(folder, name)
  try {
    mkdirSync(folder, { recursive: true })
    const clock = join(folder, 'opened')
    writeFileSync(clock, '')
    const opened = statSync(clock).mtimeMs
    removeOthers(folder, name)
    try {
      return { ...useDatabase(file), opened }
    } catch {
      for (const part of ['', '-wal', '-shm']) rmSync(file + part, { force: true })
      return { ...useDatabase(file), opened }
    }
  } catch {
    return NO_CACHE
  }
}

/** Remove what other readers have kept; where a system does not let go of a file that is in use, it is removed another time. */
function removeOthers(folder: string, name: string): void {
  for (const other of readdirSync(folder)) {
    if (!/^content.*\.db/.test(other) || other.startsWith(name)) continue
    try {
      rmSync(join(folder, other))
    } catch {
      // It is in use, or somebody else has removed it.
    }
  }
}

function useDatabase(file: string): Omit<ContentCache, 'opened'> {
  const database = new DatabaseSync(file, { timeout: PATIENCE })
  // What a crash of the machine may cost is this cache, and that is noticed.
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF')
  database.exec('CREATE TABLE IF NOT EXISTS kept (key TEXT PRIMARY KEY, sum INTEGER, value TEXT)')
  const read = database.prepare('SELECT sum, value FROM kept WHERE key = ?')
  const look = database.prepare('SELECT 1 FROM kept WHERE key = ?')
  const write = database.prepare('INSERT OR REPLACE INTO kept VALUES (?, ?, ?)')
  const pending = new Map<string, string>()
  let characters = 0
  let isWhole = true
  const attempt = <Result>(work: () => Result): Result | undefined => {
    if (!isWhole) return undefined
    try {
      return work()
    } catch {
      // A damaged file, a full disk: the build goes on without.
      isWhole = false
      return undefined
    }
  }
  const flush = (): void => {
    attempt(() => {
      database.exec('BEGIN IMMEDIATE')
      for (const [key, text] of pending) write.run(key, crc32(text), text)
      database.exec('COMMIT')
    })
    pending.clear()
    characters = 0
  }
  return {
    get: (key) =>
      attempt(() => {
        const text = pending.get(key) ?? checked(read.get(key))
        return text === undefined ? undefined : (JSON.parse(text) as unknown)
      }),
    has: (key) => attempt(() => pending.has(key) || look.get(key) !== undefined) === true,
    keep: (key, value) => {
      const text = JSON.stringify(value)
      pending.set(key, text)
      characters += text.length
      if (pending.size >= BATCH || characters >= MOST_CHARACTERS) flush()
    },
    flush,
    close: () => {
      flush()
      database.close()
    },
  }
}

/** The text of a row, when it is the one that was written. */
function checked(row: Record<string, unknown> | undefined): string | undefined {
  const { value, sum } = row ?? {}
  return typeof value === 'string' && crc32(value) === sum ? value : undefined
}
