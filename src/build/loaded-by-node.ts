import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { isAtOrBelow } from '#source/watch-folders.ts'
import { digestOfCode, PROJECT } from './maker.ts'

/** What is made of pages and of the content collection, and declares types. */
const OF_ASTRO = new Set(['content.config.ts', 'env.d.ts'])

/**
 * The code that Node loads by itself while the live preview runs, since it has nothing of Astro in it: that takes a fraction of the time that Vite
 * takes, and the loader of the content, the pages and the preview share what is loaded.
 */
const CODE = [
  ...['archive', 'build', 'commands', 'formats', 'integrations', 'markdown', 'search', 'site', 'source'],
  // The settings, and what an owner has them import.
  ...readdirSync(join(PROJECT, 'src')).filter((name) => name.endsWith('.ts') && !OF_ASTRO.has(name)),
].map((name) => `src/${name}`)

/** Where that code lies. */
export const LOADED_BY_NODE: readonly string[] = CODE.map((path) => join(PROJECT, path))

/** The door to the content collection, which only Astro can open. */
const DOOR = join(PROJECT, 'src/site/catalogue.ts')

/** Whether a file, by its whole path, is code that Node loads while the live preview runs. */
export function isLoadedByNode(file: string): boolean {
  return file.endsWith('.ts') && file !== DOOR && isAtOrBelow(LOADED_BY_NODE, file)
}

/** What the live preview has to begin anew for when it changes: code that Node has loaded, packages, the configuration of Astro. */
const MADE_ANEW_FOR = ['astro.config.mjs', 'package-lock.json', ...CODE]

/** Where to look for such changes. */
export const WATCHED_CODE: readonly string[] = MADE_ANEW_FOR.map((path) => join(PROJECT, path))

/** A digest of it, which tells an edit from a file that an editor keeps beside the one that is edited. */
export function digestOfWatchedCode(): string {
  return digestOfCode(MADE_ANEW_FOR)
}
