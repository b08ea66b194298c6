import type { Loader } from 'astro/loaders'
import { readCheckedReports, readCheckedTerms } from './checked.ts'
import { handOver } from './hand-over.ts'

/**
 * The loader of the content collection in a process of Astro that a build has started: what it loads is read and checked already.
 *
 * @param folder where that was written to
 */
export function checkedLoader(folder: string): Loader {
  return {
    name: 'checked-archive',
    load: (context) => {
      handOver(context, { reports: readCheckedReports(folder), terms: readCheckedTerms(folder) })
      return Promise.resolve()
    },
  }
}
