import type { Loader } from 'astro/loaders'
import type { Report } from '#archive/catalogue.ts'
import { countErrors, formatProblem } from '#archive/problem.ts'
import { NO_CACHE } from './content-cache.ts'
import { handOver } from './hand-over.ts'
import { whenReadAhead } from './reading-ahead.ts'
import { watchedPaths, isReadFast, listReports } from './report-files.ts'
import { readArchive, type ReadArchiveOptions, type SourceArchive } from './read-archive.ts'
import { isAtOrBelow } from './watch-folders.ts'

/**
 * The loader of the content collection. Astro's own `glob()` loses reports without an error in six ways
 * (https://github.com/withastro/astro/issues/18054 is one); this one reads everything or stops the build with every
 * problem of every file. What was read is handed over in memory, and bodies stay on disk.
 *
 * In the live preview nothing is stopped: problems are printed, drafts are shown at their addresses, and a report that
 * cannot be understood for the moment keeps its last state.
 */
export function archiveLoader(options: ReadArchiveOptions): Loader {
  return {
    name: 'archive',
    load: async (context) => {
      const { logger, watcher } = context
      if (watcher === undefined) {
        const archive = readCheckedArchive(options)
        handOver(context, archive)
        logger.info(summarise(archive))
        return
      }
      const { root, settings, today, period, cache = NO_CACHE } = options
      let shown = new Map<string, Report>()
      let isFirst = true
      const fill = (): void => {
        // What takes long is done after the first page, and then this again (`integrations/check-texts.ts`).
        const texts = !isFirst || isReadFast(listReports(root, period), { root, settings, today, cache })
        isFirst = false
        const archive = readArchive({ ...options, texts })
        cache.flush()
        const broken = new Set(archive.problems.map(({ file }) => file))
        const kept = shown.values().filter(({ file }) => broken.has(file))
        shown = new Map([...kept, ...archive.reports, ...archive.drafts].map((report) => [report.file, report]))
        handOver(context, { reports: [...shown.values()], terms: archive.terms })
        if (countErrors(archive.problems) > 0) logger.error(listProblems('the content has problems', archive))
        logger.info(summarise(archive) + (texts ? '' : '; their texts are being checked'))
      }
      await whenReadAhead()
      fill()
      const paths = watchedPaths(options)
      // It is told of by `integrations/watch-content.ts`.
      watcher.on('all', (_, path) => {
        if (isAtOrBelow(paths, path)) fill()
      })
    },
  }
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
