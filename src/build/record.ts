import { mkdirSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** A file of the built archive, and what it was made from. */
export interface BuiltFile {
  /** Its path in the folder of the archive. */
  path: string
  /** What it was made together with; see `BuildPlan`. */
  unit: string
  /** The key that its unit had when it was made. */
  key: string
  /** The beginning of its SHA-256, in hexadecimal. */
  digest: string
  /** Its size in bytes and when it was written, in milliseconds: while both are the same, nobody has touched it. */
  size: number
  modified: number
}

/** What stands in the folder of a built archive, as the last build left it. */
export interface BuildRecord {
  /** Its files by their paths; none when another maker made it, or nothing is known. */
  read: () => Map<string, BuiltFile>
  /** Note what a build has changed: files that are new or other, paths that are no more, and a key of the contents. */
  change: (files: Iterable<BuiltFile>, removed: Iterable<string>, source: string) => void
  /** A key of the contents that the last build made it from. */
  source: () => string | undefined
  /** Forget everything, as when the archive is built anew. */
  clear: () => void
  close: () => void
}

/**
 * Open the record of a built archive, a file of SQLite. A record that is damaged is replaced by an empty one: then everything is
 * made anew.
 *
 * @param maker a digest of what makes the archive: the record of another one is emptied
 */
export function openRecord(file: string, maker: string): BuildRecord {
  mkdirSync(dirname(file), { recursive: true })
  try {
    return useDatabase(file, maker)
  } catch {
    for (const part of ['', '-wal', '-shm', '-journal']) rmSync(file + part, { force: true })
    return useDatabase(file, maker)
  }
}

type Row = [path: string, unit: string, key: string, digest: string, size: number, modified: number]

function useDatabase(file: string, maker: string): BuildRecord {
  const database = new DatabaseSync(file)
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL')
  database.exec('CREATE TABLE IF NOT EXISTS makers (maker TEXT PRIMARY KEY)')
  database.exec(
    'CREATE TABLE IF NOT EXISTS files (path TEXT PRIMARY KEY, unit TEXT, key TEXT, digest TEXT, size INTEGER, modified REAL)',
  )
  database.exec('CREATE TABLE IF NOT EXISTS sources (key TEXT PRIMARY KEY)')
  const clear = (): void => {
    database.exec('BEGIN IMMEDIATE; DELETE FROM files; DELETE FROM sources; DELETE FROM makers')
    database.prepare('INSERT INTO makers VALUES (?)').run(maker)
    database.exec('COMMIT')
  }
  const makers = database.prepare('SELECT maker FROM makers').all()
  if (makers.length !== 1 || makers[0]?.['maker'] !== maker) clear()
  const list = database.prepare('SELECT path, unit, key, digest, size, modified FROM files')
  // As objects the rows would be dictionaries, each with a table of its own: 0.9 GB for a million rather than 0.3.
  list.setReturnArrays(true)
  const remove = database.prepare('DELETE FROM files WHERE path = ?')
  const insert = database.prepare('INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?)')
  return {
    read: () => {
      const files = new Map<string, BuiltFile>()
      let last = { unit: '', key: '' }
      for (const row of list.iterate()) {
        const [path, of, made, digest, size, modified] = row as unknown as Row
        // One text for all that are the same: most files are units of their own, and those of a unit stand together.
        const unit = of === path ? path : of === last.unit ? last.unit : of
        const key = made === last.key ? last.key : made
        const built = { path, unit, key, digest, size, modified }
        last = built
        files.set(path, built)
      }
      return files
    },
    source: () => database.prepare('SELECT key FROM sources').get()?.['key'] as string | undefined,
    change: (files, removed, source) => {
      database.exec('BEGIN IMMEDIATE; DELETE FROM sources')
      database.prepare('INSERT INTO sources VALUES (?)').run(source)
      for (const path of removed) remove.run(path)
      for (const { path, unit, key, digest, size, modified } of files)
        insert.run(path, unit, key, digest, size, modified)
      database.exec('COMMIT')
    },
    clear,
    close: () => {
      database.close()
    },
  }
}
