import assert from 'node:assert/strict'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, suite, test } from 'node:test'
import { buildCatalogue, type Report } from '#archive/catalogue.ts'
import { openCache } from '#build/file-cache.ts'
import { makeShardApart } from '#build/make-shard-apart.ts'
import { toSubject, type Subject } from '#search/subject.ts'
import { makeIdentifier, makeReport } from '../archive/make-report.ts'

const work = mkdtempSync(join(tmpdir(), 'shards '))
after(() => {
  rmSync(work, { recursive: true, force: true })
})

const REPORTS = Array.from({ length: 1000 }, (_, index) => makeReport({ id: makeIdentifier(index) }))
const CATALOGUE = buildCatalogue(REPORTS, [])

function subjectOf(report: Report): Subject {
  return toSubject(report, [['p1', `zibo melo ${report.id}`]], CATALOGUE, 'A Newsroom')
}

function orderFor(name: string): { cache: string; key: string; engineKey: string } {
  return { cache: join(work, name), key: `index-${name}`, engineKey: 'engine' }
}

/** The files of an index that was kept, as text, by their paths. */
function kept(name: string): [path: string, bytes: string][] {
  const files = openCache(join(work, name)).read(`index-${name}`) ?? new Map<string, Uint8Array>()
  return Array.from(files, ([path, bytes]) => [path, Buffer.from(bytes).toString('base64')])
}

suite('the index of a thousand reports, which a process of its own makes', { timeout: 60_000 }, () => {
  test('holds them all', async () => {
    await makeShardApart(REPORTS, subjectOf, orderFor('large'))
    const records = kept('large').filter(([path]) => path.includes('/records/'))
    assert.equal(records.length, 1000)
  })

  test('fails with what went wrong there', async () => {
    writeFileSync(join(work, 'no-folder'), '')
    await assert.rejects(makeShardApart(REPORTS, subjectOf, orderFor('no-folder')), /EEXIST|ENOTDIR/)
  })

  test('fails when a text cannot be read, and does not wait for ever', async () => {
    const fail = (report: Report): Subject => {
      if (report === REPORTS[600]) throw new Error('reports/2024/12/a-report.md was changed meanwhile')
      return subjectOf(report)
    }
    await assert.rejects(makeShardApart(REPORTS, fail, orderFor('changed')), /was changed meanwhile/)
  })

  test('ends at once when it is not wanted any more, and nothing is kept', async () => {
    const stopping = new AbortController()
    const making = makeShardApart(REPORTS, subjectOf, orderFor('unwanted'), stopping.signal)
    stopping.abort()
    await assert.rejects(making, /ended before its index was made/)
    await assert.rejects(makeShardApart(REPORTS, subjectOf, orderFor('unwanted'), stopping.signal), /aborted/)
    assert.deepEqual(kept('unwanted'), [])
  })

  test(
    'fails when the search engine dies, and does not wait for ever',
    { skip: process.platform === 'win32' },
    async () => {
      const engine = join(work, 'engine')
      writeFileSync(engine, '#!/bin/sh\nhead -c 1 > /dev/null\nexit 137\n')
      chmodSync(engine, 0o755)
      process.env['PAGEFIND_EXTENDED_BINARY_PATH'] = engine
      process.env['PAGEFIND_BINARY_PATH'] = engine
      try {
        await assert.rejects(
          makeShardApart(REPORTS, subjectOf, orderFor('died')),
          /the search engine ended before its index was made/,
        )
      } finally {
        delete process.env['PAGEFIND_EXTENDED_BINARY_PATH']
        delete process.env['PAGEFIND_BINARY_PATH']
      }
    },
  )
})
