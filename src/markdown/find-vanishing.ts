import type { Nodes, Root, Table } from 'mdast'
import type { Finding } from '#archive/problem.ts'

/**
 * Find what would be read and never shown: notes that nothing refers to, second notes of one name, cells beyond a table.
 *
 * @param nodes all nodes of a text, in their order
 */
export function findVanishing(nodes: readonly Nodes[]): Finding[] {
  const findings: Finding[] = []
  const referred = new Set(nodes.flatMap((node) => (node.type === 'footnoteReference' ? node.identifier : [])))
  const defined = new Set<string>()
  for (const node of nodes) {
    const place = { line: node.position?.start.line ?? 1, column: node.position?.start.column ?? 1 }
    if (node.type === 'footnoteDefinition') {
      const name = `the note [^${node.label ?? node.identifier}]`
      if (defined.has(node.identifier)) {
        findings.push({ ...place, code: 'footnote-twice', what: `${name} stands twice`, hint: 'give one another name' })
      } else if (!referred.has(node.identifier)) {
        findings.push({
          ...place,
          code: 'footnote-unused',
          what: `nothing refers to ${name}`,
          hint: 'refer to it or remove it',
        })
      }
      defined.add(node.identifier)
    }
    if (node.type === 'table') findings.push(...findLongRows(node))
  }
  return findings
}

function findLongRows({ children: [head, ...rows] }: Table): Finding[] {
  return rows
    .filter(({ children }) => children.length > (head?.children.length ?? 0))
    .map(({ position }) => ({
      line: position?.start.line ?? 1,
      column: position?.start.column ?? 1,
      code: 'table-row-too-long',
      what: 'a row with more cells than the head of its table',
      hint: 'give the head as many cells; a | that belongs to the words is written \\|',
    }))
}

/** Whether anything of a tree is seen: definitions are not, and neither are characters without width. */
export function hasText({ children }: Root): boolean {
  return children.some((child) => {
    if (['definition', 'footnoteDefinition', 'thematicBreak'].includes(child.type)) return false
    return (
      child.type !== 'paragraph' ||
      child.children.some((inner) => inner.type !== 'text' || /[^\s\u200b-\u200f\u2060\ufeff]/.test(inner.value))
    )
  })
}
