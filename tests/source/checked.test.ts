import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, suite, test } from 'node:test'
import { readCheckedReports, readCheckedTerms, writeChecked } from '#source/checked.ts'
import { makeReport, makeTerm } from '../archive/make-report.ts'

const folder = mkdtempSync(join(tmpdir(), 'checked '))
after(() => {
  rmSync(folder, { recursive: true, force: true })
})

suite('what a build has read and found right', () => {
  test('comes to another process as it was, whatever its script', () => {
    const reports = [
      makeReport({ id: 'k7m2q4', title: '海外版权风险\u2028培训', pictures: { 'hall.jpg': { width: 4, height: 3 } } }),
      makeReport({ id: '3nbp8x', title: 'Over 2,000 reports\nin one file', recorded: ['a1', 'b2'] }),
    ]
    const terms = [{ ...makeTerm('topics', 'copyright'), label: { en: 'Copyright', 'zh-Hans': '版权' } }]
    writeChecked(folder, { reports, terms })
    assert.deepEqual(readCheckedReports(folder), reports)
    assert.deepEqual(readCheckedTerms(folder), terms)
  })

  test('is all there when there are thousands, and nothing when there is nothing', () => {
    const reports = Array.from({ length: 2500 }, (_, index) => makeReport({ id: `r${String(index).padStart(5, '0')}` }))
    writeChecked(folder, { reports, terms: [] })
    assert.deepEqual(
      readCheckedReports(folder).map(({ id }) => id),
      reports.map(({ id }) => id),
    )
    writeChecked(folder, { reports: [], terms: [] })
    assert.deepEqual(readCheckedReports(folder), [])
  })
})
