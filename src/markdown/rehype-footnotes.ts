import type { Element, Root } from 'hast'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { contextOf } from './context.ts'
import { textOf } from './text-of.ts'

/**
 * Put the words of the footnotes into the language of the report: remark-rehype knows one language for the whole list.
 *
 * The heading above them is seen by all, the links to and from a note are named, and the arrow back is text only to the eye
 * (else axe finds `label-content-name-mismatch`).
 */
export function rehypeFootnotes() {
  return (tree: Root, file: VFile): void => {
    const { words, language } = contextOf(file)
    const foreign = words.language !== language && { lang: words.language }

    visit(tree, 'element', (element) => {
      const { properties } = element
      if (properties['id'] === 'footnote-label') {
        element.properties = { id: 'footnote-label', ...foreign }
        element.children = [{ type: 'text', value: words.notes }]
      } else if (properties['dataFootnoteRef'] !== undefined) {
        delete properties['ariaDescribedBy']
        Object.assign(properties, { ariaLabel: words.note(textOf(element)), role: 'doc-noteref', ...foreign })
      } else if (properties['dataFootnoteBackref'] !== undefined) {
        const reference = String(properties['ariaLabel']).replace(/^\D+/, '')
        Object.assign(properties, { ariaLabel: words.backToReference(reference), role: 'doc-backlink', ...foreign })
        delete properties['className']
        element.children = [arrow(textOf(element))]
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

function arrow(text: string): Element {
  return {
    type: 'element',
    tagName: 'span',
    properties: { ariaHidden: 'true' },
    children: [{ type: 'text', value: text }],
  }
}
