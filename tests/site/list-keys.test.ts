import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { buildCatalogue, type Report } from '#archive/catalogue.ts'
import { fingerprintsOf } from '#site/fingerprints.ts'
import { listKeysOf } from '#site/list-keys.ts'
import { makeIdentifier, makeReport, makeTerm } from '../archive/make-report.ts'

const TOPICS = ['copyright', 'patents', 'treaties']
const terms = TOPICS.map((id) => makeTerm('topics', id))

const reports = fc
  .array(
    fc.record({
      topics: fc.subarray(TOPICS),
      day: fc.integer({ min: 10, max: 28 }),
      year: fc.integer({ min: 2020, max: 2023 }),
      isWithdrawn: fc.boolean(),
    }),
    { minLength: 1, maxLength: 30 },
  )
  .map((all) =>
    all.map(({ topics, day, year, isWithdrawn }, index) =>
      makeReport({
        id: makeIdentifier(index),
        date: `${String(year)}-12-${String(day)}`,
        topics,
        status: isWithdrawn ? 'withdrawn' : 'published',
      }),
    ),
  )

/** The key of a list as one finds it who goes through the list. */
function keyByReports(list: readonly Report[], ofReport: (report: Report) => string): string {
  const bytes = list.map((report) => Buffer.from(ofReport(report), 'base64url'))
  const sumAt = (at: number): number => bytes.reduce((sum, one) => (sum + one.readUInt32LE(at)) % 2 ** 32, 0)
  return `${String(sumAt(0))} ${String(sumAt(4))}`
}

suite('the key of reports that stand in a list', () => {
  test('is the sum of their digests, for every stretch of the list of a term and in either order', () => {
    fc.assert(
      fc.property(reports, fc.nat(), fc.nat(), (all, one, other) => {
        const catalogue = buildCatalogue(all, terms)
        const { ofReport } = fingerprintsOf(catalogue)
        for (const record of catalogue.terms.topics.values()) {
          const [from = 0, to = 0] = [one, other].map((at) => at % (record.reports.length + 1)).sort((a, b) => a - b)
          const stretch = record.reports.slice(from, to)
          const expected = keyByReports(stretch, ofReport)
          assert.equal(listKeysOf(catalogue).ofTerm(record, stretch), expected)
          assert.equal(listKeysOf(catalogue).ofTerm(record, stretch.toReversed()), expected)
        }
      }),
    )
  })

  test('is the sum of their digests, for every year and every day', () => {
    fc.assert(
      fc.property(reports, (all) => {
        const catalogue = buildCatalogue(all, terms)
        const { ofReport } = fingerprintsOf(catalogue)
        for (const year of catalogue.years) {
          const days = year.parts.flatMap((month) => month.parts)
          for (const period of [year, ...days])
            assert.equal(listKeysOf(catalogue).ofPeriod(period.reports), keyByReports(period.reports, ofReport))
        }
      }),
    )
  })
})
