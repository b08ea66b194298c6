import type { Loader } from 'astro/loaders'
import { readCheckedReports, readCheckedTerms } from './checked.ts'
import { handOver } from './hand-over.ts'

/**
 * The loaders of the content collections in a process of Astro that a build has started: what they load is read and checked already.
 *
 * @param folder where that was written to
 */
export function checkedLoaders(folder: string): { reports: Loader; terms: Loader } {
  return {
    reports: {
      name: 'checked-reports',
      load: ({ store }) => {
        const reports = readCheckedReports(folder)
        handOver(new Map(reports.map((report) => [report.path, report])))
        store.clear()
        for (const { path, digest } of reports) store.set({ id: path, data: { path, digest }, digest })
        return Promise.resolve()
      },
    },
    terms: {
      name: 'checked-terms',
      load: ({ store }) => {
        store.clear()
        for (const term of readCheckedTerms(folder)) {
          store.set({ id: `${term.vocabulary}/${term.id}`, data: { ...term } })
        }
        return Promise.resolve()
      },
    },
  }
}
