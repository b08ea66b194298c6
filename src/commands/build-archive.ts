import { existsSync, mkdirSync, readdirSync, realpathSync, renameSync, rmSync } from 'node:fs'
import { homedir } from 'node:os'
import { basename, dirname, join, resolve, sep } from 'node:path'
import { build } from 'astro'
import { readEnvironment } from '../environment.ts'
import { today } from './today.ts'

/**
 * Build the archive into the folder that `ARCHIVE_OUT` names. It is built beside that folder and put in its place only when
 * everything was found right, so that a build that fails, or is killed, leaves the folder as it was. What a killed build left
 * beside it is cleared away by the next one.
 *
 * @returns the folder
 * @throws Error with every problem of the content, or with what went wrong
 */
export async function buildArchive(): Promise<string> {
  prepareEnvironment()
  const environment = readEnvironment(process.env)
  const out = realPathOf(resolve(environment.out))
  refuseForeignFolder(out, resolve(environment.content))
  const beside = (state: string): string => join(dirname(out), `.${basename(out)}.${state}-${String(process.pid)}`)
  const [staging, cache, old] = [beside('new'), beside('cache'), beside('old')]
  const clear = (): void => {
    for (const folder of [staging, cache, old]) rmSync(folder, { recursive: true, force: true })
  }
  const stopped = onStop(clear)

  mkdirSync(dirname(out), { recursive: true })
  clearLeftovers(out)
  try {
    // A cache of its own: two builds at once would read each other's reports from a shared one.
    Object.assign(process.env, { ARCHIVE_OUT: staging, ARCHIVE_CACHE: cache })
    await build({ logger: LOGGER })
    renameIfThere(out, old)
    renameSync(staging, out)
  } catch (error) {
    // Astro goes on writing its cache for a moment: what is left is cleared away when the process ends.
    stopped.isTold()
    throw error
  } finally {
    process.env['ARCHIVE_OUT'] = out
  }
  stopped.forget()
  clear()
  return out
}

/** The folder that a link stands for, so that not the link is replaced; the path itself when nothing is there. */
function realPathOf(path: string): string {
  return existsSync(path) ? realpathSync(path) : path
}

/**
 * Refuse to replace a folder that is not a built archive: the project itself, the content, what holds them, or anything else
 * that somebody keeps.
 *
 * @throws Error that says what to do
 */
function refuseForeignFolder(out: string, content: string): void {
  const holds = (folder: string, inner: string): boolean => inner === folder || inner.startsWith(folder + sep)
  const isKept = [process.cwd(), content, homedir()].some((kept) => holds(out, kept)) || holds(content, out)
  if (isKept) throw new Error(`ARCHIVE_OUT is ${out}, which holds more than a built archive: name a folder of its own`)
  const isOurs = existsSync(join(out, 'search', 'manifest.json'))
  if (!existsSync(out) || isOurs || readdirSync(out).length === 0) return
  throw new Error(
    `ARCHIVE_OUT is ${out}, where there is something other than a built archive: empty it, or name another`,
  )
}

/** Clean up when the process is told to stop, or ends while the build still waits, as when the search engine has died. */
function onStop(clear: () => void): { forget: () => void; isTold: () => void } {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  let isTold = false
  const stop = (): void => process.exit(130)
  const ended = (): void => {
    if (process.exitCode !== 130 && !isTold)
      console.error('The build was broken off: the search engine or the disk failed.')
    process.exitCode = process.exitCode === 130 ? 130 : 1
    clear()
  }
  for (const signal of signals) process.on(signal, stop)
  process.on('exit', ended)
  return {
    /** Why the build failed is being told: nothing more is said at the end. */
    isTold: () => {
      isTold = true
    },
    forget: () => {
      for (const signal of signals) process.off(signal, stop)
      process.off('exit', ended)
    },
  }
}

/** Remove what builds that were killed left beside `out`; one killed between its two renames left `out` itself under another name. */
function clearLeftovers(out: string): void {
  const pattern = /^\.(.*)\.(new|cache|old)-(\d+)$/
  for (const name of readdirSync(dirname(out))) {
    const [, of, state, pid] = pattern.exec(name) ?? []
    if (of !== basename(out) || isRunning(Number(pid))) continue
    const folder = join(dirname(out), name)
    if (state === 'old' && !existsSync(out)) renameSync(folder, out)
    else rmSync(folder, { recursive: true, force: true })
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // EPERM: it runs, and belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** What Astro prints on the terminal. */
export const LOGGER = { entrypoint: new URL('./log.mjs', import.meta.url) }

/**
 * Set what Astro and our configuration read from the environment: the day, and that nobody is called home.
 *
 * @param port where the archive will be served on this machine, when no other address is named
 */
export function prepareEnvironment(port?: number): void {
  process.env['ARCHIVE_TODAY'] ??= today()
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1'
  if (port !== undefined) process.env['ARCHIVE_SITE'] ??= `http://localhost:${String(port)}/`
}

function renameIfThere(from: string, to: string): void {
  try {
    renameSync(from, to)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
  }
}
