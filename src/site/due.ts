import { readLines } from '#source/read-lines.ts'
import { readEnvironment } from '../environment.ts'

const { due: file } = readEnvironment(process.env)

let due: ReadonlySet<string> | undefined

/** Whether the page at an address has to be made in this build; all have where nobody said which. */
export function isDue(address: string): boolean {
  if (file === undefined) return true
  due ??= new Set(readLines(file))
  return due.has(address)
}
