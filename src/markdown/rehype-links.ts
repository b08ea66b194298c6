import type { Root } from 'hast'
import type { VFile } from 'vfile'
import { copyOf, robustAttributes } from '#archive/outgoing-links.ts'
import { contextOf } from './context.ts'
import { eachElement } from './each-element.ts'
import { textOf } from './text-of.ts'

/**
 * Put the base path of the site in front of addresses of this archive (`/2024/12/…`), and mark links that leave it with
 * `rel="external noopener"`. The words of a link are left alone. A link to a page of which a copy is known says in attributes where
 * that is and of which day, for programs; readers find it in the list at the end of the page. Where the words
 * are the address itself the link says so: on paper it is not written a second time.
 */
export function rehypeLinks() {
  return (tree: Root, file: VFile): void => {
    const { base, copies = new Map() } = contextOf(file)

    eachElement(tree, (element) => {
      const { tagName, properties } = element
      const { href } = properties
      if (tagName !== 'a' || typeof href !== 'string') return
      if (href.startsWith('/')) properties['href'] = base + href
      if (!/^https?:/i.test(href)) return
      properties['rel'] = ['external', 'noopener']
      if (textOf(element).trim() === href) properties['className'] = ['address']
      const copy = copyOf(copies, href)
      if (copy !== undefined) Object.assign(properties, robustAttributes(href, copy))
    })
  }
}
