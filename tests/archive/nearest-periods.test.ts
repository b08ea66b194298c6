import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { buildCatalogue } from '#archive/catalogue.ts'
import { nearestPeriods, writeCalendar } from '#archive/nearest-periods.ts'
import { makeIdentifier, makeReport } from './make-report.ts'

const dates = ['1893', '2022-01-31', '2022-05', '2023-04-02', '2023-12-24']
const { years } = buildCatalogue(
  dates.map((date, index) => makeReport({ id: makeIdentifier(index), date })),
  [],
)
const calendar = writeCalendar(years)

suite('for an address at which there is nothing', () => {
  test('the months that have reports fit in a line', () => {
    assert.equal(calendar, '1893:0 2022:11 2023:808')
  })

  const cases: [path: string, nearest: string[]][] = [
    ['/2022/11/', ['2022-05', '2023-04']],
    ['/2022/11', ['2022-05', '2023-04']],
    ['/2022/11/a-report/', ['2022-05', '2023-04']],
    ['/2022/1/', ['2022-01', '2022-05']],
    ['/2022/05/31/', ['2022-01', '2022-05', '2023-04']],
    ['/1700/01/', ['2022-01']],
    ['/2999/01/', ['2023-12']],
    ['/2000/', ['1893', '2022']],
    ['/2022/13/', ['1893', '2022', '2023']],
    ['/topics/2022/', []],
    ['/20221/', []],
    ['/', []],
  ]
  for (const [path, nearest] of cases) {
    test(`${path} proposes ${nearest.length === 0 ? 'no period' : nearest.join(', ')}`, () => {
      assert.deepEqual(nearestPeriods(calendar, path), nearest)
    })
  }

  test('an archive without reports proposes none', () => {
    assert.deepEqual(nearestPeriods(writeCalendar([]), '/2022/'), [])
  })
})
