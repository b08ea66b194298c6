import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
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
  const out = resolve(readEnvironment(process.env).out)
  const beside = (state: string): string => join(dirname(out), `.${basename(out)}.${state}-${String(process.pid)}`)
  const [staging, cache, old] = [beside('new'), beside('cache'), beside('old')]

  mkdirSync(dirname(out), { recursive: true })
  clearLeftovers(out)
  try {
    // A cache of its own: two builds at once would read each other's reports from a shared one.
    Object.assign(process.env, { ARCHIVE_OUT: staging, ARCHIVE_CACHE: cache })
    await build({ logger: LOGGER })
    renameIfThere(out, old)
    renameSync(staging, out)
  } finally {
    process.env['ARCHIVE_OUT'] = out
    for (const folder of [staging, cache, old]) rmSync(folder, { recursive: true, force: true })
  }
  return out
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

/** Set what Astro and our configuration read from the environment: the day, and that nobody is called home. */
export function prepareEnvironment(): void {
  process.env['ARCHIVE_TODAY'] ??= today()
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1'
}

function renameIfThere(from: string, to: string): void {
  try {
    renameSync(from, to)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
  }
}
