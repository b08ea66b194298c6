import { mkdirSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync, type StatementSync } from 'node:sqlite'

/** A file of the built archive, and what it was made from. */
export interface BuiltFile {
  /** Its path in the folder of the archive. */
  path: string
  /** The name of what it was made together with: the path of the first file of a `Unit`, the folder of an index, or what has no unit. */
  unit: string
  /** The key that its unit had when it was made. */
  key: string
  /** The beginning of its SHA-256, in hexadecimal. */
  digest: string
  /** Its size in bytes and when it was written, in milliseconds: while both are the same, nobody has touched it. */
  size: number
  modified: number
}

/** A file as it was built, in as few words as tell whether somebody has touched it since. */
export type FileState = Pick<BuiltFile, 'unit' | 'size' | 'modified'>

/**
 * What stands in the folder of a built archive, as the last build left it; nothing when another maker made it, or nothing is known. It is
 * asked by units: an archive has twice as many files, and most of them are of no concern to a build.
 */
export interface BuildRecord {
  /** The key that each unit was made with, by their names. */
  units: () => Map<string, string>
  /** The files of a unit. */
  filesOf: (unit: string) => BuiltFile[]
  /** The files of all units whose names begin with a text. */
  filesBelow: (beginning: string) => Pick<BuiltFile, 'path' | 'unit'>[]
  /** All files by their paths. */
  states: () => Map<string, FileState>
  /** How many files there are. */
  count: () => number
  /** Note what a build has changed: units that are there no more, or have other files now; files that are new or other; a key of the contents. */
  change: (dropped: Iterable<string>, files: Iterable<BuiltFile>, source: string) => void
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
    const record = useDatabase(file, maker)
    // Goes through all of it, so that damage is found here.
    record.count()
    return record
  } catch {
    for (const part of ['', '-wal', '-shm', '-journal']) rmSync(file + part, { force: true })
    return useDatabase(file, maker)
  }
}

/** What comes after every name that begins with a text. */
const LAST = '\u{10FFFF}'

function useDatabase(file: string, maker: string): BuildRecord {
  const database = new DatabaseSync(file)
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL')
  database.exec('CREATE TABLE IF NOT EXISTS makers (maker TEXT PRIMARY KEY)')
  const clear = (): void => {
    // Another maker may have had other tables.
    database.exec(`
      BEGIN IMMEDIATE;
      DROP TABLE IF EXISTS files;
      DROP TABLE IF EXISTS sources;
      CREATE TABLE files (unit TEXT, path TEXT, key TEXT, digest TEXT, size INTEGER, modified REAL, PRIMARY KEY (unit, path)) WITHOUT ROWID;
      CREATE TABLE sources (key TEXT PRIMARY KEY);
      DELETE FROM makers`)
    database.prepare('INSERT INTO makers VALUES (?)').run(maker)
    database.exec('COMMIT')
  }
  const makers = database.prepare('SELECT maker FROM makers').all()
  if (makers.length !== 1 || makers[0]?.['maker'] !== maker) clear()
  // As objects the rows would be dictionaries, each with a table of its own: 0.9 GB for a million rather than 0.3.
  const rows = (query: string): StatementSync => {
    const statement = database.prepare(query)
    statement.setReturnArrays(true)
    return statement
  }
  const ofUnits = rows('SELECT unit, min(key) FROM files GROUP BY unit')
  const ofUnit = rows('SELECT path, key, digest, size, modified FROM files WHERE unit = ?')
  const below = rows('SELECT unit, path FROM files WHERE unit >= ? AND unit < ?')
  const all = rows('SELECT unit, path, size, modified FROM files')
  const counted = rows('SELECT count(*) FROM files')
  const drop = database.prepare('DELETE FROM files WHERE unit = ?')
  const insert = database.prepare('INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?)')
  return {
    units: () => new Map(ofUnits.iterate() as unknown as Iterable<[string, string]>),
    filesOf: (unit) =>
      Array.from(
        ofUnit.iterate(unit) as unknown as Iterable<[string, string, string, number, number]>,
        ([path, key, digest, size, modified]) => ({ path, unit, key, digest, size, modified }),
      ),
    filesBelow: (beginning) =>
      Array.from(
        below.iterate(beginning, beginning + LAST) as unknown as Iterable<[string, string]>,
        ([unit, path]) => ({ path, unit }),
      ),
    states: () => {
      const files = new Map<string, FileState>()
      for (const row of all.iterate()) {
        const [unit, path, size, modified] = row as unknown as [string, string, number, number]
        // One text for both: most files are units of their own.
        files.set(path, { unit: unit === path ? path : unit, size, modified })
      }
      return files
    },
    count: () => (counted.get() as unknown as [number])[0],
    source: () => database.prepare('SELECT key FROM sources').get()?.['key'] as string | undefined,
    change: (dropped, files, source) => {
      database.exec('BEGIN IMMEDIATE; DELETE FROM sources')
      database.prepare('INSERT INTO sources VALUES (?)').run(source)
      for (const unit of dropped) drop.run(unit)
      for (const { path, unit, key, digest, size, modified } of files)
        insert.run(unit, path, key, digest, size, modified)
      database.exec('COMMIT')
    },
    clear,
    close: () => {
      database.close()
    },
  }
}
