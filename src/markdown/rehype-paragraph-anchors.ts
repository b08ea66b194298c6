import type { Element, Root } from 'hast'
import { SKIP, visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { contextOf } from './context.ts'

/** Elements whose paragraphs belong to something else that is cited as a whole. */
const WHOLES = new Set(['blockquote', 'table', 'figure', 'section'])

/**
 * Number the paragraphs of a text and give each a link to itself: `<p>` → `<p id="p4"><a class="anchor" href="#p4" …></a>`.
 *
 * A paragraph is a `p`, or an item of a list that holds its words directly. Quotations, tables, figures and footnotes
 * have no number of their own. The number is shown by the style sheet from `data-number`, so that it is not part of the
 * text: it is neither copied nor found by a search. An `id` that is already there wins.
 */
export function rehypeParagraphAnchors() {
  return (tree: Root, file: VFile): void => {
    const { words, language } = contextOf(file)
    let count = 0

    visit(tree, 'element', (element) => {
      if (WHOLES.has(element.tagName)) return SKIP
      if (element.tagName !== 'p' && !isTightItem(element)) return undefined

      count += 1
      element.properties['id'] ??= `p${String(count)}`
      const number = idOf(element).slice(1)
      const foreign = words.language !== language && { lang: words.language }
      element.children.unshift({
        type: 'element',
        tagName: 'a',
        properties: {
          className: ['anchor'],
          href: `#p${number}`,
          ariaLabel: words.paragraph(number),
          dataNumber: number,
          ...foreign,
        },
        children: [],
      })
      return SKIP
    })
  }
}

function idOf({ properties: { id } }: Element): string {
  return typeof id === 'string' ? id : ''
}

function isTightItem({ tagName, children }: Element): boolean {
  return tagName === 'li' && children.some((child) => child.type === 'text' && child.value.trim() !== '')
}
