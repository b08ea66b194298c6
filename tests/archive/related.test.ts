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
        reason: 'series',
        shared: [
          { vocabulary: 'topics', id: 'common' },
          { vocabulary: 'series', id: 'rare' },
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
      { report: reports[1], reason: 'terms', shared: [{ vocabulary: 'places', id: 'rare' }] },
    ])
  })

  test('that are equally related come in the order of their distance in time, the newer one first', () => {
    const reports = makeReports(Array.from({ length: 6 }, () => ({ topics: ['common'] })))
    assert.deepEqual(
      relatedTo(reports, reports[2]).map(({ report }) => report.date),
      ['2024-12-04', '2024-12-02', '2024-12-05', '2024-12-01'],
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

  test('name every shared term, also one whose list has the other report far away', () => {
    const reports = Array.from({ length: 60 }, (_, index) =>
      makeReport({
        id: makeIdentifier(index),
        topics: ['common'],
        ...((index === 0 || index === 59) && { people: [{ id: 'rare' }] }),
      }),
    )
    assert.deepEqual(relatedTo(reports, reports[0], 1), [
      {
        report: reports[59],
        reason: 'terms',
        shared: [
          { vocabulary: 'people', id: 'rare' },
          { vocabulary: 'topics', id: 'common' },
        ],
      },
    ])
  })

  test('begin with the translation, and with the original on the page of the translation', () => {
    const [other, original, translation] = makeReports([
      { topics: ['rare', 'common'] },
      { topics: ['rare', 'common'] },
      { lang: 'zh-Hans', topics: ['common'], translationOf: makeIdentifier(1) },
    ])
    assert.ok(other && original && translation)
    const reports = [other, original, translation]
    const common = [{ vocabulary: 'topics', id: 'common' }]
    assert.deepEqual(relatedTo(reports, original), [
      { report: translation, reason: 'translation', shared: common },
      {
        report: other,
        reason: 'terms',
        shared: [
          { vocabulary: 'topics', id: 'rare' },
          { vocabulary: 'topics', id: 'common' },
        ],
      },
    ])
    assert.deepEqual(relatedTo(reports, translation), [
      { report: original, reason: 'translation', shared: common },
      { report: other, reason: 'terms', shared: common },
    ])
  })

  test('name a translation that shares no term', () => {
    const [original, translation] = makeReports([{}, { lang: 'fr', translationOf: makeIdentifier(0) }])
    assert.ok(original && translation)
    assert.deepEqual(relatedTo([original, translation], original), [
      { report: translation, reason: 'translation', shared: [] },
    ])
  })

  test('name the original before another translation of it, and neither twice', () => {
    const translationOf = makeIdentifier(0)
    const reports = makeReports([
      { topics: ['rare'], lang: 'en' },
      { topics: ['rare'], lang: 'ar', translationOf },
      { topics: ['rare'], lang: 'fr', translationOf },
    ])
    assert.deepEqual(
      relatedTo(reports, reports[1]).map(({ report, reason }) => [report.lang, reason]),
      [
        ['en', 'translation'],
        ['fr', 'translation'],
      ],
    )
  })

  test('leave out a translation or an original that is withdrawn', () => {
    const [original, translation] = makeReports([{ status: 'withdrawn' }, { translationOf: makeIdentifier(0) }])
    assert.ok(original && translation)
    assert.deepEqual(relatedTo([original, translation], translation), [])
    assert.deepEqual(relatedTo([original, translation], original), [
      { report: translation, reason: 'translation', shared: [] },
    ])
  })

  test('name of one text in two languages the one in their own language', () => {
    const reports = makeReports([
      { topics: ['rare'], lang: 'en' },
      { topics: ['rare'], lang: 'en' },
      { topics: ['rare'], lang: 'zh-Hans', translationOf: makeIdentifier(1) },
      { topics: ['rare'], lang: 'zh-Hans' },
    ])
    const found = [reports[0], reports[3]].map((report) =>
      relatedTo(reports, report).map((related) => reports.indexOf(related.report)),
    )
    assert.deepEqual(found, [
      [1, 3],
      [2, 0],
    ])
  })

  test('name of a text that is nearer in another language the one in their own', () => {
    const reports = makeReports([
      { topics: ['rare'], lang: 'zh-Hans', translationOf: makeIdentifier(1) },
      { topics: ['rare'], lang: 'en' },
      { topics: ['rare'], lang: 'zh-Hans' },
    ])
    assert.deepEqual(
      relatedTo(reports, reports[2]).map(({ report }) => reports.indexOf(report)),
      [0],
    )
  })

  test('go on with the next and the previous one of the series, half of all at most', () => {
    const reports = makeReports([
      { series: 'rare', topics: ['common', 'rare'] },
      { series: 'rare' },
      { series: 'rare', topics: ['common', 'rare'] },
      { series: 'rare' },
      { topics: ['common'] },
      { topics: ['common'] },
      { topics: ['common'] },
    ])
    assert.deepEqual(
      relatedTo(reports, reports[2]).map(({ report, reason }) => [reports.indexOf(report), reason]),
      [
        [3, 'series'],
        [1, 'series'],
        [4, 'terms'],
        [5, 'terms'],
      ],
    )
  })

  test('of the first one of a series are those that follow it', () => {
    const reports = makeReports(Array.from({ length: 4 }, () => ({ series: 'rare' })))
    assert.deepEqual(
      relatedTo(reports, reports[0]).map(({ report }) => reports.indexOf(report)),
      [1, 2],
    )
  })

  test('of a translation that names no series are those of the series of what it translates', () => {
    const reports = makeReports([
      { series: 'rare' },
      { series: 'rare' },
      { series: 'rare' },
      { lang: 'zh-Hans', translationOf: makeIdentifier(1) },
    ])
    assert.deepEqual(
      relatedTo(reports, reports[3]).map(({ report, reason }) => [reports.indexOf(report), reason]),
      [
        [1, 'translation'],
        [2, 'series'],
        [0, 'series'],
      ],
    )
  })

  test('of a withdrawn report are those near the day on which it was published', () => {
    const reports = makeReports(Array.from({ length: 7 }, () => ({ topics: ['common'] })))
    const withdrawn = makeReport({
      id: makeIdentifier(50),
      date: '2024-12-05',
      topics: ['common'],
      status: 'withdrawn',
    })
    assert.deepEqual(
      relatedTo([...reports, withdrawn], withdrawn, 2).map(({ report }) => report.date),
      ['2024-12-05', '2024-12-06'],
    )
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

  test('are sought through the rarest terms first, until there are enough', () => {
    const named: Partial<Report>[] = [{ topics: ['common'] }, { topics: ['rare'] }, { people: [{ id: 'rare' }] }]
    const all = { topics: ['common', 'rare'], people: [{ id: 'rare' }], organisations: [{ id: 'common' }] }
    const reports = Array.from({ length: 401 }, (_, index) => {
      const fields = index === 200 ? all : (named[index % 4] ?? { organisations: [{ id: 'common' }] })
      return makeReport({ id: makeIdentifier(index), ...fields })
    })
    const found = relatedTo(reports, reports[200], 500).map(({ report }) => reports.indexOf(report))
    assert.deepEqual(
      Array.from({ length: 4 }, (_, remainder) => found.filter((index) => index % 4 === remainder).length),
      [40, 40, 0, 40],
    )
  })

  test('count a term once that a report names twice', () => {
    const reports = makeReports([
      { topics: ['common', 'rare'] },
      { topics: ['common', 'common'] },
      { topics: ['rare'] },
      { topics: ['common'] },
      {},
    ])
    assert.equal(relatedTo(reports, reports[0], 1)[0]?.report, reports[2])
  })

  test('name no other report of a long series, whatever it shares besides', () => {
    const reports = Array.from({ length: 60 }, (_, index) =>
      makeReport({
        id: makeIdentifier(index),
        series: 'common',
        ...((index === 0 || index === 59) && { people: [{ id: 'rare' }] }),
      }),
    )
    assert.deepEqual(
      relatedTo(reports, reports[0]).map(({ report }) => reports.indexOf(report)),
      [1, 2],
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
          assert.equal(new Set(related.map((other) => other.report)).size, related.length)
        }
      }),
    )
  })

  test('are in the order of the weights of their shared terms, each the logarithm of its rarity', () => {
    const ids = fc.subarray(['rare', 'common', 'other'])
    fc.assert(
      fc.property(fc.array(fc.record({ topics: ids }), { minLength: 2, maxLength: 12 }), (given) => {
        const reports = makeReports(given)
        const [first] = reports
        // Of how many reports there are the next power of two is taken.
        const all = 2 ** Math.ceil(Math.log2(reports.length))
        const weightOf = (id: string): number =>
          Math.log(1 + all / reports.filter(({ topics }) => topics.includes(id)).length)
        const expected = reports
          .slice(1)
          .map((report) => report.topics.filter((id) => first?.topics.includes(id)))
          .map((shared) => shared.reduce((sum, id) => sum + weightOf(id), 0))
          .filter((weight) => weight > 0)
          .sort((a, b) => b - a)
        const weights = relatedTo(reports, first, 20).map(({ shared }) =>
          shared.reduce((sum, { id }) => sum + weightOf(id), 0),
        )
        assert.deepEqual(weights.map(rounded), expected.map(rounded))
      }),
    )
  })
})

function rounded(value: number): number {
  return Math.round(value * 1e4) / 1e4
}
