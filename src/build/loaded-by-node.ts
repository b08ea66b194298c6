import { join } from 'node:path'
import { isAtOrBelow } from '#source/watch-folders.ts'
import { PROJECT } from './maker.ts'

/**
 * The rooms and files of the code that Node loads by itself while the live preview runs, since they have nothing of Astro in them: that takes
 * a fraction of the time that Vite takes, and the loader of the content, the pages and the preview share what is loaded.
 */
export const LOADED_BY_NODE: readonly string[] = [
  'archive',
  'build',
  'commands',
  'formats',
  'integrations',
  'markdown',
  'search',
  'site',
  'source',
  'environment.ts',
  'site.config.ts',
].map((path) => join(PROJECT, 'src', path))

/** The door to the content collection, which only Astro can open. */
const DOOR = join(PROJECT, 'src/site/catalogue.ts')

/** Whether a file, by its whole path, is code that Node loads while the live preview runs. */
export function isLoadedByNode(file: string): boolean {
  return file.endsWith('.ts') && file !== DOOR && isAtOrBelow(LOADED_BY_NODE, file)
}
