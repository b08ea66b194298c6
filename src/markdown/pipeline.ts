import type { Root } from 'hast'
import rehypeSanitize from 'rehype-sanitize'
import rehypeStringify from 'rehype-stringify'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { readingMinutes } from '#archive/reading-time.ts'
import type { Context } from './context.ts'
import { eachElement } from './each-element.ts'
import { type Heading, headingsOf } from './headings.ts'
import { parseText } from './parse-text.ts'
import { rehypeFigures } from './rehype-figures.ts'
import { rehypeFootnotes } from './rehype-footnotes.ts'
import { rehypeHeadings } from './rehype-headings.ts'
import { rehypeLinks } from './rehype-links.ts'
import { rehypeParagraphAnchors } from './rehype-paragraph-anchors.ts'
import { rehypeSchemes } from './rehype-schemes.ts'
import { rehypeTables } from './rehype-tables.ts'
import { remarkRefuseHtml } from './remark-refuse-html.ts'
import { remarkTaskLists } from './remark-task-lists.ts'
import { sanitiseSchema } from './sanitise-schema.ts'
import { ownTextOf, textOf } from './text-of.ts'
import { wordsFor } from './words.ts'

/** What is done with the tree of a text (`parse-text.ts`), and the only place where the order of plugins is decided. */
export const pipeline = unified()
  .use(remarkRefuseHtml)
  .use(remarkTaskLists)
  .use(remarkRehype, { clobberPrefix: 'note-' }) // part of the address of every footnote: never to be changed
  .use(rehypeSchemes)
  .use(rehypeSanitize, sanitiseSchema) // before all plugins of ours: what they add is ours, what they get is clean
  .use(rehypeHeadings)
  .use(rehypeFigures) // before the paragraphs are numbered: a figure is none
  .use(rehypeTables) // likewise: a caption is none
  .use(rehypeFootnotes)
  .use(rehypeLinks)
  .use(rehypeParagraphAnchors) // last: its links are its own
  .use(rehypeStringify)
  .freeze()

/** A paragraph of a rendered text. */
export interface Paragraph {
  /** Its anchor on the page, `p4`. */
  id: string
  /** Its words, without the numbers of footnotes and without those of lists inside it. */
  text: string
}

/** A link of a text to a page elsewhere. */
export interface LinkElsewhere {
  url: string
  /** Its words. */
  text: string
}

/** A rendered text. */
export interface RenderedText {
  html: string
  /** The numbered paragraphs, in order. */
  paragraphs: Paragraph[]
  /** The headings of the text, in order. */
  headings: Heading[]
  /** Every id of the text, in order: what a link to a part of it may name. */
  anchors: string[]
  /** Its links to pages elsewhere, in order. */
  links: LinkElsewhere[]
  /** How many minutes it takes to read: all of it, quotations, tables and notes included. */
  minutes: number
}

/**
 * Render the body of a report.
 *
 * @param body Markdown (CommonMark 0.31, GFM)
 * @throws VFileMessage for raw HTML, Error for a picture that was not measured; a checked report has neither
 */
export function renderMarkdown(body: string, context: Omit<Context, 'words'>): RenderedText {
  const file = new VFile({ value: body, data: { context: { ...context, words: wordsFor(context.language) } } })
  const tree = pipeline.runSync(parseText(body), file)
  return { html: pipeline.stringify(tree, file), ...partsOf(tree) }
}

/** What a text consists of, beside its HTML. */
export function partsOf(tree: Root): Omit<RenderedText, 'html'> {
  const paragraphs: Paragraph[] = []
  const anchors: string[] = []
  const links: LinkElsewhere[] = []
  eachElement(tree, (element) => {
    const { id, href } = element.properties
    if (typeof href === 'string' && /^https?:/i.test(href)) links.push({ url: href, text: textOf(element).trim() })
    if (typeof id !== 'string') return
    anchors.push(id)
    if (/^p\d+$/.test(id) && element.tagName !== 'span') paragraphs.push({ id, text: ownTextOf(element) })
  })
  return { paragraphs, headings: headingsOf(tree), anchors, links, minutes: readingMinutes([textOf(tree)]) }
}
