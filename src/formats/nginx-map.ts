/**
 * The files that tell a server which addresses have moved (301) and which are gone (410), relative to the site. The first are one for
 * each month of reports, in a folder: every report has a short address, which is one of them.
 */
export const MOVED_FOLDER = 'moved/'
export const movedFile = (month: string): string => `${MOVED_FOLDER}${month}.map`
export const GONE_FILE = 'gone.map'

/**
 * Write addresses as a map of nginx, to be included in a `map $uri $name { … }` block: what a request for the first is answered
 * with, a line each. Addresses of this archive hold no character that nginx would read as its own.
 */
export function toNginxMap(entries: readonly (readonly [address: string, value: string])[]): string {
  return entries.map(([address, value]) => `${address} ${value};\n`).join('')
}

/** Read what `toNginxMap` wrote. */
export function parseNginxMap(text: string): Map<string, string> {
  return new Map([...text.matchAll(/^(\S+) (\S+);$/gm)].map(([, address = '', value = '']) => [address, value]))
}
