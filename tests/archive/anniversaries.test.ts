import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { buildAnniversaries, rememberedOn } from '#archive/anniversaries.ts'
import { compareReports } from '#archive/catalogue.ts'
import { makeIdentifier, makeReport } from './make-report.ts'

suite('a report is remembered', () => {
  for (const [what, given, day] of [
    ['on the day of its date', { date: '2024-12-20' }, '2024-12-20'],
    ['on the day of its event, not on that of its date', { date: '2024-12-20', event: '2024-12-11' }, '2024-12-11'],
    ['on the first day of its event', { date: '2024-12-20', event: '2024-12-11/2024-12-13' }, '2024-12-11'],
    ['on the first day of its event, when the last one is not known', { event: '2024-12-11/2025' }, '2024-12-11'],
    ['on the day of its date, when that of its event is not known', { event: '2024-12' }, '2024-12-20'],
    ['on no day, when none is known', { date: '2024-12', event: '2024' }, undefined],
  ] as const) {
    test(what, () => {
      assert.equal(rememberedOn(makeReport(given)), day)
    })
  }
})

suite('the days of the year', () => {
  test('have the reports of all years, the oldest year first, and lead on around the year', () => {
    const convention = makeReport({ id: makeIdentifier(1), date: '1886-09-09' })
    const treaty = makeReport({ id: makeIdentifier(2), date: '1997-01-03', event: '1996-12-20' })
    const training = makeReport({ id: makeIdentifier(3), date: '2024-12-20' })
    const unknown = makeReport({ id: makeIdentifier(4), date: '1893' })
    const days = buildAnniversaries([training, unknown, convention, treaty])
    assert.deepEqual(
      Array.from(days, ([day, { reports, previous, next }]) => [day, reports, previous?.day, next?.day]),
      [
        ['09-09', [convention], '12-20', '12-20'],
        ['12-20', [treaty, training], '09-09', '09-09'],
      ],
    )
  })

  test('follow each other through the year, and the last one is followed by the first', () => {
    const dates = ['2024-12-31', '2024-02-29', '1990-01-01', '2023-03-01']
    const days = buildAnniversaries(dates.map((date, index) => makeReport({ id: makeIdentifier(index), date })))
    assert.deepEqual(
      Array.from(days.values(), ({ previous, day, next }) => [previous?.day, day, next?.day]),
      [
        ['12-31', '01-01', '02-29'],
        ['01-01', '02-29', '03-01'],
        ['02-29', '03-01', '12-31'],
        ['03-01', '12-31', '01-01'],
      ],
    )
  })

  test('are none without reports, and a single one leads nowhere', () => {
    const report = makeReport()
    assert.deepEqual(buildAnniversaries([]), new Map())
    assert.deepEqual(buildAnniversaries([report]), new Map([['12-20', { day: '12-20', reports: [report] }]]))
  })

  test('hold each report that is known to the day once, whatever the order in which they are given', () => {
    const date = fc.constantFrom('2024', '2024-12', '2024-12-20', '1996-12-20', '1996-02-29', '2023-01-01')
    const given = fc.uniqueArray(fc.record({ date, event: fc.option(date, { nil: undefined }), id: fc.nat(999) }), {
      selector: ({ id }) => id,
      maxLength: 20,
    })
    fc.assert(
      fc.property(given, (all) => {
        const reports = all.map((fields) => makeReport({ ...fields, id: makeIdentifier(fields.id) }))
        const days = buildAnniversaries(reports)
        for (const day of ['12-20', '02-29', '01-01']) {
          const expected = reports
            .filter((report) => rememberedOn(report)?.endsWith(`-${day}`) === true)
            .sort(compareReports)
            .sort((a, b) => Number(rememberedOn(a)?.slice(0, 4)) - Number(rememberedOn(b)?.slice(0, 4)))
          assert.deepEqual(days.get(day)?.reports ?? [], expected)
        }
        assert.equal(
          Array.from(days.values(), (day) => day.reports.length).reduce((sum, length) => sum + length, 0),
          reports.filter((report) => rememberedOn(report) !== undefined).length,
        )
      }),
    )
  })
})
