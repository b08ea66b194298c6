import { reportAddress } from '#archive/addresses.ts'
import type { Report } from '#archive/catalogue.ts'
import type { MarkdownTree } from '#markdown/parse-text.ts'
import { renderText, type ReportText } from '#markdown/feed-html.ts'
import { hash } from 'node:crypto'
import { NO_CACHE, type ContentCache } from './content-cache.ts'
import { readBody } from './read-report.ts'

/** How the text of a report is rendered. */
export interface RenderOptions {
  /** The content folder. */
  root: string
  /** Where the site will be served: its origin and its path. */
  site: URL
  /** Whether the file must be the one that was checked; not so in the live preview, where files change all the time. */
  checked: boolean
  /** What was rendered before. */
  cache?: ContentCache
  /** Whether the text is wanted for feeds too. */
  forFeeds: boolean
  /** The text and its tree, when somebody has parsed it already. */
  text?: { body: string; tree: MarkdownTree } | undefined
}

/** Render the text of a report as it is now. @throws Error that names the file, which stops a build */
export function renderReport(
  report: Report,
  { root, site, checked, forFeeds, cache = NO_CACHE, text: parsed }: RenderOptions,
): ReportText {
  const { file, digest, copies = {} } = report
  const { context, url, key } = circumstancesOf(report, site, forFeeds)
  const kept = checked ? (cache.get(key) as ReportText | undefined) : undefined
  if (kept !== undefined) return kept
  try {
    const body = parsed?.body ?? readBody(root, file, checked ? digest : undefined)
    const text = renderText(body, { ...context, copies: new Map(Object.entries(copies)) }, url, parsed?.tree)
    if (checked) cache.keep(key, text)
    return text
  } catch (error) {
    throw new Error(`${file} could not be rendered: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    })
  }
}

/** Whether the text of a report as it is now was rendered before, and is kept. */
export function isRendered(
  report: Report,
  { site, forFeeds, cache }: Pick<RenderOptions, 'site' | 'forFeeds'> & { cache: ContentCache },
): boolean {
  return cache.has(circumstancesOf(report, site, forFeeds).key)
}

/** What a text is rendered with, the whole address of the report where the text is for feeds too, and a key of all that its rendering depends on. */
function circumstancesOf(
  { lang: language, path, pictures, digest, numbering, copies = {} }: Report,
  site: URL,
  forFeeds: boolean,
) {
  const address = reportAddress(path)
  const base = site.pathname.replace(/\/$/, '')
  const context = { language, base, address, pictures, numbering }
  const url = forFeeds ? new URL(base + address, site.origin).href : undefined
  return { context, url, key: `text ${hash('sha256', JSON.stringify([digest, context, url, copies]), 'hex')}` }
}
