import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { indexLedger } from '#archive/ledger.ts'
import { copiesOf } from '#archive/outgoing-links.ts'
import { openContentCache } from '#source/content-cache.ts'
import { isReadFast, listReports } from '#source/report-files.ts'
import { measurePictures, recordedNumbering, type ReadArchiveOptions } from '#source/read-archive.ts'
import { readLedger } from '#source/read-ledger.ts'
import { copiesFor } from '#source/find-outgoing.ts'
import { readOutgoingLinks } from '#source/read-outgoing-links.ts'
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
 * @param onProgress called with the number of reports that are done
 */
export async function readAhead(
  { root, today, period, texts = true }: ReadArchiveOptions,
  { site, contents, reader }: KeptContents,
  onProgress: (done: number, all: number) => void,
): Promise<void> {
  const files = listReports(root, period)
  const cache = openContentCache(contents, reader)
  const isFast = isReadFast(files, { root, settings, today, texts, cache })
  cache.close()
  if (isFast) return
  const worth = texts ? WORTH_A_THREAD : FRONT_MATTERS_WORTH_A_THREAD
  const count = Math.min(availableParallelism(), Math.floor(files.length / worth))
  let done = 0
  const task: ReadAheadTask = {
    ...{ root, today, texts, site, contents, reader },
    groups: groupReports(files),
    taken: new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT),
  }
  const threads = Array.from(
    { length: count },
    () =>
      new Promise<void>((resolve, reject) => {
        const thread = new Worker(new URL('./read-ahead-thread.ts', import.meta.url), { workerData: task })
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

/** What a thread does: check and render groups of reports that nobody else has taken. What is wrong with one is told by who reads the archive next. */
export function readShare(
  { root, today, texts, site, contents, reader, groups, taken }: ReadAheadTask,
  tell: (more: number) => void,
): void {
  const cache = openOwnCache(contents, reader)
  const { limits } = settings
  const ledger = indexLedger(readLedger(root).lines)
  const copies = copiesOf(readOutgoingLinks(root).links)
  const turn = new Int32Array(taken)
  const options = { root, limits, today, texts, cache, keepText: texts }
  for (let group = groups[Atomics.add(turn, 0, 1)]; group !== undefined; group = groups[Atomics.add(turn, 0, 1)]) {
    for (const read of readGroup(group, options)) {
      if (!texts || read.report === undefined || read.report.status === 'gone' || read.findings.length > 0) continue
      const history = ledger.histories.get(read.report.id)
      for (const { version } of history?.versions ?? []) digestVersion(root, read.report.id, version, cache)
      const { sizes } = measurePictures(root, read, history, limits)
      const known = { ...recordedNumbering(ledger, read), ...copiesFor(read, copies) }
      const report = { ...read.report, pictures: sizes, ...known }
      const where = { site: new URL(site), forFeeds: settings.feeds.texts, cache }
      try {
        if (!isRendered(report, where)) renderReport(report, { ...where, root, checked: true, text: read.text })
      } catch {
        // Told when its page is made.
      }
    }
    tell(group.files.length)
  }
  cache.close()
}
