import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { buildCatalogue, type Report } from '#archive/catalogue.ts'
import { threadAround } from '#site/thread.ts'
import { makeIdentifier, makeReport, makeTerm } from '../archive/make-report.ts'

const partOf = (number: number, date: string, given: Partial<Report> = {}): Report =>
  makeReport({ id: makeIdentifier(number), date, series: 'story', ...given })

/** The dates of the thread of a story, around the report of a number. */
function datesAround(reports: readonly Report[], number: number): string[] {
  const catalogue = buildCatalogue(reports, [makeTerm('series', 'story')])
  const record = catalogue.terms.series.get('story')
  const current = catalogue.byId.get(makeIdentifier(number))
  return record === undefined ? [] : threadAround(catalogue, record, current).map(({ first }) => first.date)
}

suite('the thread of a series', () => {
  test('is in the order in which its reports are filed, whenever it was that they tell of', () => {
    const reports = [partOf(1, '2024-02-01', { event: '2024-01-20' }), partOf(2, '2024-02-02', { event: '2024-01-10' })]
    assert.deepEqual(datesAround(reports, 1), ['2024-02-01', '2024-02-02'])
  })

  test('has a withdrawn report on its own page, where it stood, and on no other', () => {
    const days = Array.from({ length: 9 }, (_, index) => `2024-01-0${String(index + 1)}`)
    const reports = days.map((day, index) => partOf(index, day, index === 5 ? { status: 'withdrawn' } : {}))
    assert.deepEqual(datesAround(reports, 5), days.slice(2, 9))
    assert.ok(!datesAround(reports, 4).includes('2024-01-06'))
  })
})
