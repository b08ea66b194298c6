import { join } from 'node:path'
import type { ContentCache } from './content-cache.ts'
import { listFiles } from './list-files.ts'
import type { ReadArchiveOptions } from './read-archive.ts'
import { OUTGOING_LINKS } from './read-outgoing-links.ts'
import { isReportKept } from './read-report.ts'

/** From how many reports on it takes long to check them all. */
const MANY = 400

/** How many files tell whether most are kept. */
const SAMPLE = 200

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
 * Whether to check all texts takes no longer than a moment: of few reports, or because nearly all of them were checked before, as a
 * sample of them says. To ask for each of them would take longer than the rest.
 */
export function isCheckedFast(
  reports: readonly string[],
  { root, settings, cache }: Pick<ReadArchiveOptions, 'root' | 'settings'> & { cache: ContentCache },
): boolean {
  if (reports.length < MANY) return true
  const step = Math.max(1, Math.floor(reports.length / SAMPLE))
  const sample = reports.filter((_, index) => index % step === 0)
  const missing = sample.filter((file) => !isReportKept(file, { root, limits: settings.limits, cache }))
  return missing.length <= sample.length / 50
}
