/**
 * What Astro says: every error and warning, and of the rest only the lines of our own parts, each with a number.
 *
 * Astro loads this file by its path and wants plain JavaScript
 * (https://docs.astro.build/en/reference/logger-reference/).
 */
const OURS = new Set(['archive-reports', 'search-index'])

/** Whether a build has asked Astro for pages: it tells by itself what it read. */
const IN_BUILD = process.env.ARCHIVE_DUE !== undefined

export default function log() {
  return {
    write({ level, label, message }) {
      // An archive without reports or terms is an archive: Astro's advice on it is for programmers.
      if (level === 'warn' && /collection "(?:reports|terms)" does not exist or is empty/.test(message)) return
      if (level === 'error' || level === 'warn') console.error(label ? `[${label}] ${message}` : message)
      else if (OURS.has(label) && !IN_BUILD) console.log(`[${label}] ${message}`)
    },
  }
}
