import { enableCompileCache } from 'node:module'
import { join, resolve } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { digestOfReader } from '#build/maker.ts'
import { readEnvironment } from '../environment.ts'
import { today } from './today.ts'

/**
 * By how many percent of what is in use the memory of a process grows before it is looked through for what is not: by itself it doubles, and
 * what 100,000 reports need is 1.2 GB.
 */
const GROWTH = 40

/** What Astro prints on the terminal. */
export const LOGGER = { entrypoint: new URL('./log.mjs', import.meta.url) }

/**
 * Set what Astro, our configuration and the modules of a build read from the environment when they are loaded: the day, a digest of
 * the code, and that nobody is called home; and keep what Node makes of the modules that are loaded from here on, in this process and in those that it
 * starts, which take half a second less then. Who builds loads the build after this.
 *
 * @param port where the archive will be served on this machine, when no other address is named
 */
export function prepareEnvironment(port?: number): void {
  process.env['ARCHIVE_TODAY'] ??= today()
  process.env['ARCHIVE_READER'] = digestOfReader()
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1'
  if (port !== undefined) process.env['ARCHIVE_SITE'] ??= `http://localhost:${String(port)}/`
  process.env['NODE_COMPILE_CACHE'] ??= resolve(join(readEnvironment(process.env).cache, 'code'))
  enableCompileCache()
  setFlagsFromString(`--heap-growing-percent=${String(GROWTH)}`)
}
