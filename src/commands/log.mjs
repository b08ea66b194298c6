/**
 * What a build says on the terminal: every error and warning, and of the rest only the lines of our own parts, each with a
 * number. Astro's own line for every page would be a hundred thousand lines.
 *
 * Astro loads this file by its path and wants plain JavaScript
 * (https://docs.astro.build/en/reference/logger-reference/).
 */
const OURS = new Set(['archive-reports', 'pictures', 'cards', 'search-index', 'moved-addresses', 'reconciliation'])

export default function log() {
  return {
    write({ level, label, message }) {
      // An archive without reports or terms is an archive: Astro's advice on it is for programmers.
      if (level === 'warn' && /collection "(?:reports|terms)" does not exist or is empty/.test(message)) return
      if (level === 'error' || level === 'warn') console.error(label ? `[${label}] ${message}` : message)
      else if (OURS.has(label)) console.log(`[${label}] ${message}`)
    },
  }
}
