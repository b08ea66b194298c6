import { resolve } from 'node:path'
import { reportAddress } from '#archive/addresses.ts'
import type { Report } from '#archive/catalogue.ts'
import { renderMarkdown } from '#markdown/pipeline.ts'
import { readBody } from '#source/read-report.ts'
import { readEnvironment } from '../environment.ts'
import { base } from './links.ts'

const root = resolve(readEnvironment(process.env).content)

/** The text of a report as HTML, sanitised. @throws Error that names the file, which stops the build */
export function renderReport(report: Report): string {
  const { lang: language, path, pictures, file, digest } = report
  // In the live preview a file changes all the time; what is wrong with it is told when it is read.
  const checked = import.meta.env.DEV ? undefined : digest
  try {
    return renderMarkdown(readBody(root, file, checked), { language, base, address: reportAddress(path), pictures })
      .html
  } catch (error) {
    throw new Error(`${file} could not be rendered`, { cause: error })
  }
}
