import type { Element, ElementContent, Root } from 'hast'
import { SKIP, visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { fingerprintOf, parseParagraphs, parseRemoved, type Numbering } from '#archive/paragraph-numbers.ts'
import { contextOf } from './context.ts'
import { ownTextOf } from './text-of.ts'
import type { Words } from './words.ts'

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
 *
 * The numbers are those of the ledger, where the text is recorded. A paragraph of an earlier wording that is no more leaves its
 * anchor with the one that stands in for it: `<span class="removed" id="p3" …>`, which says so only to who comes by that link.
 *
 * @throws Error when the paragraphs are not those that were recorded
 */
export function rehypeParagraphAnchors() {
  return (tree: Root, file: VFile): void => {
    const { words, numbering } = contextOf(file)
    const paragraphs = findParagraphs(tree)
    const numbers = numbering === undefined ? paragraphs.map((_, index) => index + 1) : check(paragraphs, numbering)
    const removed = Map.groupBy(parseRemoved(numbering?.removed ?? ''), ([, instead]) => instead)
    const anchorsAt = (number: number): Element[] =>
      (removed.get(number) ?? []).map(([gone]) => anchorOfRemoved(String(gone), words))

    paragraphs.forEach((element, index) => {
      const number = numbers[index] ?? 0
      element.properties['id'] = `p${String(number)}`
      element.children.unshift(anchorOf(String(number), words), ...anchorsAt(number))
    })
    const atBeginning = anchorsAt(0)
    if (atBeginning.length > 0) {
      tree.children.unshift({ type: 'element', tagName: 'p', properties: {}, children: atBeginning })
    }
  }
}

/** The paragraphs of a text, in order. */
function findParagraphs(tree: Root): Element[] {
  const paragraphs: Element[] = []
  visit(tree, 'element', (element) => {
    if (WHOLES.has(element.tagName)) return SKIP
    if (element.tagName === 'p' || holdsWords(element)) paragraphs.push(element)
    return undefined
  })
  return paragraphs
}

/** The recorded numbers of paragraphs, when they are still the ones that were recorded. */
function check(paragraphs: readonly Element[], numbering: Numbering): number[] {
  const recorded = parseParagraphs(numbering.paragraphs)
  const isSame =
    recorded.length === paragraphs.length &&
    paragraphs.every((element, index) => fingerprintOf(ownTextOf(element)) === recorded[index]?.fingerprint)
  if (!isSame) throw new Error('its paragraphs are not as they were recorded: type `npm run record -- --again`')
  return recorded.map(({ number }) => number)
}

function anchorOf(number: string, words: Words): Element {
  const name = { ariaLabel: words.paragraph(number), dataNumber: number, ...words.attributes }
  return {
    type: 'element',
    tagName: 'a',
    properties: { className: ['anchor'], href: `#p${number}`, ...name },
    children: [],
  }
}

function anchorOfRemoved(number: string, words: Words): Element {
  const note = { dataNote: words.removed(number), ...words.attributes }
  return {
    type: 'element',
    tagName: 'span',
    properties: { className: ['removed'], id: `p${number}`, ...note },
    children: [],
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
