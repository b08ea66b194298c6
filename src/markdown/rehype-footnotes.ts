import type { Element, ElementContent, Root } from 'hast'
import type { VFile } from 'vfile'
import { contextOf } from './context.ts'
import { eachElement } from './each-element.ts'
import { textOf } from './text-of.ts'

/**
 * Put the words of the footnotes into the language of the report: remark-rehype knows one language for the whole list.
 *
 * The heading above them is seen by all, the links to and from a note are named, and the arrow back is text only to the eye
 * (else axe finds `label-content-name-mismatch`).
 */
export function rehypeFootnotes() {
  return (tree: Root, file: VFile): void => {
    const { words } = contextOf(file)

    eachElement(tree, (element) => {
      const { properties } = element
      if (properties['id'] === 'footnote-label') {
        element.properties = { id: 'footnote-label', ...words.attributes }
        element.children = [{ type: 'text', value: words.notes }]
      } else if (properties['dataFootnoteRef'] !== undefined) {
        delete properties['ariaDescribedBy']
        Object.assign(properties, { ariaLabel: words.note(textOf(element)), role: 'doc-noteref', ...words.attributes })
      } else if (properties['dataFootnoteBackref'] !== undefined) {
        const reference = String(properties['ariaLabel']).replace(/^\D+/, '')
        Object.assign(properties, {
          ariaLabel: words.backToReference(reference),
          role: 'doc-backlink',
          ...words.attributes,
        })
        delete properties['className']
        element.children = [hidden(element.children)]
      } else if (properties['dataFootnotes'] !== undefined) {
        Object.assign(properties, {
          className: ['footnotes'],
          role: 'doc-endnotes',
          ariaLabelledBy: ['footnote-label'],
        })
      }
    })
  }
}

function hidden(children: ElementContent[]): Element {
  return { type: 'element', tagName: 'span', properties: { ariaHidden: 'true' }, children }
}
