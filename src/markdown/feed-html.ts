import type { Element, ElementContent, Nodes, Root, RootContent } from 'hast'
import { VFile } from 'vfile'
import { directionOf } from '#archive/language.ts'
import type { Context } from './context.ts'
import { parseText, type MarkdownTree } from './parse-text.ts'
import { partsOf, pipeline, type RenderedText } from './pipeline.ts'
import { wordsFor } from './words.ts'

/** What of each element means something away from the page that it was made for; all other attributes are left out. */
const KEPT: Readonly<Record<string, readonly string[]>> = {
  a: ['href', 'title'],
  img: ['src', 'alt', 'title', 'width', 'height'],
  ol: ['start'],
  th: ['scope'],
}

/** Elements that only serve the page: what they hold takes their place. */
const UNWRAPPED: ReadonlySet<string> = new Set(['section', 'span'])

/**
 * Render the body of a report for a feed reader, where neither our style sheet nor our page is around it: the same list of plugins,
 * then without the links that paragraphs have to themselves, without ids, classes and hints for a browser, and with whole addresses.
 * A text that is written from right to left says so itself, since a feed has no place to say it.
 *
 * @param url the whole address of the report, which relative addresses and fragments are completed with
 * @throws what `renderMarkdown` throws
 */
export function renderForFeed(body: string, context: Omit<Context, 'words'>, url: string): string {
  const file = fileOf(body, context)
  return toFeedHtml(pipeline.runSync(parseText(body), file), context.language, url)
}

/** A text as it is rendered for its page and for feeds. */
export interface ReportText extends RenderedText {
  /** Its HTML for feeds, where that was asked for. */
  feed?: string
}

/**
 * Render the body of a report for its page, and for feeds at once.
 *
 * @param url the whole address of the report; missing where nothing is wanted for feeds
 * @param parsed the tree of the body, when somebody has parsed it already; it is used up
 * @throws what `renderMarkdown` throws
 */
export function renderText(
  body: string,
  context: Omit<Context, 'words'>,
  url: string | undefined,
  parsed?: MarkdownTree,
): ReportText {
  const file = fileOf(body, context)
  const tree = pipeline.runSync(parsed ?? parseText(body), file)
  // What numbers of paragraphs add to a text is left out for feeds.
  const text = { html: pipeline.stringify(tree, file), ...partsOf(tree) }
  return url === undefined ? text : { ...text, feed: toFeedHtml(tree, context.language, url) }
}

function fileOf(body: string, context: Omit<Context, 'words'>): VFile {
  return new VFile({ value: body, data: { context: { ...context, words: wordsFor(context.language) } } })
}

function toFeedHtml(tree: Root, language: string, url: string): string {
  const children = tree.children.flatMap((node) => portable(node, url)) as RootContent[]
  return pipeline.stringify({ type: 'root', children: turned(children, language) })
}

/** A node as it can stand anywhere: itself, what it holds, or nothing. */
function portable(node: Nodes, url: string): ElementContent[] {
  if (node.type === 'text') return [node]
  if (node.type !== 'element' || isOurLink(node)) return []
  const { tagName, properties } = node
  const children = node.children.flatMap((child) => portable(child, url))
  // A paragraph that held only places of paragraphs that are no more has nothing to say here.
  if (UNWRAPPED.has(tagName) || (tagName === 'p' && children.length === 0)) return children
  const kept = (KEPT[tagName] ?? []).filter((name) => properties[name] !== undefined)
  const own = kept.map((name): [string, Element['properties'][string]] => [name, whole(name, properties[name], url)])
  return [{ type: 'element', tagName, properties: Object.fromEntries(own), children }]
}

/** Whether an element is the link of a paragraph to itself: the sanitiser has left no class of anybody else's. */
function isOurLink({ tagName, properties }: Element): boolean {
  return tagName === 'a' && Array.isArray(properties['className']) && properties['className'].includes('anchor')
}

/** An attribute with its address completed, if it is one. */
function whole(name: string, value: Element['properties'][string], url: string): Element['properties'][string] {
  if (typeof value !== 'string' || (name !== 'href' && name !== 'src')) return value
  return /^[a-z][a-z\d+.-]*:/i.test(value) ? value : (URL.parse(value, url)?.href ?? value)
}

/** The content of a text, in a block that says its direction where that is not the usual one. */
function turned(children: RootContent[], language: string): Root['children'] {
  if (directionOf(language) === 'ltr') return children
  const properties = { lang: language, dir: 'rtl' }
  return [{ type: 'element', tagName: 'div', properties, children: children as ElementContent[] }]
}
