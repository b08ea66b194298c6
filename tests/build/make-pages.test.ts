import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { processesFor } from '#build/make-pages.ts'

suite('pages are made by', () => {
  const table: readonly [what: string, pages: number, indexed: number, cores: number, processes: number][] = [
    ['one process, when there are none: it brings the scripts and styles along', 0, 0, 2, 1],
    ['one process, when there are few', 100, 0, 2, 1],
    ['one on each core, when there is nothing else to do', 30_000, 0, 2, 2],
    ['one beside the search, which has as much to do', 30_000, 10_000, 2, 1],
    ['more when they take longer than the search', 80_000, 10_000, 2, 2],
    ['their share of many cores', 80_000, 10_000, 8, 5],
  ]
  for (const [what, pages, indexed, cores, processes] of table) {
    test(what, () => {
      assert.equal(processesFor(pages, indexed, cores), processes)
    })
  }
})
