import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { buildCatalogue, type Report } from '#archive/catalogue.ts'
import { findTermPairs, findTermYears, termPairId } from '#archive/intersections.ts'
import { makeIdentifier, makeReport, makeTerm } from './make-report.ts'
import { ALL_TERMS, names, someCatalogue } from './named-together.ts'

const WIPO = { organisations: [{ id: 'wipo' }] }
const [A, B, C, D, E] = [
  { date: '2021-07-07', ...WIPO, topics: ['training', 'copyright'] },
  { date: '2021-08', ...WIPO, topics: ['training'] },
  { date: '2023-10-16', ...WIPO, topics: ['training'] },
  { date: '2024-12-11', ...WIPO, topics: ['copyright'] },
  { date: '2024', ...WIPO },
].map((given, index) => makeReport({ id: makeIdentifier(index), ...given }))
const CATALOGUE = buildCatalogue(
  [A, B, C, D, E].filter((report) => report !== undefined),
  [...['training', 'copyright'].map((id) => makeTerm('topics', id)), makeTerm('organisations', 'wipo')],
)

suite('the years of a term', () => {
  test('are those in which at least two reports name it, each with the one before and after it', () => {
    assert.deepEqual(
      Array.from(findTermYears(CATALOGUE), ([id, { reports, previous, next }]) => [
        id,
        reports,
        previous?.id,
        next?.id,
      ]),
      [
        ['topics/training/2021', [A, B], undefined, undefined],
        ['organisations/wipo/2021', [A, B], undefined, 'organisations/wipo/2024'],
        ['organisations/wipo/2024', [E, D], 'organisations/wipo/2021', undefined],
      ],
    )
  })

  test('are those that reading every report for every term and year gives', () => {
    fc.assert(
      fc.property(someCatalogue, (catalogue) => {
        const expected = ALL_TERMS.flatMap(({ vocabulary, id }) =>
          ['2021', '2022', '2023', '2024'].map((year) => ({
            id: `${vocabulary}/${id}/${year}`,
            reports: catalogue.reports.filter(
              (report) => names(report, vocabulary, id) && report.date.startsWith(year),
            ),
          })),
        ).filter(({ reports }) => reports.length >= 2)
        const found = findTermYears(catalogue)
        for (const { id, reports } of expected) assert.deepEqual(found.get(id)?.reports, reports)
        assert.equal(found.size, expected.length)
      }),
    )
  })
})

suite('the pairs of terms', () => {
  test('are those that at least two reports name both, those with the most reports first', () => {
    assert.deepEqual(
      Array.from(findTermPairs(CATALOGUE, 10), ([id, pair]) => [
        id,
        pair.records.map(({ term }) => term.id),
        pair.reports,
      ]),
      [
        ['topics/training/organisations/wipo', ['training', 'wipo'], [A, B, C]],
        ['topics/copyright/organisations/wipo', ['copyright', 'wipo'], [A, D]],
      ],
    )
  })

  test('are as many as asked for at most, and none when none are asked for', () => {
    assert.deepEqual([...findTermPairs(CATALOGUE, 1).keys()], ['topics/training/organisations/wipo'])
    assert.deepEqual([...findTermPairs(CATALOGUE, 0).keys()], [])
  })

  test('have one id, whichever of the two is named first', () => {
    const [topic, organisation] = [CATALOGUE.terms.topics.get('copyright'), CATALOGUE.terms.organisations.get('wipo')]
    const other = CATALOGUE.terms.topics.get('training')
    assert.ok(topic && organisation && other)
    assert.equal(termPairId(topic, organisation), 'topics/copyright/organisations/wipo')
    assert.equal(termPairId(organisation, topic), 'topics/copyright/organisations/wipo')
    assert.equal(termPairId(other, topic), 'topics/copyright/topics/training')
  })

  test('are those that reading every report for every pair of terms gives', () => {
    fc.assert(
      fc.property(someCatalogue, fc.nat(30), (catalogue, most) => {
        const expected: { id: string; reports: Report[] }[] = []
        ALL_TERMS.forEach((first, index) => {
          for (const second of ALL_TERMS.slice(index + 1)) {
            const reports = catalogue.reports.filter(
              (report) => names(report, first.vocabulary, first.id) && names(report, second.vocabulary, second.id),
            )
            const id = `${first.vocabulary}/${first.id}/${second.vocabulary}/${second.id}`
            if (reports.length >= 2) expected.push({ id, reports })
          }
        })
        expected.sort((a, b) => b.reports.length - a.reports.length)
        assert.deepEqual(
          Array.from(findTermPairs(catalogue, most).values(), ({ id, reports }) => ({ id, reports })),
          expected.slice(0, most),
        )
      }),
    )
  })
})
