import { join } from 'node:path'
import type { FrontMatter } from '#archive/report.ts'
import { checkFrontMatter } from './check-front-matter.ts'
import { decode } from './decode.ts'
import { splitFrontMatter } from './front-matter.ts'
import { readBytes } from './read-bytes.ts'
import { digestWording } from './wording.ts'

/** A recorded wording of a report, from the file that was frozen when it was recorded. */
export interface FrozenVersion {
  frontMatter: FrontMatter
  body: string
  /** The digest of its title and text, as in the ledger. */
  wording: string
}

/** The file of a recorded wording, relative to the content folder: a copy of the file of the report, byte for byte. */
export function versionFile(id: string, version: number): string {
  return `versions/${id}/${String(version)}.md`
}

/** Read a recorded wording; `undefined` when its file is missing or cannot be understood. */
export function readVersion(root: string, id: string, version: number): FrozenVersion | undefined {
  const read = readBytes(join(root, versionFile(id, version)), undefined)
  const decoded = 'bytes' in read ? decode(read.bytes) : undefined
  const split = decoded !== undefined && 'text' in decoded ? splitFrontMatter(decoded.text) : undefined
  if (split === undefined || 'finding' in split) return undefined
  // What was right when it was recorded is not held against the day of today, nor against a folder that it may have left.
  const { known } = checkFrontMatter(split.yaml, undefined, '9999-12-31')
  const { title, id: own, lang } = known
  if (title === undefined || own !== id || lang === undefined) return undefined
  return { frontMatter: known as FrontMatter, body: split.body, wording: digestWording(title, split.body) }
}
