import type { Root } from 'hast'
import { textOf } from './text-of.ts'
import { eachElement } from './each-element.ts'

/**
 * Give each heading an id made of its words: `## The three requirements` → `id="section-the-three-requirements"`.
 *
 * The prefix keeps a heading “location” or “attributes” from hiding a property of the page's `document` from scripts
 * (DOM clobbering). Letters of every script are kept, and a repeated heading gets the next free number.
 */
export function rehypeHeadings() {
  return (tree: Root): void => {
    const taken = new Set<string>()

    eachElement(tree, (element) => {
      if (!/^h[2-6]$/.test(element.tagName) || element.properties['id'] !== undefined) return
      const words =
        textOf(element)
          .normalize('NFC')
          .toLowerCase()
          .match(/[\p{Letter}\p{Mark}\p{Number}]+/gu) ?? []
      const name = ['section', ...words].join('-')
      let id = name
      for (let number = 2; taken.has(id); number += 1) id = `${name}-${String(number)}`
      taken.add(id)
      element.properties['id'] = id
    })
  }
}
