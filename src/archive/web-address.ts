import { findUnwelcomeCharacters } from './characters.ts'

/**
 * Say what is wrong with the address of a page elsewhere, and what to do; `undefined` when it may stand as a link.
 * Only `http:` and `https:` without credentials and spaces; a host of other letters than ASCII must be written as
 * Punycode (RFC 3492), because `еxample.org` with a Cyrillic `е` looks like another host.
 */
export function findFaultInWebAddress(address: string): { what: string; hint: string } | undefined {
  const hidden = findUnwelcomeCharacters(address)[0]
  if (hidden !== undefined) {
    return { what: `the address holds the hidden character ${hidden.codePoint}`, hint: 'type the address again' }
  }
  if (/\s/u.test(address)) {
    return { what: 'the address holds a space', hint: 'write %20 for a space that belongs to it' }
  }
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(address)?.[1]?.toLowerCase()
  if (scheme !== 'http' && scheme !== 'https') {
    return {
      what: scheme === undefined ? 'not a whole address' : `the scheme “${scheme}:” is not allowed`,
      hint: 'write an address that begins with https:// or http://',
    }
  }
  const url = URL.parse(address)
  if (url === null || !/^https?:\/\/[^/]/i.test(address)) {
    return { what: 'not a valid address', hint: 'write an address such as https://example.org/page' }
  }
  if (url.username !== '' || url.password !== '') {
    return { what: 'the address holds a user name or a password', hint: 'remove everything before the @' }
  }
  const host = /^https?:\/\/([^/?#]*)/i.exec(address)?.[1] ?? ''
  // eslint-disable-next-line no-control-regex -- the range of ASCII
  if (/[^\u0000-\u007f]|%/u.test(host)) {
    return { what: `the host “${host}” is not written in ASCII`, hint: `if it is meant, write ${url.hostname}` }
  }
  return undefined
}
