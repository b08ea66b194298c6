import { existsSync, readdirSync, realpathSync, renameSync, rmSync } from 'node:fs'
import { homedir } from 'node:os'
import { basename, dirname, join, sep } from 'node:path'

/** The folder that a link stands for, so that not the link is replaced; the path itself when nothing is there. */
export function realPathOf(path: string): string {
  return existsSync(path) ? realpathSync(path) : path
}

/**
 * Refuse to replace a folder that is not a built archive: the project itself, the content, what holds them, or anything else
 * that somebody keeps.
 *
 * @throws Error that says what to do
 */
export function refuseForeignFolder(out: string, content: string): void {
  const holds = (folder: string, inner: string): boolean => inner === folder || inner.startsWith(folder + sep)
  const isKept = [process.cwd(), content, homedir()].some((kept) => holds(out, kept)) || holds(content, out)
  if (isKept) throw new Error(`ARCHIVE_OUT is ${out}, which holds more than a built archive: name a folder of its own`)
  const isOurs = [join('search', 'manifest.json'), '.part.json'].some((file) => existsSync(join(out, file)))
  if (!existsSync(out) || isOurs || readdirSync(out).length === 0) return
  throw new Error(
    `ARCHIVE_OUT is ${out}, where there is something other than a built archive: empty it, or name another`,
  )
}

/** Clean up when the process is told to stop, or ends while the build still waits, as when the search engine has died. */
export function onStop(clear: () => void): { forget: () => void; isTold: () => void } {
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
export function clearLeftovers(out: string): void {
  const pattern = /^\.(.*)\.(new|old)-(\d+)$/
  for (const name of readdirSync(dirname(out))) {
    const [, of, state, pid] = pattern.exec(name) ?? []
    if (of !== basename(out) || isAnother(Number(pid))) continue
    const folder = join(dirname(out), name)
    if (state === 'old' && !existsSync(out)) renameSync(folder, out)
    else rmSync(folder, { recursive: true, force: true })
  }
}

/** Remove the folders of builds that were killed, each named after its process. */
export function clearWork(folder: string): void {
  const names = existsSync(folder) ? readdirSync(folder) : []
  for (const name of names.filter((pid) => !isAnother(Number(pid))))
    rmSync(join(folder, name), { recursive: true, force: true })
}

/** Whether a process runs that is not this one: before it begins, what has its number is of one that was killed, as in containers. */
function isAnother(pid: number): boolean {
  return pid !== process.pid && isRunning(pid)
}

/** Whether a process runs. */
export function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // EPERM: it runs, and belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Rename a folder, when there is one. */
export function renameIfThere(from: string, to: string): void {
  try {
    renameSync(from, to)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
  }
}
