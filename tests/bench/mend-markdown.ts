import type { Definition, Heading, Html, Nodes, Parents, Root, RootContent } from 'mdast'
import { visit } from 'unist-util-visit'
import { findUnwelcomeCharacters, isJoiner } from '#archive/characters.ts'
import { findFaultInWebAddress } from '#archive/web-address.ts'
import { parseText } from '#markdown/parse-text.ts'

/** What stands between two offsets is replaced by a text. */
interface Edit {
  start: number
  end: number
  text: string
}

/** How often a text is mended: every round may uncover something, such as Markdown inside a tag. */
const ROUNDS = 30

/** `{{< name … >}}`, `{{% name … %}}`, `{% name … %}` and `{{ value }}` of Hugo, Nunjucks and Jekyll. */
const SHORTCODE = /\{\{[<%].*?[%>]\}\}|\{%.*?%\}|\{\{.*?\}\}/gs

/**
 * Make a text of another site one that the check lets pass: raw HTML is escaped, headings begin at `##` without leaps, and of
 * template shortcodes, pictures and links that lead nowhere only the words are left.
 */
export function mendMarkdown(markdown: string): string {
  let text = withoutUnwelcome(markdown.replace(/\r\n?/g, '\n'))
  text = apply(text, findShortcodes(text))
  for (let round = 0; round < ROUNDS; round += 1) {
    const tree = parseText(text)
    const ofHtml = findHtml(tree, text)
    const edits = ofHtml.length > 0 ? ofHtml : [...findLinks(tree, text), ...findHeadings(tree, text)]
    if (edits.length === 0) break
    text = apply(text, edits)
  }
  return text.trim()
}

/** A text without the characters that no report may hold, nor those that are not seen. */
export function withoutUnwelcome(text: string): string {
  const unwelcome = findUnwelcomeCharacters(text).filter((character) => !isJoiner(character))
  return apply(
    text,
    unwelcome.map(({ index, kind }) => {
      // A plane beyond the first takes two units; a lone surrogate takes one.
      const length = kind === 'noncharacter' && (text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1
      return { start: index, end: index + length, text: '' }
    }),
  )
}

/** Edits that overlap an earlier one are left for the next round. */
function apply(text: string, edits: readonly Edit[]): string {
  const parts: string[] = []
  let place = 0
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (edit.start < place) continue
    parts.push(text.slice(place, edit.start), edit.text)
    place = edit.end
  }
  return parts.join('') + text.slice(place)
}

function findShortcodes(text: string): Edit[] {
  if (!/\{[{%]/.test(text)) return []
  const code: [number, number][] = []
  visit(parseText(text), ['code', 'inlineCode'], (node) => {
    code.push(rangeOf(node))
  })
  return [...text.matchAll(SHORTCODE)]
    .filter(({ index }) => !code.some(([start, end]) => index >= start && index < end))
    .map(({ 0: shortcode, index }) => ({ start: index, end: index + shortcode.length, text: wordsOf(shortcode) }))
}

/** The words that a shortcode shows: its text, title or label, or what says what its picture shows. */
function wordsOf(shortcode: string): string {
  const [, named] = /\b(?:text|title|label|caption|alt)[=:]\s*"([^"]+)"/.exec(shortcode) ?? []
  const [, described] = /^\{%\s*image\w*\s.*"([^"]+)"/s.exec(shortcode) ?? []
  return (named ?? described ?? '').replace(/\s+/g, ' ')
}

function findHtml(tree: Root, text: string): Edit[] {
  const edits: Edit[] = []
  visit(tree, 'html', (node: Html) => {
    const [start, end] = rangeOf(node)
    const html = text.slice(start, end)
    const comment = /^<!--.*?-->/s.exec(html)
    if (comment !== null) edits.push({ start, end: start + comment[0].length, text: '' })
    else {
      // What stands inside a line may be code once the line is read as Markdown: the next round sees.
      for (const { 0: opening, index } of html.matchAll(/^[ \t>]*</gm)) {
        const place = start + index + opening.length - 1
        // A backslash before it that escapes nothing belongs to an address, which takes all up to `<` or a space.
        const isLost = text[place - 1] === '\\'
        edits.push({ start: isLost ? place - 1 : place, end: place, text: isLost ? ' \\' : '\\' })
      }
    }
  })
  return edits
}

function findLinks(tree: Root, text: string): Edit[] {
  const bad = new Set<string>()
  const edits: Edit[] = []
  visit(tree, 'definition', (node: Definition) => {
    if (isKept(node.url)) return
    bad.add(node.identifier)
    edits.push(replace(node, ''))
  })
  visit(tree, (node) => {
    if (node.type === 'image' || node.type === 'imageReference') edits.push(replace(node, escapeWords(node.alt ?? '')))
    if (node.type === 'link' ? !isKept(node.url) : node.type === 'linkReference' && bad.has(node.identifier)) {
      edits.push(...unlink(node as Parents & RootContent, text))
    }
  })
  return edits
}

/** Whether a link leads to another site or a mailbox: the pages of the site that a text comes from are not there. */
function isKept(url: string): boolean {
  return /^https?:/i.test(url) ? findFaultInWebAddress(url) === undefined : /^mailto:[^@\s]+@[^@\s]+$/i.test(url)
}

/** Leave the words of a link; an address that stands in the text for itself becomes code, else it would be linked again. */
function unlink(node: Parents & RootContent, text: string): Edit[] {
  const [start, end] = rangeOf(node)
  if (text[start] !== '[') {
    return [{ start, end, text: `\`${text.slice(start, end).replace(/^<|>$/g, '').replaceAll('`', '')}\`` }]
  }
  const [first, last] = [node.children[0], node.children.at(-1)]
  if (first === undefined || last === undefined) return [{ start, end, text: '' }]
  return [
    { start, end: rangeOf(first)[0], text: '' },
    { start: rangeOf(last)[1], end, text: '' },
  ]
}

function findHeadings(tree: Root, text: string): Edit[] {
  const headings: Heading[] = []
  visit(tree, 'heading', (node: Heading) => {
    headings.push(node)
  })
  const highest = Math.min(...headings.map(({ depth }) => depth))
  let level = 1
  return headings.flatMap((heading): Edit[] => {
    const [first, last] = [heading.children[0], heading.children.at(-1)]
    if (first === undefined || last === undefined) return [replace(heading, '')]
    level = Math.min(heading.depth + 2 - highest, level + 1, 6)
    if (heading.depth === level) return []
    const words = text.slice(rangeOf(first)[0], rangeOf(last)[1]).replace(/\n[ \t>]*/g, ' ')
    return [replace(heading, `${'#'.repeat(level)} ${words}`)]
  })
}

function replace(node: Nodes, text: string): Edit {
  const [start, end] = rangeOf(node)
  return { start, end, text }
}

/** The offsets of a node; an empty stretch for the few that the parser gives no place. */
function rangeOf({ position }: Nodes): [number, number] {
  return [position?.start.offset ?? 0, position?.end.offset ?? 0]
}

function escapeWords(words: string): string {
  return words.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>|~#]/g, '\\$&')
}
