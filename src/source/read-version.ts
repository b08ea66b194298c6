import { hash } from 'node:crypto'
import { join } from 'node:path'
import type { FrontMatter } from '#archive/report.ts'
import { checkFrontMatter } from './check-front-matter.ts'
import type { ContentCache } from './content-cache.ts'
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
  return 'bytes' in read ? understand(read.bytes, id) : undefined
}

/**
 * Digests of the file of a recorded wording, and of its title and text: for who compares them all. What was understood before is not
 * taken apart again.
 *
 * @returns `undefined` when the file is missing or cannot be understood
 */
export function digestVersion(
  root: string,
  id: string,
  version: number,
  cache: ContentCache,
): { file: string; wording: string } | undefined {
  const read = readBytes(join(root, versionFile(id, version)), undefined)
  if (!('bytes' in read)) return undefined
  const file = hash('sha256', read.bytes, 'hex')
  const key = `wording ${hash('sha256', JSON.stringify([id, file]), 'hex')}`
  const kept = cache.get(key)
  if (typeof kept === 'string') return { file, wording: kept }
  const wording = understand(read.bytes, id)?.wording
  if (wording === undefined) return undefined
  cache.keep(key, wording)
  return { file, wording }
}

function understand(bytes: Uint8Array, id: string): FrozenVersion | undefined {
  const decoded = decode(bytes)
  const split = 'text' in decoded ? splitFrontMatter(decoded.text) : undefined
  if (split === undefined || 'finding' in split) return undefined
  // What was right when it was recorded is not held against the day of today, nor against a folder that it may have left.
  const { known } = checkFrontMatter(split.yaml, undefined, '9999-12-31')
  const { title, id: own, lang } = known
  if (title === undefined || own !== id || lang === undefined) return undefined
  return { frontMatter: known as FrontMatter, body: split.body, wording: digestWording(title, split.body) }
}
