import { join } from 'node:path'
import type { ContentCache } from './content-cache.ts'
import { listFiles } from './list-files.ts'
import type { ReadArchiveOptions } from './read-archive.ts'
import { OUTGOING_LINKS } from './read-outgoing-links.ts'
import { countKept, groupReports } from './read-reports.ts'

/** From how many reports on it takes long to read them all. */
const MANY = 400

/** How many groups of reports tell whether most are kept, and how many reports of each. */
const SAMPLE = { groups: 12, files: 20 }

/** The files of the reports of an archive, or of a period of it, relative to the content folder. */
export function listReports(root: string, period?: string): string[] {
  return listFiles(root, folderOf(period)).files.filter((file) => file.endsWith('.md'))
}

/**
 * The folders and files that decide what is shown of an archive, or of a period of it. Recorded wordings are left out: whatever is recorded
 * also stands in the ledger, and each report has a folder of them.
 */
export function watchedPaths({ root, period }: Pick<ReadArchiveOptions, 'root' | 'period'>): string[] {
  return [folderOf(period), 'vocabularies', 'ledger', OUTGOING_LINKS].map((path) => join(root, path))
}

/** The folder of the reports of a period, `2024-12` → `reports/2024/12`; of all without one. */
export function folderOf(period: string | undefined): string {
  return period === undefined ? 'reports' : `reports/${period.replace('-', '/')}`
}

/**
 * Whether to read all reports takes no longer than a moment: of few, or because nearly all of them were read before, as a sample of them
 * says. To ask for each of them would take longer than the rest.
 *
 * @param options.texts whether their texts are to be checked too
 */
export function isReadFast(
  reports: readonly string[],
  {
    settings: { limits },
    texts = true,
    ...options
  }: Pick<ReadArchiveOptions, 'root' | 'settings' | 'today' | 'texts'> & { cache: ContentCache },
): boolean {
  if (reports.length < MANY) return true
  // Counted from the end, where most new reports are.
  const groups = takeEvenly(groupReports(reports).reverse(), SAMPLE.groups)
  const samples = groups.map((group) => ({ group, files: takeEvenly(group.files, SAMPLE.files) }))
  const all = samples.reduce((sum, { files }) => sum + files.length, 0)
  const kept = samples.reduce(
    (sum, { group, files }) => sum + countKept(group, files, { limits, texts, ...options }),
    0,
  )
  return all - kept <= all / 50
}

/** The first one, and as many others as there may be, at equal distances. */
function takeEvenly<Item>(items: readonly Item[], most: number): Item[] {
  const step = Math.ceil(items.length / most)
  return items.filter((_, index) => index % step === 0)
}
