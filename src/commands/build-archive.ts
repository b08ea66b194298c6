import { mkdirSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { build } from 'astro'
import { readEnvironment } from '../environment.ts'
import { today } from './today.ts'

/**
 * Build the archive into the folder that `ARCHIVE_OUT` names. It is built beside that folder and put in its place only when
 * everything was found right, so that a build that fails, or is stopped, leaves the folder as it was.
 *
 * @returns the folder
 * @throws Error with every problem of the content, or with what went wrong
 */
export async function buildArchive(): Promise<string> {
  prepareEnvironment()
  const out = resolve(readEnvironment(process.env).out)
  const beside = (state: string): string => join(dirname(out), `.${basename(out)}.${state}-${String(process.pid)}`)
  const [staging, old] = [beside('new'), beside('old')]

  mkdirSync(dirname(out), { recursive: true })
  try {
    process.env['ARCHIVE_OUT'] = staging
    await build({ logger: LOGGER })
    rmSync(old, { recursive: true, force: true })
    renameIfThere(out, old)
    renameSync(staging, out)
  } finally {
    process.env['ARCHIVE_OUT'] = out
    rmSync(staging, { recursive: true, force: true })
    rmSync(old, { recursive: true, force: true })
  }
  return out
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
