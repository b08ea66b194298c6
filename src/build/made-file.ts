import { hash } from 'node:crypto'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { FileContent } from '#site/file-plans.ts'
import { writerBelow } from './write-below.ts'

/** A file that was made. */
export interface MadeFile {
  /** Its path in the folder of the archive. */
  path: string
  /** The beginning of its SHA-256, in hexadecimal. */
  digest: string
  /** Its size in bytes and when it was written, in milliseconds; missing when the same one stands in the archive, and it was not written. */
  written?: { size: number; modified: number }
}

/** What the pages of one route have cost: how long processors worked for them, also in the system. */
export interface Cost {
  pages: number
  milliseconds: number
}

/** Hexadecimal digits that are kept of the digest of a file. */
const DIGEST_LENGTH = 32

/**
 * A function that writes files below a folder, but for those that stand in the archive as they are.
 *
 * @returns what it is given: a path, what is to be there, and the digest of what stands at that path of the archive
 */
export function fileMakerIn(folder: string): (path: string, content: FileContent, standing?: string) => MadeFile {
  const write = writerBelow(folder)
  return (path, content, standing) => {
    const digest = digestOf(content)
    if (digest === standing) return { path, digest }
    write(path, content)
    return { path, digest, written: writtenAt(join(folder, path)) }
  }
}

/** The size of a file, and when it was written. */
export function writtenAt(file: string): { size: number; modified: number } {
  const { size, mtimeMs } = statSync(file)
  return { size, modified: mtimeMs }
}

/** The digest of a file, as it is kept. */
export function digestOf(content: FileContent): string {
  return hash('sha256', content, 'hex').slice(0, DIGEST_LENGTH)
}
