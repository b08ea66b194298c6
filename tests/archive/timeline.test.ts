import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { buildTimeline } from '#archive/timeline.ts'
import { makeIdentifier, makeReport } from './make-report.ts'

suite('a timeline', () => {
  test('is in the order of what took place, not of when it was filed', () => {
    const later = makeReport({ id: makeIdentifier(1), date: '2020-11-06', event: '2020-11-04/2020-11-05' })
    const earlier = makeReport({ id: makeIdentifier(2), date: '2024-12-20', event: '2018-10' })
    const dated = makeReport({ id: makeIdentifier(3), date: '2020' })
    assert.deepEqual(buildTimeline([later, dated, earlier]), [
      {
        year: '2018',
        entries: [{ report: earlier, when: '2018-10', start: '2018-10', end: '2018-10', precision: 'month' }],
      },
      {
        year: '2020',
        entries: [
          { report: dated, when: '2020', start: '2020', end: '2020', precision: 'year' },
          {
            report: later,
            when: '2020-11-04/2020-11-05',
            start: '2020-11-04',
            end: '2020-11-05',
            precision: 'day',
          },
        ],
      },
    ])
  })

  test('puts what is less precise first, and what ended earlier', () => {
    const events = ['2024-12-11/2024-12-13', '2024-12-11', '2024-12', '2024', '2024-12-10', '2024-12-11/2024-12-12']
    const reports = events.map((event, index) => makeReport({ id: makeIdentifier(index), event }))
    assert.deepEqual(
      buildTimeline(reports).flatMap(({ entries }) => entries.map(({ when }) => when)),
      ['2024', '2024-12', '2024-12-10', '2024-12-11', '2024-12-11/2024-12-12', '2024-12-11/2024-12-13'],
    )
  })

  test('calls an interval as precise as the less precise of its ends, and lists it in the year in which it began', () => {
    const report = makeReport({ event: '2023-12-30/2024-01' })
    assert.deepEqual(
      buildTimeline([report]).map(({ year, entries }) => [year, entries.map(({ precision }) => precision)]),
      [['2023', ['month']]],
    )
  })

  test('of nothing is empty', () => {
    assert.deepEqual(buildTimeline([]), [])
  })

  test('has each report once, its years rise, and so do the dates in them, whatever the order in which they are given', () => {
    const date = fc.constantFrom('1893', '2023-11', '2024', '2024-12', '2024-12-20', '2024-12-21')
    const given = fc.array(fc.record({ date, event: fc.option(date, { nil: undefined }) }), { maxLength: 15 })
    fc.assert(
      fc.property(given, (all) => {
        const reports = all.map((fields, index) => makeReport({ ...fields, id: makeIdentifier(index) }))
        const timeline = buildTimeline(reports)
        const expected = reports
          .map((report) => `${report.event ?? report.date} ${report.date} ${report.id}`)
          .sort((a, b) => (a < b ? -1 : 1))
        const entries = timeline.flatMap((year) => year.entries.map((entry) => ({ ...entry, year: year.year })))
        assert.deepEqual(
          entries.map(({ when, report }) => `${when} ${report.date} ${report.id}`),
          expected,
        )
        assert.ok(entries.every(({ year, start }) => start.startsWith(year)))
        assert.deepEqual(buildTimeline(reports.toReversed()), timeline)
      }),
    )
  })
})
