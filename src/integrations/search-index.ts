import { renameSync, rmSync } from 'node:fs'
import { join, sep } from 'node:path'
import type { AstroIntegration } from 'astro'
import type { Report } from '#archive/catalogue.ts'
import { toBlocks } from '#search/blocks.ts'
import { SEARCH_FOLDER } from '#search/manifest.ts'
import type { ReadArchiveOptions } from '#source/read-archive.ts'
import { renderReport } from '#source/render-report.ts'
import { serveFolder } from './serve-folder.ts'
import { readCatalogue } from './read-catalogue.ts'
import { writerBelow } from '#build/write-below.ts'
import { writeSearch } from '#build/write-search.ts'

/**
 * Make the search index for the live preview, from the sources, and again whenever they change.
 *
 * @param cache the folder where indexes are kept, to be used again while their reports do not change
 */
export function searchIndex(archive: ReadArchiveOptions, cache: string): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:server:setup': ({ server, logger }) => {
        const out = join(server.config.cacheDir, 'live-search')
        const refresh = live(async () => {
          const { catalogue, ledger } = readCatalogue(archive)
          // Made aside, so that the search answers while it is made anew.
          const next = `${out}-next`
          rmSync(next, { recursive: true, force: true })
          await writeSearch(writerBelow(next), {
            catalogue,
            settings: archive.settings,
            blocksOf: (report) => toBlocks(renderText(archive.root, report)),
            recordedOn: ({ id }) => ledger.histories.get(id)?.published,
            cache,
          })
          rmSync(out, { recursive: true, force: true })
          renameSync(next, out)
          logger.info(`${String(catalogue.reports.length)} reports can be searched`)
        }, logger)
        server.middlewares.use(serveFolder(out, SEARCH_FOLDER))
        server.watcher.add(archive.root)
        server.watcher.on('all', (_, path) => {
          if (path.startsWith(archive.root + sep)) refresh()
        })
        refresh()
      },
    },
  }
}

/** The text of a report for the live preview; none while it has a fault, which is told when it is checked. */
function renderText(root: string, report: Report): string {
  try {
    return renderReport(report, { root, site: new URL('http://localhost/'), checked: false }).html
  } catch {
    return ''
  }
}

/** Run `work` a moment after the last of several calls, one run after the other; failures are only told. */
function live(work: () => Promise<void>, logger: { error: (message: string) => void }): () => void {
  let timer: NodeJS.Timeout | undefined
  let running = Promise.resolve()
  return () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      running = running.then(work).catch((error: unknown) => {
        logger.error(error instanceof Error ? error.message : String(error))
      })
    }, 200)
  }
}
