import { resolve } from 'node:path'
import { reportAddress } from '#archive/addresses.ts'
import type { Report } from '#archive/catalogue.ts'
import { renderForFeed } from '#markdown/feed-html.ts'
import { readBody } from '#source/read-report.ts'
import { readVersion, versionFile } from '#source/read-version.ts'
import { readEnvironment } from '../environment.ts'
import { hash } from 'node:crypto'
import { contentCache } from './content-cache.ts'
import { absolute, base } from './links.ts'

const { content, live } = readEnvironment(process.env)
const root = resolve(content)

/** The text of a report as HTML for feeds, rendered once however many feeds hold it. @throws Error that names the file */
export function renderFeedText(report: Report): string {
  const { file, digest } = report
  return render(report, live ? undefined : digest, () => readBody(root, file, live ? undefined : digest))
}

/**
 * A report as it was recorded, and its text then.
 *
 * @param report as it is now: its pictures, those of earlier wordings among them
 * @param path where it was
 * @throws Error that names the file
 */
export function readFrozen(report: Report, path: string, version: number): { report: Report; html: string } {
  const frozen = readVersion(root, report.id, version)
  const file = versionFile(report.id, version)
  if (frozen === undefined) throw new Error(`${file} is missing: restore it from version control`)
  const { pictures, digest, status } = report
  const then = { ...frozen.frontMatter, path, file, digest, pictures, status }
  return { report: then, html: render(then, undefined, () => frozen.body) }
}

/** @param digest that of the file, when what is rendered may be kept and used again */
function render(
  { lang: language, path, pictures, file }: Report,
  digest: string | undefined,
  readText: () => string,
): string {
  const context = { language, base, address: reportAddress(path), pictures }
  const url = absolute(context.address)
  const key = `feed ${hash('sha256', JSON.stringify([digest, context, url]), 'hex')}`
  const kept = digest === undefined ? undefined : contentCache.get(key)
  if (typeof kept === 'string') return kept
  try {
    const html = renderForFeed(readText(), context, url)
    if (digest !== undefined) contentCache.keep(key, html)
    return html
  } catch (error) {
    throw new Error(`${file} could not be rendered for feeds`, { cause: error })
  }
}
