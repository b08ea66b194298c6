import type { BuildRecord, BuiltFile } from './record.ts'

/** What stands in the folder of the archive and is whole, by its units. */
export interface Standing {
  /** The key that a unit was made with, when all of its files are whole. */
  keyOf: (unit: string) => string | undefined
  /** A file of a unit, when it is whole, whatever has become of the others. */
  find: (path: string, unit: string) => BuiltFile | undefined
  /** The names of all units of which anything stands, those included that are not whole. */
  units: () => Iterable<string>
  /** The paths of the files of a unit, those included that are not whole. */
  pathsOf: (unit: string) => string[]
  /** The paths of the files of all units whose names begin with a text, with their units; likewise. */
  pathsBelow: (beginning: string) => { path: string; unit: string }[]
}

/** What the record says of a folder, but for files that were found damaged. `keys` are the keys of all its units, see `BuildRecord`. */
export function openStanding(
  record: BuildRecord,
  keys: ReadonlyMap<string, string>,
  damaged: readonly { path: string; unit: string }[],
): Standing {
  const broken = new Set(damaged.map(({ unit }) => unit))
  const lost = new Set(damaged.map(({ path }) => path))
  // The files of a unit are asked for one after the other.
  let last = { unit: '', files: new Map<string, BuiltFile>() }
  const filesOf = (unit: string): ReadonlyMap<string, BuiltFile> => {
    if (last.unit !== unit) last = { unit, files: new Map(record.filesOf(unit).map((file) => [file.path, file])) }
    return last.files
  }
  return {
    keyOf: (unit) => (broken.has(unit) ? undefined : keys.get(unit)),
    find: (path, unit) => (keys.has(unit) && !lost.has(path) ? filesOf(unit).get(path) : undefined),
    units: () => keys.keys(),
    pathsOf: (unit) => [...filesOf(unit).keys()],
    pathsBelow: record.filesBelow,
  }
}
