import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { compareReports, type Report } from '#archive/catalogue.ts'
import { planShards } from '#search/plan-shards.ts'
import { makeIdentifier, makeReport } from '../archive/make-report.ts'

/** Reports of the given dates and languages in the order of the catalogue. */
function makeReports(given: (readonly [date: string, lang?: string])[]): Report[] {
  return given
    .map(([date, lang = 'en'], index) => makeReport({ id: makeIdentifier(index), date, lang }))
    .sort(compareReports)
}

function outline(reports: Report[], size: number): string[] {
  return planShards(reports, size, '1.6.0').map(
    ({ path, lang, from, to, count }) => `${path} ${lang} ${from}-${to}: ${String(count)}`,
  )
}

suite('the search indexes of an archive', () => {
  test('of nothing are none', () => {
    assert.deepEqual(planShards([], 10, '1.6.0'), [])
  })

  test('hold their reports, oldest first', () => {
    const reports = makeReports([['2023-05-01'], ['1886-09-09'], ['2024']])
    assert.deepEqual(planShards(reports, 10, '1.6.0'), [
      { path: '1.6.0/1886/en/', lang: 'en', from: '1886', to: '2024', count: 3, reports },
    ])
  })

  test('hold whole years, as many as fit, and come newest first', () => {
    const reports = makeReports([['2020'], ['2020-01'], ['2021'], ['2022-01-01'], ['2022-01-02'], ['2023'], ['2024']])
    assert.deepEqual(outline(reports, 3), [
      '1.6.0/2024/en/ en 2024-2024: 1',
      '1.6.0/2022/en/ en 2022-2023: 3',
      '1.6.0/2020/en/ en 2020-2021: 3',
    ])
  })

  test('hold a single year that is larger than allowed', () => {
    const reports = makeReports([['2020'], ['2021'], ['2021-01'], ['2021-02'], ['2022']])
    assert.deepEqual(outline(reports, 2), [
      '1.6.0/2022/en/ en 2022-2022: 1',
      '1.6.0/2021/en/ en 2021-2021: 3',
      '1.6.0/2020/en/ en 2020-2020: 1',
    ])
  })

  test('keep languages apart, in the order of their tags', () => {
    const reports = makeReports([
      ['2024', 'zh-Hans'],
      ['2024', 'en'],
      ['2023', 'zh-Hans'],
      ['2024', 'ar'],
      ['2021', 'en'],
    ])
    assert.deepEqual(outline(reports, 10), [
      '1.6.0/2024/ar/ ar 2024-2024: 1',
      '1.6.0/2021/en/ en 2021-2024: 2',
      '1.6.0/2023/zh-Hans/ zh-Hans 2023-2024: 2',
    ])
  })

  const dates = fc.tuple(
    fc.integer({ min: 2000, max: 2009 }).map((year) => `${String(year)}-12-20`),
    fc.constantFrom('en', 'ar', 'zh-Hans'),
  )
  const sizes = fc.integer({ min: 1, max: 10 })

  test('hold every report once, each year of a language in one index, and no more reports than allowed', () => {
    fc.assert(
      fc.property(fc.array(dates), sizes, (given, size) => {
        const reports = makeReports(given)
        const shards = planShards(reports, size, '1.6.0')

        assert.deepEqual(shards.flatMap((shard) => shard.reports).sort(compareReports), reports)
        assert.equal(new Set(shards.map(({ path }) => path)).size, shards.length)
        for (const { lang, from, to, count, reports: held } of shards) {
          assert.deepEqual(
            held,
            reports.filter((report) => report.lang === lang && from <= yearOf(report) && yearOf(report) <= to),
          )
          assert.equal(count, held.length)
          assert.ok(count <= size || from === to)
        }
        assert.deepEqual(
          shards.map(({ to }) => to),
          shards
            .map(({ to }) => to)
            .sort()
            .reverse(),
        )
      }),
    )
  })

  test('stay as they are when newer reports come, but for the newest of each language', () => {
    fc.assert(
      fc.property(fc.array(dates), fc.array(dates), sizes, (given, added, size) => {
        const newest =
          given
            .map(([date]) => date)
            .sort()
            .at(-1) ?? '2000'
        const newer = added.map(([date, lang]) => [date < newest ? newest : date, lang] as const)
        const before = planShards(makeReports(given), size, '1.6.0')
        const after = planShards(makeReports([...given, ...newer]), size, '1.6.0')
        const closed = before.filter(({ lang, to }) => before.some((other) => other.lang === lang && other.to > to))

        for (const shard of closed)
          assert.deepEqual(
            after.find(({ path }) => path === shard.path),
            shard,
          )
      }),
    )
  })
})

function yearOf({ date }: Report): string {
  return date.slice(0, 4)
}
