import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { buildCatalogue, type TermRecord } from '#archive/catalogue.ts'
import { findAllTogether, findTogether, type TogetherTerm } from '#archive/together.ts'
import { makeIdentifier, makeReport, makeTerm } from './make-report.ts'
import { ALL_TERMS, names, someCatalogue } from './named-together.ts'

const TRAINING = makeReport({
  id: makeIdentifier(1),
  topics: ['copyright', 'training'],
  dateline: 'changsha',
  organisations: [{ id: 'wipo' }, { id: 'ncac', role: 'organizer' }],
})
const TREATY = makeReport({ id: makeIdentifier(2), topics: ['copyright'], organisations: [{ id: 'wipo' }] })
const CATALOGUE = buildCatalogue(
  [TRAINING, TREATY, makeReport({ id: makeIdentifier(3), topics: ['training'] })],
  [
    ...['training', 'copyright', 'patents'].map((id) => makeTerm('topics', id)),
    makeTerm('places', 'changsha'),
    ...['wipo', 'ncac'].map((id) => makeTerm('organisations', id)),
  ],
)

suite('the terms that are named together with a term', () => {
  test('are counted, the most frequent first, then in the order of vocabularies and ids', () => {
    assert.deepEqual(idsOf(findTogether(CATALOGUE, recordOf('topics', 'copyright'))), [
      '2 organisations/wipo',
      '1 topics/training',
      '1 places/changsha',
      '1 organisations/ncac',
    ])
    assert.deepEqual(findTogether(CATALOGUE, recordOf('topics', 'patents')), [])
  })

  test('are found for all terms at once, as many of each as asked for', () => {
    assert.deepEqual(
      Array.from(findAllTogether(CATALOGUE, 2), ([{ term }, together]) => [term.id, idsOf(together)]),
      [
        ['copyright', ['2 organisations/wipo', '1 topics/training']],
        ['patents', []],
        ['training', ['1 topics/copyright', '1 places/changsha']],
        ['changsha', ['1 topics/copyright', '1 topics/training']],
        ['ncac', ['1 topics/copyright', '1 topics/training']],
        ['wipo', ['2 topics/copyright', '1 topics/training']],
      ],
    )
  })

  test('are those that reading every report for every pair of terms gives', () => {
    fc.assert(
      fc.property(someCatalogue, (catalogue) => {
        const all = findAllTogether(catalogue)
        for (const { vocabulary, id } of ALL_TERMS) {
          const record = catalogue.terms[vocabulary].get(id)
          assert.ok(record)
          const expected = ALL_TERMS.filter((other) => other.vocabulary !== vocabulary || other.id !== id)
            .map((other) => ({
              other,
              count: catalogue.reports.filter(
                (report) => names(report, vocabulary, id) && names(report, other.vocabulary, other.id),
              ).length,
            }))
            .filter(({ count }) => count > 0)
            .sort((a, b) => b.count - a.count)
            .map(({ other, count }) => `${String(count)} ${other.vocabulary}/${other.id}`)
          assert.deepEqual(idsOf(findTogether(catalogue, record)), expected)
          assert.deepEqual(idsOf(all.get(record) ?? []), expected)
        }
      }),
    )
  })
})

function recordOf(vocabulary: 'topics' | 'organisations', id: string): TermRecord {
  const record = CATALOGUE.terms[vocabulary].get(id)
  assert.ok(record)
  return record
}

function idsOf(together: readonly TogetherTerm[]): string[] {
  return together.map(({ record: { term }, count }) => `${String(count)} ${term.vocabulary}/${term.id}`)
}
