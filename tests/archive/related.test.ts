import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { buildCatalogue, type Report } from '#archive/catalogue.ts'
import { findRelated } from '#archive/related.ts'
import { VOCABULARIES } from '#archive/vocabulary.ts'
import { makeIdentifier, makeReport, makeTerm } from './make-report.ts'

const TERMS = VOCABULARIES.flatMap((vocabulary) => ['rare', 'common', 'other'].map((id) => makeTerm(vocabulary, id)))

/** Reports on consecutive days of December, one for each of `given`. */
function makeReports(given: Partial<Report>[]): Report[] {
  return given.map((fields, index) =>
    makeReport({ id: makeIdentifier(index), date: `2024-12-${String(index + 1).padStart(2, '0')}`, ...fields }),
  )
}

function relatedTo(reports: Report[], report: Report | undefined, count = 4): ReturnType<typeof findRelated> {
  assert.ok(report)
  return findRelated(buildCatalogue(reports, TERMS), report, count)
}

suite('related reports', () => {
  test('come with the terms that both reports name', () => {
    const [one, two] = makeReports([
      { topics: ['common'], series: 'rare' },
      { topics: ['common', 'other'], series: 'rare' },
    ])
    assert.ok(one && two)
    assert.deepEqual(relatedTo([one, two], one), [
      {
        report: two,
        shared: [
          { vocabulary: 'series', id: 'rare' },
          { vocabulary: 'topics', id: 'common' },
        ],
      },
    ])
  })

  test('of a report that shares no term are none', () => {
    const reports = makeReports([{ topics: ['rare'] }, { topics: ['common'] }, { places: [{ id: 'rare' }] }, {}])
    for (const report of reports) assert.deepEqual(relatedTo(reports, report), [])
  })

  test('that share a rare term come before those that share a common one', () => {
    const reports = makeReports([
      { topics: ['common'] },
      { topics: ['rare'] },
      { topics: ['common'] },
      { topics: ['common', 'rare'] },
      { topics: ['common'] },
    ])
    const [first] = relatedTo(reports, reports[3])
    assert.equal(first?.report, reports[1])
    assert.deepEqual(first?.shared, [{ vocabulary: 'topics', id: 'rare' }])
  })

  test('name the rarest shared term first', () => {
    const reports = makeReports([
      { topics: ['common', 'rare'] },
      { topics: ['common', 'rare'] },
      { topics: ['common'] },
      { topics: ['common'] },
    ])
    assert.deepEqual(relatedTo(reports, reports[0])[0]?.shared, [
      { vocabulary: 'topics', id: 'rare' },
      { vocabulary: 'topics', id: 'common' },
    ])
  })

  test('count the dateline as a place', () => {
    const reports = makeReports([{ dateline: 'rare' }, { places: [{ id: 'rare' }] }])
    assert.deepEqual(relatedTo(reports, reports[0]), [
      { report: reports[1], shared: [{ vocabulary: 'places', id: 'rare' }] },
    ])
  })

  test('that are equally related come in the order of their distance in time, the older one first', () => {
    const reports = makeReports(Array.from({ length: 6 }, () => ({ topics: ['common'] })))
    assert.deepEqual(
      relatedTo(reports, reports[2]).map(({ report }) => report.date),
      ['2024-12-02', '2024-12-04', '2024-12-01', '2024-12-05'],
    )
  })

  test('are never the report itself', () => {
    const reports = makeReports([{ topics: ['common'] }, { topics: ['common'] }])
    assert.deepEqual(
      relatedTo(reports, reports[0]).map(({ report }) => report),
      [reports[1]],
    )
  })

  test('are never withdrawn or gone', () => {
    const reports = makeReports([
      { topics: ['rare'] },
      { topics: ['rare'], status: 'withdrawn' },
      { topics: ['rare'], status: 'gone' },
    ])
    assert.deepEqual(relatedTo(reports, reports[0]), [])
  })

  test('leave a translation out, on both sides', () => {
    const [original, translation] = makeReports([
      { topics: ['rare'] },
      { topics: ['rare'], translationOf: makeIdentifier(0) },
    ])
    assert.ok(original && translation)
    assert.deepEqual(relatedTo([original, translation], original), [])
    assert.deepEqual(relatedTo([original, translation], translation), [])
  })

  test('leave out another translation of the same report', () => {
    const translationOf = makeIdentifier(0)
    const reports = makeReports([
      { topics: ['rare'], lang: 'en' },
      { topics: ['rare'], lang: 'ar', translationOf },
      { topics: ['rare'], lang: 'fr', translationOf },
    ])
    assert.deepEqual(relatedTo(reports, reports[1]), [])
  })

  test('are as many as asked for at most', () => {
    const reports = makeReports(Array.from({ length: 9 }, () => ({ topics: ['common'] })))
    assert.deepEqual(
      [0, 1, 4, 20].map((count) => relatedTo(reports, reports[4], count).length),
      [0, 1, 4, 8],
    )
  })

  test('are sought only among the twenty before and after in the list of each term', () => {
    const reports = Array.from({ length: 100 }, (_, index) =>
      makeReport({ id: makeIdentifier(index), date: '2024-12-20', topics: ['common'] }),
    )
    const found = relatedTo(reports, reports[50], 100).map(({ report }) => reports.indexOf(report))
    assert.deepEqual(
      found.sort((a, b) => a - b),
      Array.from({ length: 41 }, (_, index) => 30 + index).filter((index) => index !== 50),
    )
  })

  test('are the same whatever the order of the reports, and neither themselves nor unpublished', () => {
    const ids = fc.subarray(['rare', 'common', 'other'])
    const given = fc.record({
      topics: ids,
      places: ids.map((some) => some.map((id) => ({ id }))),
      people: ids.map((some) => some.map((id) => ({ id }))),
      status: fc.constantFrom('published', 'published', 'withdrawn'),
    })
    const manyWithShuffled = fc
      .array(given, { minLength: 1, maxLength: 12 })
      .map(makeReports)
      .chain((reports) => fc.tuple(fc.constant(reports), fc.shuffledSubarray(reports, { minLength: reports.length })))

    fc.assert(
      fc.property(manyWithShuffled, ([reports, shuffled]) => {
        for (const report of reports) {
          const related = relatedTo(reports, report)
          assert.deepEqual(relatedTo(shuffled, report), related)
          assert.ok(related.every((other) => other.report !== report && other.report.status === 'published'))
          assert.ok(related.every(({ shared }) => shared.length > 0))
        }
      }),
    )
  })
})
