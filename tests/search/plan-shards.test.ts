import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { compareReports, type Report } from '#archive/catalogue.ts'
import { planShards } from '#search/plan-shards.ts'
import { makeIdentifier, makeReport } from '../archive/make-report.ts'

/** Reports of the given dates in the order of the catalogue. */
function makeReports(dates: readonly string[]): Report[] {
  return dates.map((date, index) => makeReport({ id: makeIdentifier(index), date })).sort(compareReports)
}

function outline(dates: readonly string[], size: number): [name: string, ...dates: string[]][] {
  return planShards(makeReports(dates), size).map(({ name, reports }) => [name, ...reports.map(({ date }) => date)])
}

suite('the search indexes of an archive', () => {
  test('of nothing are none', () => {
    assert.deepEqual(planShards([], 10), [])
  })

  test('hold the reports themselves, oldest first', () => {
    const reports = makeReports(['2023-05-01', '1886-09-09', '2024'])
    assert.deepEqual(planShards(reports, 10), [{ name: '1886', reports }])
  })

  const cases: [title: string, dates: string[], size: number, shards: [name: string, ...dates: string[]][]][] = [
    [
      'hold whole years, as many as fit, and come oldest first',
      ['2020', '2020-01', '2021', '2022-01-01', '2022-01-02', '2023', '2024'],
      3,
      [
        ['2020', '2020', '2020-01', '2021'],
        ['2022', '2022-01-01', '2022-01-02', '2023'],
        ['2024', '2024'],
      ],
    ],
    [
      'hold months of a year that is larger than allowed',
      ['2020-01-01', '2020-01-02', '2020-02-01', '2020-03-01', '2020-03-02'],
      3,
      [
        ['2020-01', '2020-01-01', '2020-01-02', '2020-02-01'],
        ['2020-03', '2020-03-01', '2020-03-02'],
      ],
    ],
    [
      'hold a whole year that is just as large as allowed',
      ['2019', '2020-01', '2020-02', '2020-03'],
      3,
      [
        ['2019', '2019'],
        ['2020', '2020-01', '2020-02', '2020-03'],
      ],
    ],
    [
      'hold days of a month that is larger than allowed',
      ['2020-01-01', '2020-01-02', '2020-01-03'],
      2,
      [
        ['2020-01-01', '2020-01-01', '2020-01-02'],
        ['2020-01-03', '2020-01-03'],
      ],
    ],
    [
      'hold a single day that is larger than allowed',
      ['2020-01-01', '2020-01-02', '2020-01-02', '2020-01-02', '2020-01-03'],
      2,
      [
        ['2020-01-01', '2020-01-01'],
        ['2020-01-02', '2020-01-02', '2020-01-02', '2020-01-02'],
        ['2020-01-03', '2020-01-03'],
      ],
    ],
    [
      'hold the reports of a large year of which no more is known by themselves',
      ['2020', '2020', '2020', '2020-01'],
      2,
      [
        ['2020', '2020', '2020', '2020'],
        ['2020-01', '2020-01'],
      ],
    ],
    [
      'go on with the parts of a large year in the index of the year before, and with the next year in that of the last part',
      ['2019', '2020-01', '2020-02', '2020-03', '2021'],
      2,
      [
        ['2019', '2019', '2020-01'],
        ['2020-02', '2020-02', '2020-03'],
        ['2021', '2021'],
      ],
    ],
  ]
  for (const [title, dates, size, shards] of cases) {
    test(title, () => {
      assert.deepEqual(outline(dates, size), shards)
    })
  }

  const dates = fc
    .record({
      year: fc.integer({ min: 2000, max: 2004 }),
      month: fc.integer({ min: 1, max: 3 }),
      day: fc.integer({ min: 1, max: 2 }),
      length: fc.constantFrom(4, 7, 10),
    })
    .map(({ year, month, day, length }) => `${String(year)}-0${String(month)}-0${String(day)}`.slice(0, length))
  const sizes = fc.integer({ min: 1, max: 10 })

  test('hold every report once in the order of the catalogue, and no more than allowed but for a single date', () => {
    fc.assert(
      fc.property(fc.array(dates, { maxLength: 40 }), sizes, (given, size) => {
        const reports = makeReports(given)
        const shards = planShards(reports, size)

        assert.deepEqual(
          shards.flatMap((shard) => shard.reports),
          reports,
        )
        assert.equal(new Set(shards.map(({ name }) => name)).size, shards.length)
        for (const { name, reports: held } of shards) {
          assert.ok(held.length > 0)
          assert.ok(held.length <= size || held.every(({ date }) => date === name))
          assert.ok(held[0]?.date.startsWith(name))
        }
      }),
    )
  })

  test('are as few as whole stretches of time allow: two that follow each other never fit into one', () => {
    fc.assert(
      fc.property(fc.array(dates, { maxLength: 40 }), sizes, (given, size) => {
        const shards = planShards(makeReports(given), size)
        shards.slice(1).forEach(({ name, reports }, index) => {
          const before = shards[index]?.reports ?? []
          const next = reports.filter(({ date }) => date.startsWith(name))
          assert.ok(before.length + next.length > size)
        })
      }),
    )
  })

  test('stay as they are when newer reports come, but for the last two', () => {
    fc.assert(
      fc.property(
        fc.array(dates, { maxLength: 40 }),
        fc.array(dates, { maxLength: 40 }),
        sizes,
        (given, added, size) => {
          const reports = makeReports(given)
          const newest = reports.at(-1)?.date ?? ''
          const newer = makeReports([...given, ...added.filter((date) => date >= newest)]).slice(given.length)
          const closed = planShards(reports, size).slice(0, -2)
          const after = planShards([...reports, ...newer], size)
          assert.deepEqual(after.slice(0, closed.length), closed)
        },
      ),
      { numRuns: 1000 },
    )
  })
})
