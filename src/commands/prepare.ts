import { digestOfReader } from '#build/maker.ts'
import { today } from './today.ts'

/** What Astro prints on the terminal. */
export const LOGGER = { entrypoint: new URL('./log.mjs', import.meta.url) }

/**
 * Set what Astro, our configuration and the modules of a build read from the environment when they are loaded: the day, a digest of
 * the code, and that nobody is called home. Who builds loads the build after this.
 *
 * @param port where the archive will be served on this machine, when no other address is named
 */
export function prepareEnvironment(port?: number): void {
  process.env['ARCHIVE_TODAY'] ??= today()
  process.env['ARCHIVE_READER'] = digestOfReader()
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1'
  if (port !== undefined) process.env['ARCHIVE_SITE'] ??= `http://localhost:${String(port)}/`
}
