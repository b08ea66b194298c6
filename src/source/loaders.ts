import { join } from 'node:path'
import type { Loader, LoaderContext } from 'astro/loaders'
import type { Report } from '#archive/catalogue.ts'
import { countErrors, formatProblem } from '#archive/problem.ts'
import { NO_CACHE } from './content-cache.ts'
import { handOver, type HandedOver } from './hand-over.ts'
import { watchedPaths, isCheckedFast, listReports } from './report-files.ts'
import { readArchive, type ReadArchiveOptions, type SourceArchive } from './read-archive.ts'
import { readVocabularies } from './read-vocabularies.ts'
import { isAtOrBelow } from './watch-folders.ts'

/**
 * The loader of the content collection of reports. Astro's own `glob()` loses reports without an error in six ways
 * (https://github.com/withastro/astro/issues/18054 is one); this one reads everything or stops the build with every
 * problem of every file. The store keeps digests, since Astro writes it to disk, bundles and parses it; the reports
 * themselves are handed over in memory, and bodies stay on disk.
 *
 * In the live preview nothing is stopped: problems are printed, drafts are shown at their addresses, and a report that
 * cannot be understood for the moment keeps its last state.
 */
export function reportsLoader(options: ReadArchiveOptions): Loader {
  return {
    name: 'archive-reports',
    load: ({ store, logger, watcher }) => {
      const reports = new Map<string, HandedOver>()
      const put = (report: Report): void => {
        const { path, digest } = report
        store.set({ id: path, data: { digest }, digest })
        reports.set(path, { digest, reports: [report] })
      }
      handOver(reports)
      if (watcher === undefined) {
        const archive = readCheckedArchive(options)
        store.clear()
        archive.reports.forEach(put)
        logger.info(summarise(archive))
        return Promise.resolve()
      }
      const { root, settings, period, cache = NO_CACHE } = options
      let isFirst = true
      const fill = (): void => {
        // What takes long is done after the first page, and then this again (`integrations/check-texts.ts`).
        const texts = !isFirst || isCheckedFast(listReports(root, period), { root, settings, cache })
        isFirst = false
        const archive = readArchive({ ...options, texts })
        cache.flush()
        const shown = [...archive.reports, ...archive.drafts]
        const kept = new Set([...shown, ...archive.problems].map(({ file }) => file.replace(/\.md$/, '')))
        for (const id of store.keys().filter((one) => !kept.has(`reports/${one}`))) {
          store.delete(id)
          reports.delete(id)
        }
        shown.forEach(put)
        // Of one that is broken since before this process there is no last state to keep.
        for (const id of store.keys().filter((one) => !reports.has(one))) store.delete(id)
        if (countErrors(archive.problems) > 0) logger.error(listProblems('the content has problems', archive))
        logger.info(summarise(archive) + (texts ? '' : '; their texts are being checked'))
      }
      doAgain(watcher, watchedPaths(options), fill)
      return Promise.resolve()
    },
  }
}

/** The loader of the terms of all vocabularies, whose problems the loader of reports tells. */
export function termsLoader({ root, cache = NO_CACHE }: ReadArchiveOptions): Loader {
  return {
    name: 'archive-terms',
    load: ({ store, watcher }) => {
      const fill = (): void => {
        store.clear()
        for (const term of readVocabularies(root, cache).terms) {
          store.set({ id: `${term.vocabulary}/${term.id}`, data: { ...term } })
        }
        cache.flush()
      }
      if (watcher === undefined) fill()
      else doAgain(watcher, [join(root, 'vocabularies')], fill)
      return Promise.resolve()
    },
  }
}

/** Do something now, and again whenever it is told that something at or below some paths has changed (`integrations/watch-content.ts`). */
function doAgain(watcher: NonNullable<LoaderContext['watcher']>, paths: readonly string[], work: () => void): void {
  work()
  watcher.on('all', (_, path) => {
    if (isAtOrBelow(paths, path)) work()
  })
}

/** Read an archive that must be free of errors. @throws Error whose message names every problem, one a line */
export function readCheckedArchive(options: ReadArchiveOptions): SourceArchive {
  const archive = readArchive(options)
  const errors = countErrors(archive.problems)
  if (errors === 0) return archive
  throw new Error(listProblems('the content has problems, nothing was built', archive))
}

function listProblems(title: string, { problems }: SourceArchive): string {
  return [title, ...problems.map(formatProblem)].join('\n')
}

/** What was read, in a few words. */
export function summarise({ reports, held, drafts, problems }: SourceArchive): string {
  const next = held.map(({ date }) => date).sort()[0]
  return [
    `${String(reports.length)} reports`,
    ...(drafts.length > 0 ? [`drafts left out: ${String(drafts.length)}`] : []),
    ...(next === undefined ? [] : [`held back: ${String(held.length)}, the next until ${next}`]),
    ...(problems.length > 0 ? [`warnings: ${String(problems.length)}, shown by npm run check`] : []),
  ].join('; ')
}
