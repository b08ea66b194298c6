import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { indexLedger } from '#archive/ledger.ts'
import { copiesOf } from '#archive/outgoing-links.ts'
import { NO_CACHE, openContentCache, type ContentCache } from '#source/content-cache.ts'
import { isReadFast, listReports } from '#source/report-files.ts'
import { measurePictures, recordedNumbering, type ReadArchiveOptions } from '#source/read-archive.ts'
import { readLedger } from '#source/read-ledger.ts'
import { copiesFor } from '#source/find-outgoing.ts'
import { readOutgoingLinks } from '#source/read-outgoing-links.ts'
import type { ReadReport } from '#source/read-report.ts'
import { groupReports, readGroup, type ReportGroup } from '#source/read-reports.ts'
import { digestVersion } from '#source/read-version.ts'
import { isRendered, renderReport } from '#source/render-report.ts'
import { settings } from '../site.config.ts'
import { openOwnCache } from './own-cache.ts'

/** Where it is kept what was made of contents. */
export interface KeptContents {
  /** The folder of the cache, and the digest of the code that reads. */
  contents: string
  reader: string
  /** Where the site will be served. */
  site: string
}

/** What a thread that reads ahead must know; plain data, since it goes to another thread. */
export interface ReadAheadTask extends KeptContents {
  root: string
  today: string
  /** Whether texts are checked and rendered too. */
  texts: boolean
  groups: readonly ReportGroup[]
  /** How many groups have been taken, by all threads together: a 32-bit number. */
  taken: SharedArrayBuffer
}

/** How many reports are worth a thread, which takes half a second to begin; and how many of which only the front matter is read. */
const WORTH_A_THREAD = 400
const FRONT_MATTERS_WORTH_A_THREAD = 2000

/**
 * Read, check and render reports on all cores, so that who reads the archive next finds it done: nothing is given back but what is
 * then in the cache. Reports that are kept there already cost next to nothing.
 *
 * @param archive.texts whether their texts are checked and rendered too (yes); threads that read front matters only do not keep the process
 *   alive
 * @param onProgress called with the number of reports that are done
 */
export async function readAhead(
  { root, today, period, texts = true }: ReadArchiveOptions,
  { site, contents, reader }: KeptContents,
  onProgress: (done: number, all: number) => void,
): Promise<void> {
  const files = listReports(root, period)
  // The largest first, so that nobody is left with one at the end.
  const groups = groupReports(files).sort((a, b) => b.files.length - a.files.length)
  const worth = Math.floor(files.length / (texts ? WORTH_A_THREAD : FRONT_MATTERS_WORTH_A_THREAD))
  const count = Math.min(availableParallelism(), groups.length, worth)
  if (count === 0) return
  const cache = openContentCache(contents, reader)
  const isDone = cache === NO_CACHE || isReadFast(files, { root, settings, today, texts, cache })
  cache.close()
  if (isDone) return
  let done = 0
  const taken = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)
  const task: ReadAheadTask = { root, today, texts, site, contents, reader, groups, taken }
  const threads = Array.from(
    { length: count },
    () =>
      new Promise<void>((resolve, reject) => {
        const thread = new Worker(new URL('./read-ahead-thread.ts', import.meta.url), { workerData: task })
        if (!texts) thread.unref()
        thread.on('message', (more: number) => {
          done += more
          onProgress(done, files.length)
        })
        thread.on('error', reject)
        thread.on('exit', () => {
          resolve()
        })
      }),
  )
  await Promise.all(threads)
}

/** What a thread does: read groups of reports that no other has taken. What is wrong with one is told by who reads the archive next. */
export function readShare(task: ReadAheadTask, tell: (more: number) => void): void {
  const { root, today, texts, contents, reader } = task
  const cache = openOwnCache(contents, reader)
  const render = texts ? rendererFor(task, cache) : undefined
  for (const group of takeGroups(task)) {
    for (const read of readGroup(group, { root, limits: settings.limits, today, texts, cache, keepText: texts }))
      render?.(read)
    tell(group.files.length)
  }
  cache.close()
}

/** The groups that no other thread has taken, as long as there are any. */
function* takeGroups({ groups, taken }: ReadAheadTask): Iterable<ReportGroup> {
  const turn = new Int32Array(taken)
  for (;;) {
    const group = groups[Atomics.add(turn, 0, 1)]
    if (group === undefined) return
    yield group
  }
}

/** A function that renders the text of a report and keeps it, if nothing is wrong with it. */
function rendererFor({ root, site }: ReadAheadTask, cache: ContentCache): (read: ReadReport) => void {
  const ledger = indexLedger(readLedger(root).lines)
  const copies = copiesOf(readOutgoingLinks(root).links)
  const where = { site: new URL(site), forFeeds: settings.feeds.texts, cache }
  return (read) => {
    if (read.report === undefined || read.report.status === 'gone' || read.findings.length > 0) return
    const history = ledger.histories.get(read.report.id)
    for (const { version } of history?.versions ?? []) digestVersion(root, read.report.id, version, cache)
    const { sizes } = measurePictures(root, read, history, settings.limits)
    const known = { ...recordedNumbering(ledger, read), ...copiesFor(read, copies) }
    const report = { ...read.report, pictures: sizes, ...known }
    try {
      if (!isRendered(report, where)) renderReport(report, { ...where, root, checked: true, text: read.text })
    } catch {
      // Told when its page is made.
    }
  }
}
