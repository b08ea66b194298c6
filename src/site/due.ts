import { once } from 'node:events'
import { readLines } from '#source/read-lines.ts'
import { readEnvironment } from '../environment.ts'

const { due: file } = readEnvironment(process.env)

/** Whether there will be said which pages are due. */
export const isAwaited = file !== undefined

let known: Promise<unknown> | undefined

/** Wait until the build has said which pages are due, by closing what it says things through. */
export async function dueIsKnown(): Promise<void> {
  if (!isAwaited) return
  known ??= once(process.stdin.resume(), 'end')
  await known
}

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
