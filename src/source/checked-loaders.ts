import { createHash } from 'node:crypto'
import type { Loader } from 'astro/loaders'
import type { Report } from '#archive/catalogue.ts'
import { readCheckedReports, readCheckedTerms } from './checked.ts'
import { handOver } from './hand-over.ts'

/** The one entry of the collection of reports: Astro writes each to disk, bundles it and parses it, as often as it is started. */
const ALL = 'all'

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
        const digest = digestOf(reports)
        handOver(new Map([[ALL, { digest, reports }]]))
        store.clear()
        store.set({ id: ALL, data: { digest }, digest })
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

function digestOf(reports: readonly Report[]): string {
  const hash = createHash('sha256')
  for (const { path, digest } of reports) hash.update(`${path} ${digest}\n`)
  return hash.digest('hex')
}
