import { resolve } from 'node:path'
import { reportAddress } from '#archive/addresses.ts'
import type { Report } from '#archive/catalogue.ts'
import type { History } from '#archive/ledger.ts'
import { numberingOf } from '#archive/paragraph-numbers.ts'
import type { FrontMatter } from '#archive/report.ts'
import type { ReportText } from '#markdown/feed-html.ts'
import { renderMarkdown, type RenderedText } from '#markdown/pipeline.ts'
import { readReportFile } from '#source/read-report.ts'
import { renderReport } from '#source/render-report.ts'
import { readVersion } from '#source/read-version.ts'
import { readEnvironment } from '../environment.ts'
import { settings } from '../site.config.ts'
import { contentCache } from './content-cache.ts'
import { base } from './links.ts'
import { getCopies } from './outgoing-links.ts'

const { content, live, site } = readEnvironment(process.env)
const root = resolve(content)

/** The text of a report, sanitised, with its paragraphs. @throws Error that names the file, which stops the build */
export function renderText(report: Report): ReportText {
  return renderReport(report, { root, site, checked: !live, forFeeds: settings.feeds.texts, cache: contentCache })
}

/** The file of a report, byte for byte; of one that was removed the front matter alone. @throws Error when it has changed */
export function readSource(report: Report): Uint8Array<ArrayBuffer> {
  const { file, digest, status } = report
  return readReportFile(root, file, {
    ...(!live && { digest }),
    withoutText: status === 'gone',
  })
}

export type { RenderedText }

/** A recorded wording of a report, rendered. */
export interface RenderedVersion extends RenderedText {
  /** The front matter as it was. */
  frontMatter: FrontMatter
  /** The text as Markdown. */
  body: string
}

/**
 * A recorded wording of a report, with the paragraphs numbered as they were.
 *
 * @param report as it is now: where it is, and its pictures, those of earlier wordings among them
 * @throws Error that names the file, which stops the build
 */
export function renderVersion({ path, pictures }: Report, { id, versions }: History, version: number): RenderedVersion {
  const file = `versions/${id}/${String(version)}.md`
  const frozen = readVersion(root, id, version)
  if (frozen === undefined) throw new Error(`${file} is missing: restore it from version control`)
  const { frontMatter, body } = frozen
  const numbering = numberingOf(versions.filter((one) => one.version <= version))
  const formerAddress = reportAddress(versions.find((one) => one.version === version)?.path ?? path)
  const addresses = { base, address: reportAddress(path), formerAddress }
  const context = { language: frontMatter.lang, ...addresses, pictures, numbering, copies: getCopies() }
  try {
    return { ...renderMarkdown(body, context), frontMatter, body }
  } catch (error) {
    throw new Error(`${file} could not be rendered`, { cause: error })
  }
}
