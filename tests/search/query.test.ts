import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { FACETS } from '#search/facets.ts'
import {
  EMPTY_QUERY,
  formatQuery,
  isEmpty,
  parseQuery,
  SORTS,
  staticPageOf,
  toggle,
  type Query,
} from '#search/query.ts'

/** A query that asks for what is given, and for nothing else. */
function queryOf({
  chosen = {},
  ...given
}: Partial<Omit<Query, 'chosen'>> & { chosen?: Partial<Query['chosen']> }): Query {
  return { ...EMPTY_QUERY, ...given, chosen: { ...EMPTY_QUERY.chosen, ...chosen } }
}

/** Any text that a query may hold as its words. */
const texts = fc.string({ unit: 'grapheme' }).map((text) => text.normalize('NFC').trim())
const values = fc.uniqueArray(fc.string({ unit: 'grapheme', minLength: 1 })).map((some) => some.sort())
const queries: fc.Arbitrary<Query> = fc.record(
  {
    words: texts,
    chosen: fc.record(
      {
        topics: values,
        places: values,
        organisations: values,
        people: values,
        series: values,
        kind: values,
        lang: values,
      },
      { noNullPrototype: true },
    ),
    from: texts,
    to: texts,
    sort: fc.constantFrom('', ...SORTS),
    page: fc.integer({ min: 1, max: 1_000_000 }),
  },
  { noNullPrototype: true },
)

suite('a query in the address bar', () => {
  test('says all that is asked for, always in the same order', () => {
    const query = queryOf({
      words: 'overseas risk',
      chosen: { lang: ['en'], kind: ['brief'], topics: ['copyright', 'training'], people: ['li-ming'] },
      from: '2023-06',
      to: '2024',
      sort: 'newest',
      page: 3,
    })
    const search =
      '?q=overseas+risk&topics=copyright&topics=training&people=li-ming&kind=brief&lang=en&from=2023-06&to=2024&sort=newest&page=3'
    assert.equal(formatQuery(query), search)
    assert.deepEqual(parseQuery(search), query)
    assert.deepEqual(
      parseQuery(
        '?page=3&sort=newest&to=2024&lang=en&people=li-ming&topics=training&from=2023-06&kind=brief&topics=copyright&topics=training&q=overseas%20risk',
      ),
      query,
    )
  })

  for (const [title, query, search] of [
    ['leaves out what is not asked for', queryOf({}), ''],
    ['has its words encoded', queryOf({ words: '版权 & “risk”' }), '?q=%E7%89%88%E6%9D%83+%26+%E2%80%9Crisk%E2%80%9D'],
    ['may have one end of a range of dates', queryOf({ to: '1886' }), '?to=1886'],
    ['leaves out the first page', queryOf({ words: 'a', page: 1 }), '?q=a'],
    ['has the second page', queryOf({ words: 'a', page: 2 }), '?q=a&page=2'],
    ['names the usual order where that was chosen', queryOf({ words: 'a', sort: 'relevance' }), '?q=a&sort=relevance'],
    ['has chosen values in the order of their text', queryOf({ chosen: { topics: ['b', 'a'] } }), '?topics=a&topics=b'],
  ] as const) {
    test(title, () => {
      assert.equal(formatQuery(query), search)
    })
  }

  for (const [title, search, query] of [
    ['asks for nothing when there is none', '', queryOf({})],
    ['asks for nothing when there is only its mark', '?', queryOf({})],
    ['asks for nothing when everything in it is empty', '?q=+&topics=&kind=&from=&to=+&sort=&page=', queryOf({})],
    ['does not mind what is none of its own', '?utm_source=x&filter=a', queryOf({})],
    ['has its words trimmed and composed', '?q=++Gene%CC%80ve+', queryOf({ words: 'Genève' })],
    ['has its first words where there are several', '?q=a&q=b', queryOf({ words: 'a' })],
    ['has no order that is not known', '?q=a&sort=title', queryOf({ words: 'a' })],
    [
      'has the whole year of an old link',
      '?year=2024&topics=training',
      queryOf({ chosen: { topics: ['training'] }, from: '2024', to: '2024' }),
    ],
    [
      'has its range of dates rather than the year of an old link',
      '?year=2024&from=2020&to=2021',
      queryOf({ from: '2020', to: '2021' }),
    ],
  ] as const) {
    test(title, () => {
      assert.deepEqual(parseQuery(search), query)
    })
  }

  for (const page of ['0', '-1', '1.5', 'two', '', 'Infinity', 'NaN']) {
    test(`is on page 1 when the page is ${JSON.stringify(page)}`, () => {
      assert.equal(parseQuery(`?q=a&page=${page}`).page, 1)
    })
  }

  test('is read again as it was written', () => {
    fc.assert(
      fc.property(queries, (query) => {
        assert.deepEqual(parseQuery(formatQuery(query)), query)
      }),
    )
  })

  test('is written in one way, however it was given', () => {
    const names = ['q', ...FACETS, 'from', 'to', 'year', 'sort', 'page', 'other']
    const parameters = fc.array(
      fc.tuple(fc.constantFrom(...names), fc.oneof(fc.constantFrom('2', ' a ', 'newest'), fc.string())),
    )
    fc.assert(
      fc.property(parameters, (given) => {
        const once = formatQuery(parseQuery(`?${new URLSearchParams(given).toString()}`))
        assert.equal(formatQuery(parseQuery(once)), once)
      }),
    )
  })
})

suite('a query is empty', () => {
  for (const search of ['', '?q=', '?page=2', '?utm_source=x']) {
    test(`as ${search === '' ? 'nothing' : search}`, () => {
      assert.equal(isEmpty(parseQuery(search)), true)
    })
  }
  for (const search of [
    '?q=a',
    ...FACETS.map((facet) => `?${facet}=a`),
    '?from=2024',
    '?to=2024',
    '?year=2024',
    '?sort=oldest',
  ]) {
    test(`never as ${search}`, () => {
      assert.equal(isEmpty(parseQuery(search)), false)
    })
  }
})

suite('a value of a facet', () => {
  const query = queryOf({
    words: 'risk',
    chosen: { topics: ['b', 'd'], kind: ['c'] },
    from: '2024',
    sort: 'oldest',
    page: 7,
  })

  test('is chosen beside the others, and the first page is shown', () => {
    assert.deepEqual(toggle(query, 'topics', 'c'), {
      ...query,
      chosen: { ...query.chosen, topics: ['b', 'c', 'd'] },
      page: 1,
    })
  })

  test('is no longer chosen when it was', () => {
    assert.deepEqual(toggle(query, 'topics', 'b'), { ...query, chosen: { ...query.chosen, topics: ['d'] }, page: 1 })
  })

  test('is a choice of its own facet only', () => {
    assert.deepEqual(toggle(query, 'people', 'c').chosen, { ...query.chosen, people: ['c'] })
  })

  test('leaves the query as it was when it is chosen and given up', () => {
    fc.assert(
      fc.property(queries, fc.constantFrom(...FACETS), fc.string({ minLength: 1 }), (given, facet, value) => {
        const before = structuredClone(given)
        assert.deepEqual(toggle(toggle(given, facet, value), facet, value), { ...before, page: 1 })
        assert.deepEqual(given, before)
      }),
    )
  })
})

suite('the page of the archive that shows what a query asks for', () => {
  const cases: [title: string, search: string, page: ReturnType<typeof staticPageOf>][] = [
    ['is that of a term', '?topics=copyright', { vocabulary: 'topics', id: 'copyright' }],
    ['is that of a series', '?series=bulletin', { vocabulary: 'series', id: 'bulletin' }],
    [
      'is that of a term, newest first as pages are',
      '?places=changsha&sort=newest',
      { vocabulary: 'places', id: 'changsha' },
    ],
    [
      'is that of a term on whatever page of results',
      '?topics=copyright&page=3',
      { vocabulary: 'topics', id: 'copyright' },
    ],
    ['is that of a year', '?from=2024&to=2024', { period: '2024' }],
    ['is that of a day', '?from=2024-12-20&to=2024-12-20', { period: '2024-12-20' }],
    ['is that of the year of an old link', '?year=2024', { period: '2024' }],
    ['is none for words', '?q=risk&topics=copyright', undefined],
    ['is none for two terms of a vocabulary', '?topics=copyright&topics=training', undefined],
    ['is none for terms of two vocabularies', '?topics=copyright&places=changsha', undefined],
    ['is none for a term in another order', '?topics=copyright&sort=oldest', undefined],
    ['is none for a term in a range of dates', '?topics=copyright&from=2024', undefined],
    ['is none for a term in a year', '?topics=copyright&from=2024&to=2024', undefined],
    ['is none for a range of dates', '?from=2023&to=2024', undefined],
    ['is none for a range with an open end', '?from=2024', undefined],
    ['is none for a year in another order', '?from=2024&to=2024&sort=oldest', undefined],
    ['is none for a kind', '?kind=brief', undefined],
    ['is none for a language', '?lang=en', undefined],
    ['is none for a query of nothing', '', undefined],
  ]
  for (const [title, search, page] of cases) {
    test(title, () => {
      assert.deepEqual(staticPageOf(parseQuery(search)), page)
    })
  }
})
