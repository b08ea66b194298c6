import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, suite, test } from 'node:test'
import { openContentCache } from '#source/content-cache.ts'

const folder = mkdtempSync(join(tmpdir(), 'content cache '))
after(() => {
  rmSync(folder, { recursive: true, force: true })
})

suite('what is kept of a content', () => {
  test('is there for the next process that runs the same code', () => {
    const first = openContentCache(join(folder, 'same'), 'a reader')
    first.keep('a key', ['a value'])
    first.close()
    const second = openContentCache(join(folder, 'same'), 'a reader')
    assert.deepEqual(second.get('a key'), ['a value'])
    second.close()
  })

  test('by other code is not taken, also when both run at once', () => {
    const older = openContentCache(join(folder, 'other'), 'older')
    older.keep('a key', 'by older code')
    older.flush()
    const newer = openContentCache(join(folder, 'other'), 'newer')
    assert.equal(newer.get('a key'), undefined)
    newer.keep('a key', 'by newer code')
    newer.flush()
    older.keep('another key', 'by older code')
    older.flush()
    assert.equal(newer.get('another key'), undefined)
    assert.notEqual(older.get('a key'), 'by newer code')
    older.close()
    newer.close()
    const next = openContentCache(join(folder, 'other'), 'newer')
    assert.equal(next.get('a key'), 'by newer code')
    assert.equal(next.get('another key'), undefined)
    next.close()
  })

  test('by other code is removed', () => {
    openContentCache(join(folder, 'removed'), 'older').close()
    openContentCache(join(folder, 'removed'), 'newer').close()
    assert.deepEqual(readdirSync(join(folder, 'removed')).sort(), ['content-newer.db', 'opened'])
  })
})
