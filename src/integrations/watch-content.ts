import type { AstroIntegration } from 'astro'
import { watchedPaths } from '#source/report-files.ts'
import type { ReadArchiveOptions } from '#source/read-archive.ts'
import { watchFolders } from '#source/watch-folders.ts'

/**
 * Tell everything that goes by Vite's watcher what changes in the content. That watcher itself leaves the content alone (`astro.config.mjs`):
 * it looks at every file before the first page.
 */
export function watchContent(archive: ReadArchiveOptions): AstroIntegration {
  return {
    name: 'watch-content',
    hooks: {
      'astro:server:setup': ({ server, logger }) => {
        const tell = (path: string): void => {
          server.watcher.emit('all', 'change', path)
        }
        const stop = watchFolders(watchedPaths(archive), tell, ({ message }) => {
          logger.warn(`some changes of the content will not be noticed: ${message}`)
        })
        server.httpServer?.once('close', stop)
      },
    },
  }
}
