import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, suite, test } from 'node:test'
import { openRecord, type BuiltFile } from '#build/record.ts'

const folder = mkdtempSync(join(tmpdir(), 'record '))
after(() => {
  rmSync(folder, { recursive: true, force: true })
})

function file(path: string, unit = path, key = 'k1'): BuiltFile {
  return { path, unit, key, digest: 'd', size: 5, modified: 1.5 }
}

const REPORT = [file('2024/12/a/index.html'), file('2024/12/a/a.bib', '2024/12/a/a.ris'), file('2024/12/a/a.ris')]
const INDEX = ['search/1/2024/a.bin', 'search/1/2024/b.bin'].map((path) => file(path, 'search/1/2024/'))

suite('the record of what stands in the folder of an archive', () => {
  test('tells the key of each unit, and its files', () => {
    const record = openRecord(join(folder, 'units.db'), 'maker')
    record.change([], [...REPORT, ...INDEX], 'source')
    assert.deepEqual(
      [...record.units()],
      [
        ['2024/12/a/a.ris', 'k1'],
        ['2024/12/a/index.html', 'k1'],
        ['search/1/2024/', 'k1'],
      ],
    )
    assert.deepEqual(record.filesOf('2024/12/a/a.ris'), REPORT.slice(1))
    assert.deepEqual(record.filesOf('nothing'), [])
    assert.deepEqual(
      record.filesBelow('search/').map(({ path }) => path),
      INDEX.map(({ path }) => path),
    )
    assert.deepEqual(record.states().get('2024/12/a/a.bib'), { unit: '2024/12/a/a.ris', size: 5, modified: 1.5 })
    assert.deepEqual([record.count(), record.source()], [5, 'source'])
    record.close()
  })

  test('forgets the files of a unit that is dropped, and replaces those of one that was made again', () => {
    const record = openRecord(join(folder, 'change.db'), 'maker')
    record.change([], [...REPORT, ...INDEX], 'source')
    const other = file('search/1/2024/c.bin', 'search/1/2024/', 'k2')
    record.change(['search/1/2024/'], [{ ...file('2024/12/a/index.html'), key: 'k2' }, other], 'later')
    assert.deepEqual(record.filesOf('search/1/2024/'), [other])
    assert.deepEqual(record.units().get('2024/12/a/index.html'), 'k2')
    assert.deepEqual([record.count(), record.source()], [4, 'later'])
    record.close()
  })

  test('is empty for another maker, whatever tables that one had', () => {
    const path = join(folder, 'other.db')
    const old = new DatabaseSync(path)
    old.exec(`
      CREATE TABLE makers (maker TEXT PRIMARY KEY);
      INSERT INTO makers VALUES ('another maker');
      CREATE TABLE files (path TEXT PRIMARY KEY, unit TEXT, key TEXT, digest TEXT, size INTEGER, modified REAL);
      INSERT INTO files VALUES ('index.html', 'index.html', 'k', 'd', 1, 1)`)
    old.close()
    const record = openRecord(path, 'maker')
    assert.deepEqual([record.count(), record.source()], [0, undefined])
    record.change([], INDEX, 'source')
    assert.deepEqual([...record.units()], [['search/1/2024/', 'k1']])
    record.close()
  })
})
