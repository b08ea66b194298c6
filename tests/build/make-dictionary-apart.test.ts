import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, suite, test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { openCache } from '#build/file-cache.ts'
import { makeDictionaryApart, type DictionaryTask } from '#build/make-dictionary-apart.ts'
import { COUNTS, type ShardCounts } from '#build/make-shard.ts'
import { parsePart } from '#search/dictionary.ts'

const folder = mkdtempSync(join(tmpdir(), 'dictionary '))
after(() => {
  rmSync(folder, { recursive: true, force: true })
})

const NAMES = { topics: [], places: [], organisations: [], people: [], series: [] }

function keepCounts(key: string, counts: ShardCounts): void {
  openCache(folder).keep(key, new Map([[COUNTS, Buffer.from(JSON.stringify(counts))]]))
}

keepCounts('index-old', [
  [
    'en',
    [
      ['treaty', 2],
      ['risk', 1],
    ],
  ],
])
keepCounts('index-new', [
  [
    'en',
    [
      ['treaty', 3],
      ['treaties', 1],
    ],
  ],
  ['fr', [['risque', 4]]],
])

const TASK: DictionaryTask = { cache: folder, indexes: ['index-old', 'index-new'], names: NAMES }

suite('the known words of an archive', { timeout: 60_000 }, () => {
  test('are those of all its indexes', async () => {
    const { files, names } = await makeDictionaryApart(TASK, { reports: 5 })
    const words = names.parts.flatMap((part) => parsePart(gunzipSync(files.get(part) ?? '').toString()).words)
    assert.deepEqual(
      words.map(({ word, reports, forms }) => [word, reports, forms]),
      [
        ['risk', 1, []],
        ['risque', 4, []],
        ['treaties', 1, ['treaty']],
        ['treaty', 5, ['treaties']],
      ],
    )
  })

  test('are the same when a thread makes them, as for many reports', async () => {
    const bytesOf = async (reports: number): Promise<unknown> => {
      const { files, names } = await makeDictionaryApart(TASK, { reports })
      return [names, Array.from(files, ([name, bytes]) => [name, Buffer.from(bytes).toString('base64')])]
    }
    assert.deepEqual(await bytesOf(100_000), await bytesOf(5))
  })

  test('cannot be told when an index is not kept any more', async () => {
    const task = { ...TASK, indexes: ['index-old', 'index-lost'] }
    for (const reports of [5, 100_000])
      await assert.rejects(makeDictionaryApart(task, { reports }), /index-lost is not in .* build again/)
  })

  test('are not made when they are not wanted any more', async () => {
    const stopping = new AbortController()
    const making = makeDictionaryApart(TASK, { reports: 100_000, signal: stopping.signal })
    stopping.abort()
    await assert.rejects(making, /were not made/)
    await assert.rejects(makeDictionaryApart(TASK, { reports: 5, signal: stopping.signal }), /aborted/)
  })
})
