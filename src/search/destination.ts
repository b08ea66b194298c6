import { isIdentifier } from '#archive/identifier.ts'
import { parsePartialDate } from './date-range.ts'

/** Where what was typed leads by itself, without a search. */
export type Destination =
  /** A page of this site, by its path. */
  | { type: 'address'; path: string }
  /** A month or a day. */
  | { type: 'period'; id: string }
  /** A report, by its identifier or by the address where its source published it. */
  | { type: 'report'; key: string }

/**
 * Where a date, an identifier or an address leads that was typed into the search box. A year alone leads nowhere: it is more
 * often a word of a text.
 *
 * @param site the address of the site, with a slash at its end
 */
export function destinationOf(typed: string, site: string): Destination | undefined {
  const text = typed.trim()
  if (isIdentifier(text.toLowerCase())) return { type: 'report', key: text.toLowerCase() }
  const period = parsePartialDate(text)
  if (period !== undefined && period.length > 4) return { type: 'period', id: period }
  const { origin, pathname, host } = new URL(site)
  if (/^\/\S+$/.test(text)) return addressOf(new URL(text, origin), pathname)
  const isHere = text.startsWith(`${host}/`)
  if (!/^https?:\/\/\S+$/i.test(text) && !isHere) return undefined
  const url = URL.parse(isHere ? `${origin.split('//')[0] ?? ''}//${text}` : text)
  if (url === null) return undefined
  return url.origin === origin && url.pathname.startsWith(pathname)
    ? addressOf(url, pathname)
    : { type: 'report', key: text }
}

/** A short link leads to a report, by its identifier; any other address to its page. */
function addressOf({ pathname, hash }: URL, base: string): Destination {
  const id = /^r\/([0-9a-z]+)\/?$/.exec(pathname.slice(base.length))?.[1] ?? ''
  return isIdentifier(id) ? { type: 'report', key: id } : { type: 'address', path: pathname + hash }
}
