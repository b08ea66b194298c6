import type { Root } from 'hast'
import { eachElement } from './each-element.ts'

/**
 * Write the scheme of an address in small letters, as it means the same in any (RFC 3986, 3.1): the sanitiser, which knows schemes
 * by their small letters, would take the address away and leave the words without a link.
 */
export function rehypeSchemes() {
  return (tree: Root): void => {
    eachElement(tree, ({ properties }) => {
      const { href } = properties
      if (typeof href !== 'string') return
      properties['href'] = href.replace(/^[a-z][a-z0-9+.-]*:/i, (scheme) => scheme.toLowerCase())
    })
  }
}
