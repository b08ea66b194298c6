import { lstatSync, readFileSync } from 'node:fs'
import type { Finding } from '#archive/problem.ts'
import { isMissing, messageOf } from './list-files.ts'

/**
 * The bytes of a file, or why it was not read. Only a file itself is read: a link may lead out of the archive, and a pipe never
 * ends.
 *
 * @param missing what to say when it is not there; `undefined` when that is no fault
 */
export function readBytes(path: string, missing: Finding | undefined): { bytes: Uint8Array } | { finding?: Finding } {
  try {
    const status = lstatSync(path)
    if (status.isFile()) return { bytes: readFileSync(path) }
    const what = status.isSymbolicLink() ? 'a symbolic link' : 'neither a file nor a link to one'
    return { finding: { code: 'stray-file', what, hint: 'put the file itself here' } }
  } catch (error) {
    if (isMissing(error)) return missing === undefined ? {} : { finding: missing }
    return {
      finding: { code: 'unreadable', what: `cannot be read: ${messageOf(error)}`, hint: 'check the permissions' },
    }
  }
}
