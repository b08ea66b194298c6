import { readdirSync, statSync, watch, type FSWatcher } from 'node:fs'
import { dirname, join, sep } from 'node:path'

/** Milliseconds until what happens at once is told: an editor writes a file in several steps, and version control many. */
const PAUSE = 50

/**
 * Tell what changes at some paths and below them. Folders are watched, not files: there are a thousand times fewer of them, and to look at
 * a hundred thousand files takes seconds.
 *
 * @param paths of folders, and of files in a folder that there is
 * @param tell is given a path that has changed, for each of the paths where something has
 * @param fail is told, once, why something cannot be watched, as where the system allows no more watches
 * @returns ends it
 */
export function watchFolders(
  paths: readonly string[],
  tell: (path: string) => void,
  fail: (error: Error) => void,
): () => void {
  const watched = new Map<string, { watcher: FSWatcher; state: string }>()
  const changed = new Map<string, string>()
  let timer: NodeJS.Timeout | undefined
  let hasFailed = false
  const flush = (): void => {
    const news = [...changed.values()]
    changed.clear()
    for (const path of news) tell(path)
  }
  const note = (path: string, top: string): void => {
    changed.set(top, path)
    clearTimeout(timer)
    timer = setTimeout(flush, PAUSE)
  }
  /** Watch a folder; one of the same name that was there before is another one. @returns whether it is watched from now on */
  const start = (folder: string, onChange: (path: string) => void): boolean => {
    const state = stateOf(folder)
    if (state === undefined || watched.get(folder)?.state === state) return false
    try {
      const watcher = watch(folder, (_, name) => {
        onChange(join(folder, name ?? ''))
      })
      // Some systems say so that a folder is no more.
      watcher.on('error', () => {
        watcher.close()
      })
      watched.get(folder)?.watcher.close()
      watched.set(folder, { watcher, state })
      return true
    } catch (error) {
      // One that is gone meanwhile is told of by the folder above it.
      if (!hasFailed && stateOf(folder) !== undefined) {
        hasFailed = true
        fail(error instanceof Error ? error : new Error(String(error)))
      }
      return false
    }
  }
  const add = (folder: string, top: string): void => {
    const isNew = start(folder, (path) => {
      add(path, top)
      note(path, top)
    })
    for (const name of isNew ? foldersIn(folder) : []) add(join(folder, name), top)
  }
  for (const top of paths) {
    add(top, top)
    const above = dirname(top)
    if (watched.has(above)) continue
    // It may be made, or made anew; and a file is watched by its folder.
    start(above, (path) => {
      if (!paths.includes(path)) return
      add(path, path)
      note(path, path)
    })
  }
  return () => {
    clearTimeout(timer)
    for (const { watcher } of watched.values()) watcher.close()
  }
}

/** Whether a path is one of some others, or below one of them. */
export function isAtOrBelow(paths: readonly string[], path: string): boolean {
  return paths.some((one) => path === one || path.startsWith(one + sep))
}

/** The folders in a folder; none when it is gone. */
function foldersIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))
  } catch {
    return []
  }
}

/** What tells a folder from one that was at its path before; `undefined` when there is none. */
function stateOf(path: string): string | undefined {
  const status = statSync(path, { throwIfNoEntry: false })
  // The number of one that was removed is soon given to another.
  return status?.isDirectory() === true ? `${String(status.ino)} ${String(status.birthtimeMs)}` : undefined
}
