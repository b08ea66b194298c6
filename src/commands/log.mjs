/**
 * What Astro says: every error and warning, and of the rest only the lines of our own parts, each with a number. Its own line for
 * every page would be a hundred thousand lines: in a build every twentieth is told, as a number, to whoever shows the progress.
 *
 * Astro loads this file by its path and wants plain JavaScript
 * (https://docs.astro.build/en/reference/logger-reference/).
 */
const OURS = new Set(['archive-reports', 'search-index'])
const STEP = 20

export default function log() {
  const isBuild = process.env.ARCHIVE_DUE !== undefined
  let made = 0
  return {
    write({ level, label, message }) {
      // An archive without reports or terms is an archive: Astro's advice on it is for programmers.
      if (level === 'warn' && /collection "(?:reports|terms)" does not exist or is empty/.test(message)) return
      if (level === 'error' || level === 'warn') console.error(label ? `[${label}] ${message}` : message)
      else if (OURS.has(label) && !isBuild) console.log(`[${label}] ${message}`)
      else if (isBuild && /^ {2}[├└]─ \//.test(message) && (made += 1) % STEP === 0) console.log(`made ${String(made)}`)
    },
  }
}
