import type { Loader } from 'astro/loaders'
import { countErrors, formatProblem } from '#archive/problem.ts'
import { readArchive, type ReadArchiveOptions, type SourceArchive } from './read-archive.ts'
import { readVocabularies } from './read-vocabularies.ts'

/**
 * The loader of the content collection of reports. Astro's own `glob()` loses reports without an error in six ways
 * (https://github.com/withastro/astro/issues/18054 is one); this one reads everything or stops the build with every
 * problem of every file. The store keeps front matter and digests: bodies stay on disk, HTML is never stored.
 */
export function reportsLoader(options: ReadArchiveOptions): Loader {
  return {
    name: 'archive-reports',
    load: ({ store, logger, watcher }) => {
      const fill = (): void => {
        const archive = readCheckedArchive(options)
        store.clear()
        for (const report of archive.reports) {
          store.set({ id: report.path, data: { ...report }, digest: report.digest })
        }
        logger.info(summarise(archive))
      }
      fill()
      watcher?.on('all', (_, path) => {
        if (!path.startsWith(options.root)) return
        try {
          fill()
        } catch (error) {
          logger.error(error instanceof Error ? error.message : String(error))
        }
      })
      watcher?.add(options.root)
      return Promise.resolve()
    },
  }
}

/** The loader of the terms of all vocabularies, whose problems the loader of reports tells. */
export function termsLoader(options: ReadArchiveOptions): Loader {
  return {
    name: 'archive-terms',
    load: ({ store, watcher }) => {
      const fill = (): void => {
        store.clear()
        for (const term of readVocabularies(options.root).terms)
          store.set({ id: `${term.vocabulary}/${term.id}`, data: { ...term } })
      }
      fill()
      watcher?.on('all', (_, path) => {
        if (path.startsWith(options.root)) fill()
      })
      return Promise.resolve()
    },
  }
}

/** Read an archive that must be free of errors. @throws Error whose message names every problem, one a line */
export function readCheckedArchive(options: ReadArchiveOptions): SourceArchive {
  const archive = readArchive(options)
  const errors = countErrors(archive.problems)
  if (errors === 0) return archive
  throw new Error(['the content has problems, nothing was built', ...archive.problems.map(formatProblem)].join('\n'))
}

function summarise({ reports, held, drafts, problems }: SourceArchive): string {
  const next = held.map(({ date }) => date).sort()[0]
  return [
    `${String(reports.length)} reports`,
    ...(drafts.length > 0 ? [`drafts left out: ${String(drafts.length)}`] : []),
    ...(next === undefined ? [] : [`held back: ${String(held.length)}, the next until ${next}`]),
    ...(problems.length > 0 ? [`warnings: ${String(problems.length)}, shown by npm run check`] : []),
  ].join('; ')
}
