/**
 * Takes the place of `src/commands/log.mjs` in a measured build: instead of Astro's line for every file it keeps how long each
 * took to render, by its kind, and prints that when the build ends. Astro loads it by its path and wants plain JavaScript.
 */
const KINDS = [
  ['reports', /^\/(?:\d{4}\/(?:\d\d\/){0,2}[a-z0-9]*[a-z].*\/)(?:v\/.*)?index\.html$/],
  ['other formats of reports', /^\/\d{4}\/.*[a-z].*\.(?:json|bib|ris|md|link)$/],
  ['periods', /^(?:\/zh)?\/\d{4}\/(?:\d\d\/){0,2}index\.html$/],
  ['days of the year', /^(?:\/zh)?\/on-this-day\//],
  ['terms by year', /^(?:\/zh)?\/[a-z]+\/[^/]+\/\d{4}\/index\.html$/],
  ['terms together', /\/with\//],
  ['timelines', /\/timeline\/index\.html$/],
  ['terms', /^(?:\/zh)?\/(?:topics|places|organisations|people|series)\/[^/]+\/(?:page\/\d+\/)?index\.html$/],
  ['lists of terms', /^(?:\/zh)?\/(?:topics|places|organisations|people|series)\/index\.html$/],
  ['feeds of terms', /^\/(?:topics|places|organisations|people|series)\/.*\.(?:xml|json)$/],
]
const totals = new Map()
let kind
let begun = 0

export default function log() {
  process.on('exit', () => {
    console.log(`timed ${JSON.stringify({ whole: performance.now(), kinds: [...totals] })}`)
  })
  return {
    write({ level, message }) {
      if (level === 'error' || level === 'warn') console.error(message)
      // eslint-disable-next-line no-control-regex -- Astro colours its lines
      const line = message.replaceAll(/\u001B\[\d+m/g, '')
      const path = /^ {2}├─ (\S+)$/.exec(line)?.[1]
      if (path !== undefined) {
        kind = KINDS.find(([, pattern]) => pattern.test(path))?.[0] ?? 'everything else'
        begun = performance.now()
      } else if (kind !== undefined && /^ +\(\+/.test(line)) {
        const { count = 0, milliseconds = 0 } = totals.get(kind) ?? {}
        totals.set(kind, { count: count + 1, milliseconds: milliseconds + performance.now() - begun })
        kind = undefined
      }
    },
  }
}
