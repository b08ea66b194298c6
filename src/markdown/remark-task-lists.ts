import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'

/**
 * Show `- [x] done` as “☑ done”. The form control that GFM makes of it has no name for a screen reader, cannot be used
 * by anybody, and is lost when the text is copied or printed.
 */
export function remarkTaskLists() {
  return (tree: Root): void => {
    visit(tree, 'listItem', (item) => {
      const [first] = item.children
      if (typeof item.checked !== 'boolean' || first?.type !== 'paragraph') return
      first.children.unshift({ type: 'text', value: item.checked ? '☑ ' : '☐ ' })
      item.checked = null
      // Its box is its marker.
      item.data = { hProperties: { className: ['task-list-item'] } }
    })
  }
}
