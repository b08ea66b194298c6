import type { Root } from 'hast'
import { SKIP, visit } from 'unist-util-visit'
import { textOf } from './text-of.ts'

/** A heading of a rendered text. */
export interface Heading {
  /** Its anchor on the page, `section-the-three-requirements`. */
  id: string
  /** Its words, without the numbers of footnotes. */
  text: string
  /** 2 for a part of the text, 3 for a part of that. */
  level: 2 | 3
}

/**
 * The headings of a text that its contents list names: those of the second and third level that have words, in order.
 *
 * Not those of quotations, which are parts of another text, and not the one above the footnotes, which is ours.
 */
export function headingsOf(tree: Root): Heading[] {
  const headings: Heading[] = []
  visit(tree, 'element', (element) => {
    const { tagName, properties } = element
    if (tagName === 'blockquote' || properties['dataFootnotes'] !== undefined) return SKIP
    const { id } = properties
    const text = textOf(element).trim()
    if ((tagName !== 'h2' && tagName !== 'h3') || typeof id !== 'string' || text === '') return undefined
    headings.push({ id, text, level: tagName === 'h2' ? 2 : 3 })
    return SKIP
  })
  return headings
}
