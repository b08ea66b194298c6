import type { Element, ElementContent, Root } from 'hast'
import { SKIP, visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { contextOf } from './context.ts'
import { eachElement } from './each-element.ts'
import { textOf } from './text-of.ts'

/** How a paragraph above a table begins when it is the table's caption: “Table 2: …”, “表：…”. */
const CAPTION =
  /^(?:Table|Tableau|Tabelle|Tabla|Tabela|Tabella|Tabel|Таблица|表|الجدول|جدول|טבלה|표)\s*[\p{Number}一二三四五六七八九十]*\s*[:.：]/u

/**
 * Put each table into a region that scrolls by itself, so that a wide one never widens the page, and that is named by
 * the table's caption: the paragraph just above it that begins with “Table”, kept word for word.
 *
 * Alignment becomes a class, because the attribute `align` is obsolete; header cells get their scope, and an empty one
 * becomes an ordinary cell, since it heads nothing.
 */
export function rehypeTables() {
  return (tree: Root, file: VFile): void => {
    const { words, language } = contextOf(file)
    let count = 0

    visit(tree, 'element', (element, index, parent) => {
      if (element.tagName !== 'table' || parent === undefined || index === undefined) return undefined
      count += 1
      const name = `table-${String(count)}`
      const captionAt = parent.children.slice(0, index).findLastIndex((node) => node.type === 'element')
      const caption = parent.children[captionAt]
      const hasCaption = caption?.type === 'element' && caption.tagName === 'p' && CAPTION.test(textOf(caption))
      mendCells(element)

      if (hasCaption) {
        element.children.unshift({ ...caption, tagName: 'caption', properties: { id: `${name}-caption` } })
        parent.children.splice(
          captionAt,
          index - captionAt + 1,
          regionOf(element, { id: name, ariaLabelledBy: [`${name}-caption`] }),
        )
        return [SKIP, captionAt + 1]
      }
      // The region is named in the language of our words, its cells are in that of the report.
      if (words.attributes.lang !== undefined) element.properties['lang'] = language
      parent.children[index] = regionOf(element, {
        id: name,
        ariaLabel: words.table(String(count)),
        ...words.attributes,
      })
      return [SKIP, index + 1]
    })
  }
}

function regionOf(table: Element, name: Element['properties']): Element {
  return {
    type: 'element',
    tagName: 'section',
    properties: { className: ['table'], tabIndex: 0, ...name },
    children: [table],
  }
}

function mendCells(table: Element): void {
  eachElement(table, (cell) => {
    if (cell.tagName !== 'th' && cell.tagName !== 'td') return
    const { align } = cell.properties
    delete cell.properties['align']
    if (align === 'right' || align === 'center') cell.properties['className'] = [`align-${align}`]
    if (cell.tagName === 'th' && isEmpty(cell.children)) cell.tagName = 'td'
    if (cell.tagName === 'th') cell.properties['scope'] = 'col'
  })
}

function isEmpty(children: ElementContent[]): boolean {
  return children.every((child) => textOf(child).trim() === '')
}
