import type { Root } from 'hast'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { contextOf } from './context.ts'

/**
 * Put the base path of the site in front of addresses of this archive (`/2024/12/…`), and mark links that leave it with
 * `rel="external noopener"`. The words of a link are left alone.
 */
export function rehypeLinks() {
  return (tree: Root, file: VFile): void => {
    const { base } = contextOf(file)

    visit(tree, 'element', ({ tagName, properties }) => {
      const { href } = properties
      if (tagName !== 'a' || typeof href !== 'string') return
      if (href.startsWith('/')) properties['href'] = base + href
      if (/^https?:/i.test(href)) properties['rel'] = ['external', 'noopener']
    })
  }
}
