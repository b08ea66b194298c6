import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { buildCatalogue, compareReports, termsOf, type Period, type Report } from '#archive/catalogue.ts'
import { makeIdentifier, makeReport, makeTerm } from './make-report.ts'

const [A, B, C, D] = [makeIdentifier(1), makeIdentifier(2), makeIdentifier(3), makeIdentifier(4)]

suite('the order of reports', () => {
  test('is by date, then by identifier; a date that is less precise comes first', () => {
    const reports = [
      makeReport({ id: B, date: '2024-12-20' }),
      makeReport({ id: A, date: '2024-12-20' }),
      makeReport({ id: A, date: '2024-12' }),
      makeReport({ id: C, date: '2025' }),
      makeReport({ id: D, date: '2024' }),
      makeReport({ id: D, date: '1893' }),
    ]
    assert.deepEqual(
      reports.sort(compareReports).map(({ date, id }) => [date, id]),
      [
        ['1893', D],
        ['2024', D],
        ['2024-12', A],
        ['2024-12-20', A],
        ['2024-12-20', B],
        ['2025', C],
      ],
    )
    assert.equal(compareReports(makeReport(), makeReport()), 0)
  })
})

suite('the terms of a report', () => {
  test('count its dateline as a place, before the places it names', () => {
    const report = makeReport({ dateline: 'changsha', places: [{ id: 'hunan', role: 'host' }] })
    assert.deepEqual(termsOf(report, 'places'), [{ id: 'changsha' }, { id: 'hunan', role: 'host' }])
  })

  test('name a dateline once that is among its places too, with its role', () => {
    const report = makeReport({ dateline: 'hunan', places: [{ id: 'hunan', role: 'host' }] })
    assert.deepEqual(termsOf(report, 'places'), [{ id: 'hunan', role: 'host' }])
  })

  test('are those it names, with their roles', () => {
    const report = makeReport({
      topics: ['copyright', 'training'],
      series: 'risk-training',
      people: [{ id: 'liu-hua', role: 'Director' }],
    })
    assert.deepEqual(termsOf(report, 'topics'), [{ id: 'copyright' }, { id: 'training' }])
    assert.deepEqual(termsOf(report, 'series'), [{ id: 'risk-training' }])
    assert.deepEqual(termsOf(report, 'people'), [{ id: 'liu-hua', role: 'Director' }])
    assert.deepEqual(termsOf(report, 'organisations'), [])
    assert.deepEqual(termsOf(report, 'places'), [])
    assert.deepEqual(termsOf(makeReport(), 'series'), [])
  })
})

suite('the catalogue', () => {
  test('has pages for withdrawn and gone reports, and lists them nowhere', () => {
    const named = { topics: ['copyright'], translationOf: D }
    const withdrawn = makeReport({ id: A, status: 'withdrawn', ...named })
    const gone = makeReport({ id: B, status: 'gone', ...named })
    const published = makeReport({ id: C })
    const catalogue = buildCatalogue([gone, published, withdrawn], [makeTerm('topics', 'copyright')])

    assert.deepEqual(catalogue.pages, [withdrawn, gone, published])
    assert.deepEqual(catalogue.reports, [published])
    assert.deepEqual([...catalogue.byId.keys()], [A, B, C])
    assert.deepEqual([...catalogue.positions], [[published, 0]])
    assert.deepEqual([...catalogue.translations], [])
    assert.deepEqual(catalogue.terms.topics.get('copyright')?.reports, [])
    assert.deepEqual(idsOf(catalogue.years), ['2024'])
    assert.deepEqual(catalogue.years[0]?.reports, [published])
  })

  test('of nothing is empty', () => {
    const catalogue = buildCatalogue([], [])
    assert.deepEqual(
      { pages: catalogue.pages, reports: catalogue.reports, years: catalogue.years },
      { pages: [], reports: [], years: [] },
    )
  })

  test('lists the reports of a term oldest first, and the terms in the order of their ids', () => {
    const older = makeReport({ id: B, date: '2023-01-05', topics: ['training'] })
    const newer = makeReport({ id: A, date: '2024-12-20', topics: ['training', 'copyright'] })
    const terms = ['training', 'copyright', 'treaties'].map((id) => makeTerm('topics', id))
    const { topics } = buildCatalogue([newer, older], terms).terms

    assert.deepEqual(
      Array.from(topics.values(), ({ term, reports }) => [term.id, reports.map(({ id }) => id)]),
      [
        ['copyright', [A]],
        ['training', [B, A]],
        ['treaties', []],
      ],
    )
  })

  test('keeps terms of different vocabularies apart that have one id', () => {
    const report = makeReport({ topics: ['hunan'] })
    const { terms } = buildCatalogue([report], [makeTerm('topics', 'hunan'), makeTerm('places', 'hunan')])
    assert.deepEqual(terms.topics.get('hunan')?.reports, [report])
    assert.deepEqual(terms.places.get('hunan')?.reports, [])
  })

  test('lists a report under its dateline', () => {
    const report = makeReport({ dateline: 'changsha' })
    const { places } = buildCatalogue([report], [makeTerm('places', 'changsha')]).terms
    assert.deepEqual(places.get('changsha')?.reports, [report])
  })

  test('lists a report once under a term that it names twice', () => {
    const report = makeReport({ topics: ['copyright', 'copyright'], people: [{ id: 'liu-hua' }, { id: 'liu-hua' }] })
    const { terms } = buildCatalogue([report], [makeTerm('topics', 'copyright'), makeTerm('people', 'liu-hua')])
    assert.deepEqual(terms.topics.get('copyright')?.reports, [report])
    assert.deepEqual(terms.people.get('liu-hua')?.reports, [report])
  })

  test('gathers the translations of a report in the order of their languages', () => {
    const original = makeReport({ id: A, lang: 'en' })
    const chinese = makeReport({ id: B, lang: 'zh-Hans', translationOf: A })
    const arabic = makeReport({ id: C, lang: 'ar', translationOf: A, date: '2025-01-01' })
    const { translations } = buildCatalogue([original, chinese, arabic], [])
    assert.deepEqual([...translations], [[A, [arabic, chinese]]])
  })

  test('does not mind the order of what it is given, nor change it', () => {
    const reports = ['2024-12-20', '2023', '2024-12', '2023-05-01', '2024-12-20'].map((date, index) =>
      makeReport({ id: makeIdentifier(index), date, topics: ['copyright'] }),
    )
    const terms = Object.freeze([makeTerm('topics', 'copyright')])
    // Periods are left out: they name each other in a circle, and what they hold is tested below.
    const build = (given: readonly Report[]) => ({ ...buildCatalogue(given, terms), years: [] })
    const expected = build(Object.freeze([...reports]))
    fc.assert(
      fc.property(fc.shuffledSubarray(reports, { minLength: reports.length }), (shuffled) => {
        assert.deepEqual(build(shuffled), expected)
      }),
    )
  })
})

suite('the periods of the catalogue', () => {
  const dates = ['1893', '2023-05-01', '2023-05-01', '2023-06', '2024', '2024-12', '2024-12-11', '2024-12-20']
  const reports = dates.map((date, index) => makeReport({ id: makeIdentifier(index), date }))
  const { years } = buildCatalogue(reports, [])

  test('are years with months with days, each with all the reports of its parts', () => {
    assert.deepEqual(years.map(outline), [
      { id: '1893', reports: 1, parts: [] },
      {
        id: '2023',
        reports: 3,
        parts: [
          { id: '2023-05', reports: 2, parts: [{ id: '2023-05-01', reports: 2, parts: [] }] },
          { id: '2023-06', reports: 1, parts: [] },
        ],
      },
      {
        id: '2024',
        reports: 4,
        parts: [
          {
            id: '2024-12',
            reports: 3,
            parts: [
              { id: '2024-12-11', reports: 1, parts: [] },
              { id: '2024-12-20', reports: 1, parts: [] },
            ],
          },
        ],
      },
    ])
  })

  test('lead to the period before and after that has reports, across months and years', () => {
    const months = years.flatMap(({ parts }) => parts)
    const days = months.flatMap(({ parts }) => parts)
    assert.deepEqual(neighboursOf(years), [
      [undefined, '1893', '2023'],
      ['1893', '2023', '2024'],
      ['2023', '2024', undefined],
    ])
    assert.deepEqual(neighboursOf(months), [
      [undefined, '2023-05', '2023-06'],
      ['2023-05', '2023-06', '2024-12'],
      ['2023-06', '2024-12', undefined],
    ])
    assert.deepEqual(neighboursOf(days), [
      [undefined, '2023-05-01', '2024-12-11'],
      ['2023-05-01', '2024-12-11', '2024-12-20'],
      ['2024-12-11', '2024-12-20', undefined],
    ])
  })

  test('hold every report once for each step of its date, and never are empty', () => {
    fc.assert(
      fc.property(fc.array(someDate()), (someDates) => {
        const some = someDates.map((date, index) => makeReport({ id: makeIdentifier(index), date }))
        const catalogue = buildCatalogue(some, [])
        const months = catalogue.years.flatMap(({ parts }) => parts)
        const days = months.flatMap(({ parts }) => parts)

        assertHolds(catalogue.years, 4, catalogue.reports)
        assertHolds(months, 7, catalogue.reports)
        assertHolds(days, 10, catalogue.reports)
      }),
    )
  })
})

/** What a naive filter finds: every date of that precision once, in rising order, with its reports and its neighbours. */
function assertHolds(periods: readonly Period[], length: number, reports: readonly Report[]): void {
  const precise = reports.filter(({ date }) => date.length >= length)
  const ids = [...new Set(precise.map(({ date }) => date.slice(0, length)))].sort()
  assert.deepEqual(idsOf(periods), ids)
  periods.forEach((period, index) => {
    assert.deepEqual(
      period.reports,
      reports.filter(({ date }) => date.startsWith(period.id)),
    )
    assert.equal(period.previous, periods[index - 1])
    assert.equal(period.next, periods[index + 1])
  })
}

function someDate(): fc.Arbitrary<string> {
  const year = fc.constantFrom('1893', '2023', '2024')
  const part = fc.constantFrom('01', '02', '11')
  return fc.oneof(
    year,
    fc.tuple(year, part).map((parts) => parts.join('-')),
    fc.tuple(year, part, part).map((parts) => parts.join('-')),
  )
}

interface Outline {
  id: string
  reports: number
  parts: Outline[]
}

function outline({ id, reports, parts }: Period): Outline {
  return { id, reports: reports.length, parts: parts.map(outline) }
}

function idsOf(periods: readonly Period[]): string[] {
  return periods.map(({ id }) => id)
}

function neighboursOf(periods: readonly Period[]): (string | undefined)[][] {
  return periods.map(({ previous, id, next }) => [previous?.id, id, next?.id])
}
