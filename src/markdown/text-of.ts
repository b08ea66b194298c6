import type { Nodes } from 'hast'

/** The text of a tree as a reader sees it: what is in its text nodes, in order, and the words for a line break. */
export function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value
  if (node.type === 'element' && node.tagName === 'br') return '\n'
  return 'children' in node ? node.children.map(textOf).join('') : ''
}
