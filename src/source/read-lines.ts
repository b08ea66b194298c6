import { readFileSync } from 'node:fs'

/** The lines of a text file. */
export function readLines(file: string): string[] {
  return readFileSync(file, 'utf8').split('\n')
}
