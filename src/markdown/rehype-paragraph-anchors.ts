import type { Element, ElementContent, Root } from 'hast'
import { SKIP, visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { contextOf } from './context.ts'

/** Elements whose paragraphs belong to something else that is cited as a whole. */
const WHOLES: ReadonlySet<string> = new Set(['blockquote', 'table', 'section'])

/** Elements that an item of a list may hold beside its own words. */
const BLOCKS: ReadonlySet<string> = new Set(['p', 'ul', 'ol', 'blockquote', 'pre', 'figure', 'section', 'hr'])

/**
 * Number the paragraphs of a text and give each a link to itself: `<p>` → `<p id="p4"><a class="anchor" href="#p4" …></a>`.
 *
 * A paragraph is a `p`, or an item of a list that holds its words directly, however deep: whether there are blank lines between
 * items changes no number. Quotations, tables, figures and footnotes have no number of their own. The number is shown by
 * the style sheet from `data-number`, so that it is not part of the text: it is neither copied nor found by a search.
 */
export function rehypeParagraphAnchors() {
  return (tree: Root, file: VFile): void => {
    const { words } = contextOf(file)
    let count = 0

    visit(tree, 'element', (element) => {
      if (WHOLES.has(element.tagName)) return SKIP
      if (element.tagName !== 'p' && !holdsWords(element)) return undefined

      count += 1
      const number = String(count)
      element.properties['id'] = `p${number}`
      element.children.unshift({
        type: 'element',
        tagName: 'a',
        properties: {
          className: ['anchor'],
          href: `#p${number}`,
          ariaLabel: words.paragraph(number),
          dataNumber: number,
          ...words.attributes,
        },
        children: [],
      })
      return undefined
    })
  }
}

/** Whether an element is an item of a list with words of its own, not only in paragraphs or lists inside it. */
function holdsWords({ tagName, children }: Element): boolean {
  return tagName === 'li' && children.some(isWords)
}

function isWords(child: ElementContent): boolean {
  if (child.type === 'text') return child.value.trim() !== ''
  return child.type === 'element' && !BLOCKS.has(child.tagName)
}
