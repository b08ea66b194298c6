import { readLines } from '#source/read-lines.ts'
import { readEnvironment } from '../environment.ts'

const { due: file } = readEnvironment(process.env)

let due: ReadonlyMap<string, string> | undefined

/** Whether the page at an address has to be made in this build; all have where nobody said which. */
export function isDue(address: string): boolean {
  return file === undefined || readDue(file).has(address)
}

/** The digest of what stands at an address that is due, where something does. */
export function dueDigest(address: string): string | undefined {
  const digest = file === undefined ? '' : readDue(file).get(address)
  return digest === '' ? undefined : digest
}

/** Addresses that are due, with the digest of what stands there, or nothing: `/2024/ 03f2…`. */
function readDue(from: string): ReadonlyMap<string, string> {
  due ??= new Map(
    readLines(from).map((line) => {
      const [address = '', digest = ''] = line.split(' ')
      return [address, digest]
    }),
  )
  return due
}
