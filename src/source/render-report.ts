import { reportAddress } from '#archive/addresses.ts'
import type { Report } from '#archive/catalogue.ts'
import { renderMarkdown, type RenderedText } from '#markdown/pipeline.ts'
import { hash } from 'node:crypto'
import { NO_CACHE, type ContentCache } from './content-cache.ts'
import { readBody } from './read-report.ts'

/** How the text of a report is rendered. */
export interface RenderOptions {
  /** The content folder. */
  root: string
  /** The path of the site, without a slash at its end. */
  base: string
  /** Whether the file must be the one that was checked; not so in the live preview, where files change all the time. */
  checked: boolean
  /** What was rendered before. */
  cache?: ContentCache
}

/** Render the text of a report as it is now. @throws Error that names the file, which stops a build */
export function renderReport(report: Report, { root, base, checked, cache = NO_CACHE }: RenderOptions): RenderedText {
  const { lang: language, path, pictures, file, digest, numbering } = report
  const context = { language, base, address: reportAddress(path), pictures, numbering }
  const key = `text ${hash('sha256', JSON.stringify([digest, context]), 'hex')}`
  const kept = checked ? (cache.get(key) as RenderedText | undefined) : undefined
  if (kept !== undefined) return kept
  try {
    const text = renderMarkdown(readBody(root, file, checked ? digest : undefined), context)
    if (checked) cache.keep(key, text)
    return text
  } catch (error) {
    throw new Error(`${file} could not be rendered: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    })
  }
}
