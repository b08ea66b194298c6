import { renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { AstroIntegration } from 'astro'
import type { Report } from '#archive/catalogue.ts'
import type { KeptContents } from '#build/read-ahead.ts'
import { writerBelow } from '#build/write-below.ts'
import { writeSearch } from '#build/write-search.ts'
import { toBlocks } from '#search/blocks.ts'
import { SEARCH_FOLDER } from '#search/manifest.ts'
import { openOwnCache } from '#build/own-cache.ts'
import { watchedPaths } from '#source/report-files.ts'
import type { ReadArchiveOptions } from '#source/read-archive.ts'
import { renderReport, type RenderOptions } from '#source/render-report.ts'
import { isAtOrBelow } from '#source/watch-folders.ts'
import { afterFirstPage } from './after-first-page.ts'
import { readCatalogue } from './read-catalogue.ts'
import { serveFolder } from './serve-folder.ts'

/** What a thread that makes the search of the live preview must know; plain data, since it goes to another thread. */
export interface LiveSearchTask extends KeptContents, Omit<ReadArchiveOptions, 'cache' | 'texts'> {
  /** The folder where the files are wanted. */
  out: string
  /** Where indexes are kept, to be used again while their reports do not change. */
  indexes: string
}

/**
 * Make the search index for the live preview, from the sources, and again whenever they change: in a thread of its own, since pages
 * would have to wait for it.
 *
 * @param isLate whether it is only made when it is told that the content has changed
 */
export function searchIndex(task: Omit<LiveSearchTask, 'out'>, isLate: boolean): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:server:setup': ({ server, logger }) => {
        const out = join(server.config.cacheDir, 'live-search')
        const refresh = live(async () => {
          const count = await makeInThread({ ...task, out: `${out}-next` })
          // Made aside, so that the search answers while it is made anew.
          rmSync(out, { recursive: true, force: true })
          renameSync(`${out}-next`, out)
          logger.info(`${String(count)} reports can be searched`)
        }, logger)
        server.middlewares.use(serveFolder(out, SEARCH_FOLDER))
        const paths = watchedPaths(task)
        server.watcher.on('all', (_, path) => {
          if (isAtOrBelow(paths, path)) refresh()
        })
        if (!isLate) afterFirstPage(server, refresh)
      },
    },
  }
}

function makeInThread(task: LiveSearchTask): Promise<number> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./live-search-thread.ts', import.meta.url), { workerData: task })
    thread.on('message', resolve)
    thread.on('error', reject)
  })
}

/** What the thread does. @returns how many reports can be searched */
export async function writeLiveSearch({
  out,
  indexes,
  contents,
  reader,
  site,
  ...where
}: LiveSearchTask): Promise<number> {
  rmSync(out, { recursive: true, force: true })
  const cache = openOwnCache(contents, reader)
  const { catalogue, ledger } = readCatalogue({ ...where, cache })
  await writeSearch(writerBelow(out), {
    catalogue,
    settings: where.settings,
    blocksOf: (report) =>
      toBlocks(
        renderText(report, { root: where.root, site: new URL(site), forFeeds: where.settings.feeds.texts, cache }),
      ),
    recordedOn: ({ id }) => ledger.histories.get(id)?.published,
    cache: indexes,
  })
  cache.close()
  return catalogue.reports.length
}

/** The text of a report for the live preview; none while it has a fault, which is told when it is checked. */
function renderText(report: Report, where: Omit<RenderOptions, 'checked'>): string {
  try {
    return renderReport(report, { ...where, checked: true }).html
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
