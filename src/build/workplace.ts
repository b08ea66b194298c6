import { mkdirSync, rmSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { readEnvironment, type Environment } from '../environment.ts'
import { lock } from './lock.ts'
import { clearLeftovers, clearWork, onStop, realPathOf, refuseForeignFolder } from './out-folder.ts'
import type { Progress } from './progress.ts'

/**
 * Where Astro keeps what it reads back in the same build: below the project, since from elsewhere its code does not find the packages.
 * For a folder that is not below the project Astro takes `.astro/`, where two of its processes take each other's files away.
 */
const WORK = resolve('.cache/work')

/** What a build works with. */
export interface Workplace {
  environment: Environment
  /** Folders for what is made and for what is replaced, beside that of the archive, and for what Astro keeps for itself. */
  folders: { staging: string; work: string; old: string }
  progress: Progress
  /** Have something done when the work has ended, well or not. */
  atEnd: (work: () => void) => void
}

/**
 * Do the work of a build, alone and in folders of its own beside the folder that `ARCHIVE_OUT` names; whatever happens, they are
 * cleared away.
 *
 * @returns the folder
 */
export async function atWork(
  progress: Progress,
  work: (out: string, workplace: Workplace) => Promise<void>,
): Promise<string> {
  const environment = readEnvironment(process.env)
  const out = realPathOf(resolve(environment.out))
  refuseForeignFolder(out, resolve(environment.content))
  mkdirSync(dirname(out), { recursive: true })
  const beside = (state: string): string => join(dirname(out), `.${basename(out)}.${state}-${String(process.pid)}`)
  const folders = { staging: beside('new'), work: join(WORK, String(process.pid)), old: beside('old') }
  const unlock = lock(out)
  const clear = (): void => {
    for (const folder of Object.values(folders)) rmSync(folder, { recursive: true, force: true })
    unlock()
  }
  const stopped = onStop(clear)
  const ends: (() => void)[] = []
  try {
    clearLeftovers(out)
    clearWork(WORK)
    mkdirSync(folders.staging, { recursive: true })
    await work(out, { environment, folders, progress, atEnd: (end) => ends.push(end) })
  } catch (error) {
    // Astro goes on writing its cache for a moment: what is left is cleared away when the process ends.
    stopped.isTold()
    throw error
  } finally {
    for (const end of ends) end()
  }
  stopped.forget()
  clear()
  return out
}
