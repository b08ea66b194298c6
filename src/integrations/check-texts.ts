import type { AstroIntegration } from 'astro'
import { join } from 'node:path'
import { readAhead, type KeptContents } from '#build/read-ahead.ts'
import { NO_CACHE } from '#source/content-cache.ts'
import { isReadFast, listReports } from '#source/report-files.ts'
import type { ReadArchiveOptions } from '#source/read-archive.ts'
import { afterFirstPage } from './after-first-page.ts'

/** Whether checking all texts takes so long that pages are shown before. */
export function isCheckedLate({ root, settings, today, period, cache = NO_CACHE }: ReadArchiveOptions): boolean {
  return !isReadFast(listReports(root, period), { root, settings, today, cache })
}

/**
 * Check the texts of an archive for the live preview where that takes long: on all cores, while the first pages are shown. Then what
 * goes by the content is told that it has changed.
 */
export function checkTexts(archive: ReadArchiveOptions, kept: KeptContents): AstroIntegration {
  return {
    name: 'check-texts',
    hooks: {
      'astro:server:setup': ({ server, logger }) => {
        afterFirstPage(server, () => {
          const [first = ''] = listReports(archive.root, archive.period)
          readAhead(archive, kept, () => undefined)
            .catch((error: unknown) => {
              logger.error(error instanceof Error ? error.message : String(error))
            })
            // What could not be read ahead is read then.
            .finally(() => server.watcher.emit('all', 'change', join(archive.root, first)))
        })
      },
    },
  }
}
