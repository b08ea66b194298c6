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
    assert.deepEqual(planShards(reports, 10), [{ name: '1886', reports, room: reports.length }])
  })

  const cases: [title: string, dates: string[], size: number, shards: [name: string, ...dates: string[]][]][] = [
    [
      'is one while the reports are no more than a quarter of what an index may hold',
      ['2020', '2021-01-01', '2021-01-02'],
      12,
      [['2020', '2020', '2021-01-01', '2021-01-02']],
    ],
    [
      'are two when they are more: what is complete, and what still grows',
      ['2020', '2021-01-01', '2021-01-02', '2022'],
      12,
      [
        ['2020', '2020', '2021-01-01', '2021-01-02'],
        ['2022', '2022'],
      ],
    ],
    [
      'join what is complete, quarter by quarter, until an index is full',
      ['2020', '2021', '2022', '2023', '2024', '2025'],
      8,
      [
        ['2020', '2020', '2021', '2022', '2023'],
        ['2024', '2024', '2025'],
      ],
    ],
    [
      'are closed when they are full, and then stay as they are',
      ['2016', '2017', '2018', '2019', '2020', '2021', '2022', '2023', '2024', '2025'],
      8,
      [
        ['2016', '2016', '2017', '2018', '2019', '2020', '2021', '2022', '2023'],
        ['2024', '2024', '2025'],
      ],
    ],
    [
      'end with a year where one ends in the last quarter of an index',
      ['2020-01-01', '2020-01-02', '2020-01-03', '2021-01-01', '2021-01-02'],
      4,
      [
        ['2020', '2020-01-01', '2020-01-02', '2020-01-03'],
        ['2021', '2021-01-01'],
        ['2021-01-02', '2021-01-02'],
      ],
    ],
    [
      'end with a month where no year ends there',
      ['2020-01-01', '2020-01-02', '2020-01-03', '2020-02-01', '2020-02-02'],
      4,
      [
        ['2020', '2020-01-01', '2020-01-02', '2020-01-03'],
        ['2020-02', '2020-02-01'],
        ['2020-02-02', '2020-02-02'],
      ],
    ],
    [
      'end with a day where no month ends there, as late as they can',
      ['2020-01-01', '2020-01-02', '2020-01-03', '2020-01-04', '2020-01-05'],
      4,
      [
        ['2020', '2020-01-01', '2020-01-02', '2020-01-03', '2020-01-04'],
        ['2020-01-05', '2020-01-05'],
      ],
    ],
    [
      'end with an earlier day when the next one is large',
      ['2020-01-01', '2020-01-02', '2020-01-02', '2020-01-02', '2020-01-02', '2020-01-03'],
      4,
      [
        ['2020', '2020-01-01'],
        ['2020-01-02', '2020-01-02', '2020-01-02', '2020-01-02', '2020-01-02'],
        ['2020-01-03', '2020-01-03'],
      ],
    ],
    [
      'hold a single day that is larger than allowed',
      ['2020-01-01', '2020-01-02', '2020-01-02', '2020-01-02', '2020-01-03'],
      2,
      [
        ['2020', '2020-01-01'],
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

  test('hold fewer reports where these are long, and of a script without spaces a quarter of so many bytes', () => {
    const dates = Array.from({ length: 40 }, (_, index) => `20${String(index + 10)}`)
    const sizesOf = (given: Partial<Report>): number[] =>
      planShards(
        dates.map((date, index) => makeReport({ id: makeIdentifier(index), date, ...given })),
        16,
      ).map(({ reports }) => reports.length)
    assert.deepEqual(sizesOf({ size: 3200 }), [16, 16, 4, 4])
    assert.deepEqual(sizesOf({ size: 6400 }), [8, 8, 8, 8, 6, 2])
    assert.deepEqual(sizesOf({ size: 1600, lang: 'zh-Hans' }), [8, 8, 8, 8, 6, 2])
    assert.deepEqual(sizesOf({ size: 1600, lang: 'ja' }), [8, 8, 8, 8, 6, 2])
    assert.deepEqual(sizesOf({ size: 1600, lang: 'ko' }), [16, 16, 4, 4])
  })

  test('never hold more bytes than as many reports of ordinary length, but for a single date', () => {
    const reports = fc.record({ date: dates, size: fc.integer({ min: 1, max: 30_000 }) })
    fc.assert(
      fc.property(fc.array(reports, { maxLength: 40 }), sizes, (given, size) => {
        const made = given.map((report, index) => makeReport({ id: makeIdentifier(index), ...report }))
        const shards = planShards(made.sort(compareReports), size)
        assert.deepEqual(
          shards.flatMap((shard) => shard.reports),
          made,
        )
        for (const { reports: held } of shards) {
          const bytes = held.reduce((sum, report) => sum + report.size, 0)
          const isFitting = held.length <= size && bytes <= size * 3200
          assert.ok(isFitting || held.every(({ date }) => date === held[0]?.date))
        }
      }),
    )
  })

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
          assert.ok(held.length <= size || held.every(({ date }) => date === held[0]?.date))
          assert.ok(held[0]?.date.startsWith(name))
        }
      }),
    )
  })

  test('are full to three quarters when they are closed, but before a large day', () => {
    fc.assert(
      fc.property(fc.array(dates, { maxLength: 40 }), sizes, (given, size) => {
        const shards = planShards(makeReports(given), size)
        shards.slice(0, -2).forEach(({ reports }, index) => {
          const next = shards[index + 1]?.reports ?? []
          const day = next.filter(({ date }) => date === next[0]?.date)
          assert.ok(reports.length >= size * 0.75 || reports.length + day.length > size)
        })
      }),
    )
  })

  test('leave the newest one small, but for a single date', () => {
    fc.assert(
      fc.property(fc.array(dates, { maxLength: 40 }), sizes, (given, size) => {
        const newest = planShards(makeReports(given), size).at(-1)?.reports ?? []
        assert.ok(newest.length <= Math.ceil(size / 4) || newest.every(({ date }) => date === newest[0]?.date))
      }),
    )
  })

  test('change by reports that come in the order of their dates only in the newest, and in the one before when a quarter or all is complete', () => {
    fc.assert(
      fc.property(fc.array(dates, { maxLength: 40 }), sizes, (given, size) => {
        const reports = makeReports(given)
        let before = planShards([], size)
        for (const [index] of reports.entries()) {
          const now = planShards(reports.slice(0, index + 1), size)
          // Another newest one, or one more, says that a quarter or a whole index is complete.
          const isComplete = now.length !== before.length || now.at(-1)?.name !== before.at(-1)?.name
          const kept = before.slice(0, isComplete ? -2 : -1)
          assert.deepEqual(now.slice(0, kept.length), kept)
          before = now
        }
      }),
      { numRuns: 1000 },
    )
  })

  test('of four years that come day by day are made seldom: each closed one once, and three times while it fills', () => {
    const reports = makeYears(4, 2)
    const size = 400
    const made = new Map<string, number>()
    let before = new Set<string>()
    for (let count = 1; count <= reports.length; count += 1) {
      const now = planShards(reports.slice(0, count), size)
      // The newest is made with every report.
      for (const shard of now.slice(0, -1)) {
        const key = `${shard.name} ${String(shard.reports.length)}`
        if (!before.has(key)) made.set(shard.name, (made.get(shard.name) ?? 0) + 1)
      }
      before = new Set(now.map(({ name, reports: held }) => `${name} ${String(held.length)}`))
    }
    assert.equal(planShards(reports, size).length, 9)
    assert.ok(made.values().every((times) => times <= 5))
  })

  test('are cut elsewhere by a report of an old date only where an index has no room for it, up to the next that ends as before', () => {
    const reports = makeYears(10, 3)
    const size = 1000
    const before = planShards(reports, size)
    let recut = 0
    for (let late = 0; late < 200; late += 1) {
      const date = dayAt((late * 7919) % 3652)
      const after = planShards(
        [...reports, makeReport({ id: makeIdentifier(90_000 + late), date })].sort(compareReports),
        size,
      )
      const changed = after.filter(({ name, reports: held }) => {
        const same = before.find((shard) => shard.name === name)
        return same?.reports.length !== held.length
      })
      if (changed.length > 1) recut += 1
    }
    assert.ok(recut <= 10, `${String(recut)} of 200 late reports move a boundary`)
  })
})

/** So many reports a day for some years, each with an id of its own. */
function makeYears(years: number, perDay: number): Report[] {
  return Array.from({ length: Math.floor(years * 365.25) * perDay }, (_, index) =>
    makeReport({ id: makeIdentifier(index), date: dayAt(Math.floor(index / perDay)) }),
  )
}

function dayAt(days: number): string {
  return new Date(Date.UTC(2010, 0, 1 + days)).toISOString().slice(0, 10)
}
