import { resolve } from 'node:path'
import { reportAddress } from '#archive/addresses.ts'
import type { Report } from '#archive/catalogue.ts'
import { renderForFeed } from '#markdown/feed-html.ts'
import { readVersion, versionFile } from '#source/read-version.ts'
import { readEnvironment } from '../environment.ts'
import { absolute, base } from './links.ts'

const root = resolve(readEnvironment(process.env).content)

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
  const { pictures, digest, size, status } = report
  const then = { ...frozen.frontMatter, path, file, digest, size, pictures, status }
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
