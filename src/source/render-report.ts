import { reportAddress } from '#archive/addresses.ts'
import type { Report } from '#archive/catalogue.ts'
import type { Copies } from '#archive/outgoing-links.ts'
import { renderMarkdown, type RenderedText } from '#markdown/pipeline.ts'
import { readBody } from './read-report.ts'

/** How the text of a report is rendered. */
export interface RenderOptions {
  /** The content folder. */
  root: string
  /** The path of the site, without a slash at its end. */
  base: string
  /** Whether the file must be the one that was checked; not so in the live preview, where files change all the time. */
  checked: boolean
  /** Copies of pages elsewhere, for the links to these. */
  copies?: Copies
}

/** Render the text of a report as it is now. @throws Error that names the file, which stops a build */
export function renderReport(report: Report, { root, base, checked, copies }: RenderOptions): RenderedText {
  const { lang: language, path, pictures, file, digest, numbering } = report
  const context = { language, base, address: reportAddress(path), pictures, numbering, copies }
  try {
    return renderMarkdown(readBody(root, file, checked ? digest : undefined), context)
  } catch (error) {
    throw new Error(`${file} could not be rendered: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    })
  }
}
