import assert from 'node:assert/strict'
import { join } from 'node:path'
import { suite, test } from 'node:test'
import { readAhead } from '#build/read-ahead.ts'
import { digestOfReader } from '#build/maker.ts'
import { settings } from '#site.config.ts'
import { openContentCache } from '#source/content-cache.ts'
import { readReports } from '#source/read-reports.ts'
import { isReadFast, listReports } from '#source/report-files.ts'
import { makeIdentifier } from '../archive/make-report.ts'
import { duringTemporaryArchive, report } from '../source/temporary-archive.ts'

const today = '2026-11-22'

/** Reports of two years in which every hundredth is broken. */
function makeFiles(count: number): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `reports/20${String(23 + (index % 2))}/12/report-${String(index)}.md`,
      report(
        { id: makeIdentifier(index), date: `20${String(23 + (index % 2))}-12-20` },
        index % 100 === 7 ? '<b>bold</b>' : `Paragraph ${String(index)}.`,
      ),
    ]),
  )
}

/** Read the reports of an archive ahead; what was told, and whether the front matter and the texts need not be read again. */
async function readAll(
  root: string,
  { texts }: { texts: boolean },
): Promise<{ told: [done: number, all: number] | undefined; frontMatters: boolean; texts: boolean }> {
  const archive = { root, settings, today }
  const kept = { contents: join(root, '.cache'), reader: digestOfReader(), site: 'https://archive.example/' }
  let told: [number, number] | undefined
  // Threads that read front matters only do not keep a process alive.
  const alive = setInterval(() => undefined, 1000)
  await readAhead({ ...archive, texts }, kept, (...progress) => (told = progress))
  clearInterval(alive)
  const cache = openContentCache(kept.contents, kept.reader)
  const files = listReports(root)
  const isKept = (texts: boolean): boolean => isReadFast(files, { ...archive, cache, texts })
  const result = { told, frontMatters: isKept(false), texts: isKept(true) }
  cache.close()
  return result
}

suite('reports that are read ahead', () => {
  test('are all read, each by one of several threads, and need not be read again; a broken one hinders nobody', () =>
    duringTemporaryArchive(makeFiles(1700), async (root) => {
      assert.deepEqual(await readAll(root, { texts: true }), { told: [1700, 1700], frontMatters: true, texts: true })
      assert.deepEqual(await readAll(root, { texts: true }), { told: undefined, frontMatters: true, texts: true })
    }))

  test('are read for their front matter alone where there are very many', () =>
    duringTemporaryArchive(makeFiles(2100), async (root) => {
      const told: [number, number] = [2100, 2100]
      assert.deepEqual(await readAll(root, { texts: false }), { told, frontMatters: true, texts: false })
      assert.deepEqual(await readAll(root, { texts: false }), { told: undefined, frontMatters: true, texts: false })
      assert.deepEqual(await readAll(root, { texts: true }), { told, frontMatters: true, texts: true })
    }))

  test('are what they are when they are read at once', () =>
    duringTemporaryArchive(makeFiles(850), async (root) => {
      await readAll(root, { texts: true })
      const options = { root, limits: settings.limits, today, texts: true }
      const cache = openContentCache(join(root, '.cache'), digestOfReader())
      const files = listReports(root)
      const plain = (all: readonly object[]): unknown =>
        JSON.parse(JSON.stringify(all.map((read) => ({ ...read, placeOf: undefined }))))
      assert.deepEqual(plain(readReports(files, { ...options, cache })), plain(readReports(files, options)))
      cache.close()
    }))
})
