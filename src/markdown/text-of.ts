import type { Nodes } from 'hast'

/** The words of a tree as a reader reads them: its text in order, without the numbers of footnotes. */
export function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value
  if (node.type === 'element' && node.tagName === 'sup') return ''
  return 'children' in node ? node.children.map(textOf).join('') : ''
}

/** The words of a paragraph: of an item of a list its own, without those of the paragraphs and lists inside it. */
export function ownTextOf(node: Nodes): string {
  if (!('children' in node)) return textOf(node)
  const own = node.children.filter((child) => child.type !== 'element' || !NESTED.has(child.tagName))
  return own.map(textOf).join('').trim()
}

const NESTED: ReadonlySet<string> = new Set(['p', 'ul', 'ol', 'blockquote', 'pre', 'section'])
