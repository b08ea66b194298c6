import { today } from './today.ts'

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
