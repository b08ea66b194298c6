import { readdirSync, statSync, watch, type FSWatcher } from 'node:fs'
import { dirname, join } from 'node:path'

/** Milliseconds until what happens at once is told: an editor writes a file in several steps, and version control many. */
const PAUSE = 50

/**
 * Tell what changes in some folders and below them. Folders are watched, not files: there are a thousand times fewer of them, and to look at
 * a hundred thousand files takes seconds.
 *
 * @param tell is given a path that has changed, in each of the folders where something has
 * @param fail is told what cannot be watched, as where the system allows no more watches
 * @returns ends it
 */
export function watchFolders(
  folders: readonly string[],
  tell: (path: string) => void,
  fail: (error: Error) => void,
): () => void {
  const watched = new Map<string, { watcher: FSWatcher; state: string }>()
  const changed = new Map<string, string>()
  let timer: NodeJS.Timeout | undefined
  const flush = (): void => {
    const paths = [...changed.values()]
    changed.clear()
    for (const path of paths) tell(path)
  }
  const note = (path: string, top: string): void => {
    changed.set(top, path)
    clearTimeout(timer)
    timer = setTimeout(flush, PAUSE)
  }
  const start = (folder: string, state: string, onChange: (path: string) => void): void => {
    const watcher = watch(folder, (_, name) => {
      onChange(join(folder, name ?? ''))
    })
    // Some systems say so that a folder is no more.
    watcher.on('error', () => {
      watcher.close()
    })
    watched.get(folder)?.watcher.close()
    watched.set(folder, { watcher, state })
  }
  /** Watch a folder and those in it; one of the same name that was there before is another one. */
  const add = (folder: string, top: string): void => {
    try {
      const state = stateOf(folder)
      if (state === undefined || watched.get(folder)?.state === state) return
      start(folder, state, (path) => {
        add(path, top)
        note(path, top)
      })
      for (const entry of readdirSync(folder, { withFileTypes: true }))
        if (entry.isDirectory()) add(join(folder, entry.name), top)
    } catch (error) {
      // One that is gone meanwhile is told of by the folder above it.
      if (stateOf(folder) !== undefined) fail(error instanceof Error ? error : new Error(String(error)))
    }
  }
  for (const folder of folders) {
    add(folder, folder)
    // It may be made, or made anew.
    const above = dirname(folder)
    const state = stateOf(above)
    if (state !== undefined && !watched.has(above))
      start(above, state, (path) => {
        for (const top of folders.filter((one) => one === path)) {
          add(top, top)
          note(path, top)
        }
      })
  }
  return () => {
    clearTimeout(timer)
    for (const { watcher } of watched.values()) watcher.close()
  }
}

/** What tells a folder from one that was at its path before; `undefined` when there is none. */
function stateOf(path: string): string | undefined {
  const status = statSync(path, { throwIfNoEntry: false })
  // The number of one that was removed is soon given to another.
  return status?.isDirectory() === true ? `${String(status.ino)} ${String(status.birthtimeMs)}` : undefined
}
