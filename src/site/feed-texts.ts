import { resolve } from 'node:path'
import { reportAddress } from '#archive/addresses.ts'
import type { Report } from '#archive/catalogue.ts'
import { renderForFeed } from '#markdown/feed-html.ts'
import { readBody } from '#source/read-report.ts'
import { readVersion, versionFile } from '#source/read-version.ts'
import { readEnvironment } from '../environment.ts'
import { absolute, base } from './links.ts'

const root = resolve(readEnvironment(process.env).content)

/** How many rendered texts are kept: enough for the newest reports, which are in most feeds; each takes a few kilobytes. */
const KEPT = 2000

const kept = new Map<string, string>()

/** The text of a report as HTML for feeds, rendered once however many feeds hold it. @throws Error that names the file */
export function renderFeedText(report: Report): string {
  const { id, file, digest } = report
  const known = kept.get(id)
  // In the live preview a file changes all the time.
  const html =
    known === undefined || import.meta.env.DEV
      ? render(report, readBody(root, file, import.meta.env.DEV ? undefined : digest))
      : known
  // What was asked for last is given up last.
  kept.delete(id)
  kept.set(id, html)
  if (kept.size > KEPT) for (const oldest of kept.keys().take(1)) kept.delete(oldest)
  return html
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
  return { report: then, html: render(then, frozen.body) }
}

function render({ lang: language, path, pictures, file }: Report, body: string): string {
  const address = reportAddress(path)
  try {
    return renderForFeed(body, { language, base, address, pictures }, absolute(address))
  } catch (error) {
    throw new Error(`${file} could not be rendered for feeds`, { cause: error })
  }
}
