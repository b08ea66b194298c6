import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { toOutgoingLinksText, type OutgoingLink } from '#archive/outgoing-links.ts'
import { isMissing } from './list-files.ts'
import { OUTGOING_LINKS } from './read-outgoing-links.ts'

/**
 * Write what is known of pages elsewhere: the whole file, or nothing. It is written beside itself and put in its place by a rename,
 * so that whoever stops the command finds the file as it was. When there is nothing to say, no file is made.
 *
 * @returns whether anything was different from before
 */
export function writeOutgoingLinks(root: string, links: readonly OutgoingLink[]): boolean {
  const file = join(root, OUTGOING_LINKS)
  const text = toOutgoingLinksText(links)
  if (text === textOf(file)) return false
  const next = join(root, `.${OUTGOING_LINKS}.${String(process.pid)}`)
  try {
    writeFileSync(next, text)
    renameSync(next, file)
  } finally {
    rmSync(next, { force: true })
  }
  return true
}

/** The text of a file; none when it is not there. */
function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (isMissing(error)) return ''
    throw error
  }
}
