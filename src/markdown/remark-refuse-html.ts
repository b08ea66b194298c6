import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'

/**
 * Stop at raw HTML. remark-rehype would drop the tags of `<b>bold</b>` and keep what stood between them, and a name such as
 * `<RIGS>` would vanish from the text; the check refuses both with line and column before a report comes here.
 */
export function remarkRefuseHtml() {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'html', (node) => {
      file.fail(`raw HTML: ${node.value}`, { place: node.position })
    })
  }
}
