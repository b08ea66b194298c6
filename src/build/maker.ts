import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the project. */
export const PROJECT = fileURLToPath(new URL('../..', import.meta.url))

/** What decides how an archive is made: the code and the owner's settings, what is copied as it is, and every package. */
const MADE_BY = ['astro.config.mjs', 'package-lock.json', 'public', 'src']

/**
 * A digest of all that decides what is made of a content: code, settings, packages, the program that runs them. What was made by
 * another maker is not used again.
 */
export function digestOfMaker(): string {
  return digestOfCode(MADE_BY)
}

/** A digest of what decides how a content is read, checked and rendered: for what is kept of it, which editing a layout leaves alone. */
export function digestOfReader(): string {
  return digestOfCode(['package-lock.json', 'src/archive', 'src/markdown', 'src/source'])
}

/** A digest of what decides what words a report has, as they are indexed. */
export function digestOfTextMaker(): string {
  return digestOfCode(['package-lock.json', 'src/archive', 'src/markdown', 'src/search'])
}

/** A digest of some files and folders of the project, and of the program that runs them. */
export function digestOfCode(paths: readonly string[]): string {
  const hash = createHash('sha256').update(process.version)
  for (const path of paths.flatMap(filesBelow)) hash.update(`${path}\0`).update(readFileSync(join(PROJECT, path)))
  return hash.digest('hex').slice(0, 32)
}

function filesBelow(path: string): string[] {
  const whole = join(PROJECT, path)
  if (!existsSync(whole)) return []
  if (!statSync(whole).isDirectory()) return [path]
  return readdirSync(whole, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !isOfEditor(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(PROJECT.length).replaceAll('\\', '/'))
    .sort()
}

/** Whether a name is one that editors give to what they keep beside a file. */
function isOfEditor(name: string): boolean {
  return /^[.#]|[~#]$/.test(name)
}
