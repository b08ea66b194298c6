import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { buildCatalogue } from '#archive/catalogue.ts'
import { describeCoverage } from '#archive/coverage.ts'
import { makeIdentifier, makeReport, makeTerm } from './make-report.ts'

/** The longest silence of an archive that has one report for each of these dates. */
function silenceOf(dates: readonly string[]): ReturnType<typeof describeCoverage>['longestSilence'] {
  const reports = dates.map((date, index) => makeReport({ id: makeIdentifier(index), date }))
  return describeCoverage(buildCatalogue(reports, [])).longestSilence
}

suite('the coverage of an archive', () => {
  test('counts its reports by year, language, source, kind, precision and series, and names the gaps', () => {
    const catalogue = buildCatalogue(
      [
        makeReport({ id: makeIdentifier(0), date: '2018-12-20', source: { name: 'UNESCO' }, series: 'training' }),
        makeReport({ id: makeIdentifier(1), date: '2018-12', source: { name: 'WIPO' }, lang: 'zh-Hans' }),
        makeReport({
          id: makeIdentifier(2),
          date: '2021',
          kind: 'brief',
          sources: [{ name: 'WIPO', url: 'https://www.wipo.int/' }, { name: 'NCAC' }, { name: 'WIPO' }],
        }),
        makeReport({ id: makeIdentifier(3), date: '2023-01-02' }),
        makeReport({ id: makeIdentifier(4), date: '2024-01-02', status: 'withdrawn' }),
      ],
      [makeTerm('series', 'training'), makeTerm('series', 'empty')],
    )
    assert.deepEqual(describeCoverage(catalogue), {
      reports: 4,
      first: '2018-12',
      last: '2023-01-02',
      years: [
        { value: '2018', count: 2 },
        { value: '2019', count: 0 },
        { value: '2020', count: 0 },
        { value: '2021', count: 1 },
        { value: '2022', count: 0 },
        { value: '2023', count: 1 },
      ],
      languages: [
        { value: 'en', count: 3 },
        { value: 'zh-Hans', count: 1 },
      ],
      sources: [
        { value: 'WIPO', count: 2 },
        { value: 'NCAC', count: 1 },
        { value: 'UNESCO', count: 1 },
      ],
      unsourced: 1,
      series: [{ value: catalogue.terms.series.get('training'), count: 1 }],
      kinds: { report: 3, brief: 1 },
      precisions: { year: 1, month: 1, day: 2 },
      gaps: [
        { from: '2019', to: '2020', length: 2 },
        { from: '2022', to: '2022', length: 1 },
      ],
      longestSilence: { from: '2019-01', to: '2020-12', length: 24 },
    })
  })

  test('of nothing says so', () => {
    assert.deepEqual(describeCoverage(buildCatalogue([], [])), {
      reports: 0,
      years: [],
      languages: [],
      sources: [],
      unsourced: 0,
      series: [],
      kinds: { report: 0, brief: 0 },
      precisions: { year: 0, month: 0, day: 0 },
      gaps: [],
    })
  })

  test('names every year between the first and the last either with reports or in a gap', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1883, max: 2024 }), { minLength: 1, maxLength: 30 }), (years) => {
        const reports = years.map((year, index) => makeReport({ id: makeIdentifier(index), date: String(year) }))
        const { years: counted, gaps } = describeCoverage(buildCatalogue(reports, []))
        const inGaps = gaps.flatMap(({ from, length }) =>
          Array.from({ length }, (_, index) => String(Number(from) + index)),
        )
        const expected = Array.from({ length: Math.max(...years) - Math.min(...years) + 1 }, (_, index) => {
          const year = Math.min(...years) + index
          return { value: String(year), count: years.filter((other) => other === year).length }
        })
        assert.deepEqual(counted, expected)
        assert.deepEqual(
          inGaps,
          expected.filter(({ count }) => count === 0).map(({ value }) => value),
        )
        assert.ok(gaps.every(({ from, to, length }) => Number(to) - Number(from) + 1 === length))
      }),
    )
  })
})

suite('the longest silence', () => {
  test('is the longest run of months without a report, the latest of equal ones', () => {
    assert.deepEqual(silenceOf(['2023-01-31', '2023-04', '2023-07-01', '2023-08']), {
      from: '2023-05',
      to: '2023-06',
      length: 2,
    })
  })

  test('goes over the end of a year', () => {
    assert.deepEqual(silenceOf(['2022-11-30', '2023-02-01']), { from: '2022-12', to: '2023-01', length: 2 })
  })

  test('is none where every month has a report', () => {
    assert.equal(silenceOf(['2023-01', '2023-02', '2023-03']), undefined)
    assert.equal(silenceOf(['2023-01']), undefined)
  })

  test('is not found in a year of which a report has no month, because it may belong to any', () => {
    assert.deepEqual(silenceOf(['2020-10', '2021', '2022-03']), { from: '2022-01', to: '2022-02', length: 2 })
    assert.equal(silenceOf(['2020', '2021']), undefined)
  })

  test('is sought in the ten years up to the newest report only', () => {
    assert.deepEqual(silenceOf(['1893', '1948-06', '2014-12', '2015-03', '2024-12']), {
      from: '2015-04',
      to: '2024-11',
      length: 116,
    })
    assert.deepEqual(silenceOf(['1948-06', '2024-12']), { from: '2015-01', to: '2024-11', length: 119 })
  })
})
