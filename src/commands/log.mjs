/**
 * What Astro says: every error and warning, and of the rest only the lines of our loader.
 *
 * Astro loads this file by its path and wants plain JavaScript
 * (https://docs.astro.build/en/reference/logger-reference/).
 */
const OURS = new Set(['archive'])

/** Whether a build has asked Astro for pages: it tells by itself what it read. */
const IN_BUILD = process.env.ARCHIVE_DUE !== undefined

export default function log() {
  return {
    write({ level, label, message }) {
      if (level === 'error' || level === 'warn') console.error(label ? `[${label}] ${message}` : message)
      else if (OURS.has(label) && !IN_BUILD) console.log(`[${label}] ${message}`)
    },
  }
}
