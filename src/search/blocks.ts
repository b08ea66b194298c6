import type { Block } from './record.ts'

/** Ids that a part of a text may be cited by: of a paragraph, a table, a heading or a note. */
const CITABLE = /^(?:p\d+$|table-\d+$|section-|note-fn-)/

/**
 * What the pipeline adds to a text: the numbers of footnotes (“risks¹” would else be found as “risks1”), the heading above them,
 * and the arrows back.
 */
const FURNITURE =
  /<sup><a href="#note-[^>]*>[^<]*<\/a><\/sup>|<h2 id="footnote-label"[^>]*>[^<]*<\/h2>|<a href="#note-[^>]*data-footnote-backref[^>]*>.*?<\/a>/gs

/** Elements that a sentence does not go across. */
const BLOCKS = new Set(
  'address article aside blockquote caption dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li ol p pre section summary table tbody tfoot thead tr ul'.split(
    ' ',
  ),
)
/** Elements that part words. */
const SPACES = new Set(['br', 'td', 'th', 'img'])

/** A line break in a text without spaces is none to a reader (CSS Text 3, “segment break transformation”). */
const BREAK_BETWEEN_LETTERS =
  /(?<=[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}])[ \t]*\n\s*(?=[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}])/gu

const TAG = /<(\/?)([a-z][a-z0-9]*)((?:"[^"]*"|'[^']*'|[^'">])*)>/gi

/**
 * Take the HTML that the pipeline made of a report apart into what can be shown and linked to: its paragraphs, headings, rows of
 * tables and notes in their order, each as plain text with the anchor that leads to it. What has no anchor of its own
 * gets the one before it.
 */
export function toBlocks(html: string): Block[] {
  const blocks: Block[] = []
  let anchor = ''
  let text = ''
  let at = 0
  const end = (): void => {
    const plain = decode(text).replaceAll(BREAK_BETWEEN_LETTERS, '').replaceAll(/\s+/g, ' ').trim()
    if (plain !== '') blocks.push([anchor, plain])
    text = ''
  }
  const clean = html.replaceAll(FURNITURE, '')
  for (const { 0: tag, 1: slash, 2: name = '', 3: attributes = '', index } of clean.matchAll(TAG)) {
    text += clean.slice(at, index)
    at = index + tag.length
    const element = name.toLowerCase()
    if (BLOCKS.has(element)) end()
    if (SPACES.has(element)) text += ' '
    const id = slash === '' ? /\sid="([^"]*)"/.exec(attributes)?.[1] : undefined
    // The anchor that a removed paragraph has left in another one says nothing of the words after it.
    if (id !== undefined && element !== 'span' && CITABLE.test(id)) anchor = id
  }
  text += clean.slice(at)
  end()
  return blocks
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' }

/** Text with its character references resolved: those that the pipeline writes are numbers, but for a few names. */
function decode(text: string): string {
  return text.replaceAll(
    /&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (hex !== undefined) return String.fromCodePoint(parseInt(hex, 16))
      if (decimal !== undefined) return String.fromCodePoint(parseInt(decimal, 10))
      return NAMED[name ?? ''] ?? whole
    },
  )
}
