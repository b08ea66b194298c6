import assert from 'node:assert/strict'
import { join } from 'node:path'
import { EventEmitter } from 'node:events'
import { suite, test } from 'node:test'
import type { LoaderContext } from 'astro/loaders'
import { settings } from '#site.config.ts'
import { openContentCache } from '#source/content-cache.ts'
import { archiveLoader } from '#source/archive-loader.ts'
import { watchedPaths, isReadFast, listReports } from '#source/report-files.ts'
import { readReports } from '#source/read-reports.ts'
import { makeIdentifier } from '../archive/make-report.ts'
import { duringTemporaryArchive, inTemporaryArchive, report } from './temporary-archive.ts'

const today = '2026-11-22'

/** Some reports of December 2024, and one of November. */
function makeFiles(count: number): Record<string, string> {
  const december = Array.from({ length: count - 1 }, (_, index) => [
    `reports/2024/12/report-${String(index)}.md`,
    report({ id: makeIdentifier(index) }, `Paragraph ${String(index)}.`),
  ])
  const november = ['reports/2024/11/a-report.md', report({ id: makeIdentifier(count), date: '2024-11-20' })]
  return Object.fromEntries([...december, november]) as Record<string, string>
}

suite('the texts of an archive', () => {
  test('are checked before a page of the preview is shown, when there are few', () => {
    inTemporaryArchive(makeFiles(5), (root) => {
      const cache = openContentCache(join(root, '.cache'), 'maker')
      assert.ok(isReadFast(listReports(root), { root, settings, today, cache }))
      cache.close()
    })
  })

  test('are checked after it when there are many, unless nearly all were checked before', () => {
    inTemporaryArchive(makeFiles(450), (root) => {
      const cache = openContentCache(join(root, '.cache'), 'maker')
      const files = listReports(root)
      assert.ok(!isReadFast(files, { root, settings, today, cache }))
      readReports(files, { root, limits: settings.limits, today, texts: true, cache })
      assert.ok(isReadFast(files, { root, settings, today, cache }))
      cache.close()
    })
  })

  test('are not needed to read the front matter of many reports quickly, which is kept too', () => {
    inTemporaryArchive(makeFiles(450), (root) => {
      const cache = openContentCache(join(root, '.cache'), 'maker')
      const files = listReports(root)
      const options = { root, settings, today, cache, texts: false }
      assert.ok(!isReadFast(files, options))
      readReports(files, { ...options, limits: settings.limits })
      assert.ok(isReadFast(files, options))
      assert.ok(!isReadFast(files, { ...options, texts: true }))
      cache.close()
    })
  })

  test('of a period are those of its folder, which alone is watched, with the terms and the ledger', () => {
    inTemporaryArchive(makeFiles(3), (root) => {
      assert.deepEqual(listReports(root, '2024-11'), ['reports/2024/11/a-report.md'])
      assert.equal(listReports(root, '2024').length, 3)
      assert.deepEqual(watchedPaths({ root, period: '2024-11' }), [
        join(root, 'reports/2024/11'),
        join(root, 'vocabularies'),
        join(root, 'ledger'),
        join(root, 'outgoing-links.jsonl'),
      ])
      assert.deepEqual(watchedPaths({ root, period: undefined }), [
        join(root, 'reports'),
        join(root, 'vocabularies'),
        join(root, 'ledger'),
        join(root, 'outgoing-links.jsonl'),
      ])
    })
  })

  test('are checked after the first page also when many have faults, which are told then', async () => {
    const files = Object.fromEntries(
      Object.entries(makeFiles(450)).map(([file, text]) => [file, `${text}\n\nA [link](/2031/01/nothing-here/).\n`]),
    )
    await duringTemporaryArchive(files, async (root) => {
      const told: string[] = []
      const tell = (line: string): void => {
        told.push(...line.split('\n').filter((one) => one.includes('/2031/01/nothing-here/')))
      }
      const watcher = new EventEmitter()
      const context = { store: new Map(), logger: { info: tell, error: tell }, watcher }
      await archiveLoader({ root, settings, today }).load(context as unknown as LoaderContext)
      assert.equal(told.length, 0)
      watcher.emit('all', 'change', join(root, 'reports/2024/11/a-report.md'))
      assert.equal(told.length, 450)
    })
  })
})
