import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { buildCatalogue, type Report } from '#archive/catalogue.ts'
import { findRelated } from '#archive/related.ts'
import { VOCABULARIES } from '#archive/vocabulary.ts'
import { fingerprintsOf } from '#site/fingerprints.ts'
import { relatedKeysOf } from '#site/related-keys.ts'
import { makeIdentifier, makeReport, makeTerm } from '../archive/make-report.ts'

const IDS = ['a', 'b', 'c', 'd'] as const
const TERMS = VOCABULARIES.flatMap((vocabulary) => IDS.map((id) => makeTerm(vocabulary, id)))

/** A report of which a part is said; `number` makes its identifier. */
const fields = fc.record({
  number: fc.nat({ max: 60 }),
  day: fc.integer({ min: 1, max: 28 }),
  topics: fc.subarray([...IDS]),
  people: fc.subarray([...IDS]).map((ids) => ids.map((id) => ({ id }))),
  series: fc.option(fc.constantFrom(...IDS), { nil: undefined }),
  lang: fc.constantFrom('en', 'en', 'zh-Hans'),
  translates: fc.option(fc.nat({ max: 60 }), { nil: undefined }),
  status: fc.constantFrom('published', 'published', 'published', 'withdrawn'),
  title: fc.constantFrom('One', 'Other'),
})
const archives = fc.uniqueArray(fields, { maxLength: 60, selector: ({ number }) => number })

type Fields = typeof fields extends fc.Arbitrary<infer One> ? One : never

function toReports(given: readonly Fields[]): Report[] {
  const numbers = new Set(given.filter(({ translates }) => translates === undefined).map(({ number }) => number))
  return given.map(({ number, day, translates, series, status, ...said }) =>
    makeReport({
      ...said,
      id: makeIdentifier(number),
      date: `2024-12-${String(day).padStart(2, '0')}`,
      status: status as Report['status'],
      ...(series !== undefined && { series }),
      ...(translates !== undefined &&
        translates !== number &&
        numbers.has(translates) && { translationOf: makeIdentifier(translates) }),
    }),
  )
}

/** For each published report, by its identifier, the key of what is related to it, and what is. */
function relatedBefore(reports: Report[]): Map<string, { key: string; related: unknown }> {
  const catalogue = buildCatalogue(reports, TERMS)
  const { ofReport } = fingerprintsOf(catalogue)
  const versionsOf = ({ id, translationOf = '' }: Report): Report[] => [
    ...[catalogue.byId.get(translationOf)].filter((original) => original !== undefined),
    ...(catalogue.translations.get(id) ?? []),
  ]
  return new Map(
    catalogue.reports.map((report) => [
      report.id,
      {
        key: JSON.stringify([ofReport(report), versionsOf(report).map(ofReport), relatedKeysOf(catalogue)(report)]),
        related: findRelated(catalogue, report, 4).map(({ report: other, reason, shared }) => [
          other.id,
          other.title,
          reason,
          shared,
        ]),
      },
    ]),
  )
}

suite('the keys of related reports', () => {
  test('are other ones where what is related is another, whatever has changed elsewhere', () => {
    let same = 0
    fc.assert(
      fc.property(archives, fc.array(fields, { minLength: 1, maxLength: 3 }), (given, changes) => {
        const numbers = new Set(changes.map(({ number }) => number))
        const changed = [
          ...given.filter(({ number }) => !numbers.has(number)),
          ...new Map(changes.map((one) => [one.number, one])).values(),
        ]
        const before = relatedBefore(toReports(given))
        for (const [id, { key, related }] of relatedBefore(toReports(changed))) {
          if (before.get(id)?.key !== key) continue
          same += 1
          assert.deepEqual(related, before.get(id)?.related)
        }
      }),
      { numRuns: 500 },
    )
    assert.ok(same > 100)
  })

  test('are other ones where another translation into the same language is none any more', () => {
    const original = makeReport({ id: makeIdentifier(5), date: '2024-12-01' })
    const translation = makeReport({ id: makeIdentifier(1), date: '2024-12-01', translationOf: original.id })
    const other = makeReport({ id: makeIdentifier(0), date: '2024-12-01' })
    const before = relatedBefore([original, translation, { ...other, translationOf: original.id }])
    const after = relatedBefore([original, translation, other])
    assert.notDeepEqual(after.get(translation.id)?.related, before.get(translation.id)?.related)
    assert.notEqual(after.get(translation.id)?.key, before.get(translation.id)?.key)
  })

  test('are other ones where two terms that always stand together have changed places, and so what is said first', () => {
    const both = Array.from({ length: 60 }, (_, index) =>
      makeReport({ id: makeIdentifier(index), date: '2024-06-01', topics: ['a'], people: [{ id: 'b' }] }),
    )
    const older = (number: number, fields: Partial<Report>): Report =>
      makeReport({ id: makeIdentifier(number), date: '2020-01-01', ...fields })
    // 62 reports name the one and 63 the other, of which both is told as 64; then 64 and 63.
    const [one, other] = [{ topics: ['a'] }, { people: [{ id: 'b' }] }]
    const some = [one, one, other, other, other].map((fields, index) => older(70 + index, fields))
    const more = [one, one].map((fields, index) => older(80 + index, fields))
    const before = relatedBefore([...both, ...some])
    const after = relatedBefore([...both, ...some, ...more])
    const { id } = both[59] ?? { id: '' }
    assert.notDeepEqual(after.get(id)?.related, before.get(id)?.related)
    assert.notEqual(after.get(id)?.key, before.get(id)?.key)
  })

  test('stay what they are for all but the neighbours of a new report', () => {
    const reports = Array.from({ length: 600 }, (_, index) =>
      makeReport({ id: makeIdentifier(index), date: `20${String(10 + Math.floor(index / 100))}-06-01`, topics: ['a'] }),
    )
    const before = relatedBefore(reports)
    const after = relatedBefore([
      ...reports,
      makeReport({ id: makeIdentifier(700), date: '2024-12-31', topics: ['a'] }),
    ])
    const changed = reports.filter(({ id }) => before.get(id)?.key !== after.get(id)?.key)
    assert.deepEqual(changed, reports.slice(-20))
  })
})
