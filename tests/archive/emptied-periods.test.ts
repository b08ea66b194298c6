import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { buildCatalogue, type Report } from '#archive/catalogue.ts'
import { findEmptiedPeriods } from '#archive/emptied-periods.ts'
import { makeIdentifier, makeReport } from './make-report.ts'

const find = (reports: readonly Report[], moves: readonly { from: string; to: string }[] = []): [string, string[]][] =>
  findEmptiedPeriods(buildCatalogue(reports, []), moves).map(({ id, reports: left }) => [id, left.map((one) => one.id)])

const [one, two, three] = [makeIdentifier(1), makeIdentifier(2), makeIdentifier(3)]

suite('a period that published reports have left', () => {
  test('is every year, month and day in which only withdrawn or removed reports are filed', () => {
    const reports = [
      makeReport({ id: one, date: '2023-05-02', status: 'withdrawn' }),
      makeReport({ id: two, date: '2023-05', status: 'gone' }),
      makeReport({ id: three, date: '2023-06-01' }),
    ]
    assert.deepEqual(find(reports), [
      ['2023-05', [two, one]],
      ['2023-05-02', [one]],
    ])
  })

  test('is one whose report has moved elsewhere, as precisely as its old address says', () => {
    const moved = makeReport({ id: one, date: '2024-12-20' })
    assert.deepEqual(find([moved], [{ from: '2022/11/old', to: moved.path }]), [
      ['2022', [one]],
      ['2022-11', [one]],
    ])
    assert.deepEqual(find([moved], [{ from: '2024/12/old', to: moved.path }]), [])
  })

  test('names a report once that was removed and had moved before', () => {
    const gone = makeReport({ id: one, date: '2023', path: '2023/now', status: 'gone' })
    assert.deepEqual(find([gone], [{ from: '2023/before', to: '2023/now' }]), [['2023', [one]]])
  })

  test('is none where nothing has left, drafts included', () => {
    assert.deepEqual(find([makeReport({ id: one }), makeReport({ id: two, date: '1999', status: 'draft' })]), [])
  })
})
