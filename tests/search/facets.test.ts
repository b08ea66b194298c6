import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { VOCABULARIES } from '#archive/vocabulary.ts'
import type { ValueLists } from '#search/columns.ts'
import { applyFacets, FACETS, joinLists, type Facet } from '#search/facets.ts'

/** What each report has of each facet, by ordinal. */
type Reports = readonly Partial<Record<Facet, readonly string[]>>[]

const reports: Reports = [
  { topics: ['copyright'], people: ['ada', 'ben'], kind: ['news'] },
  { topics: ['copyright', 'patents'], people: ['ada'], kind: ['ruling'] },
  { topics: ['patents'], people: ['ben'], kind: ['news'] },
  { topics: ['copyright'], people: [], kind: ['news'] },
  { topics: ['trade'], people: ['cem'], kind: ['ruling'] },
]

const all = Uint32Array.from(reports.keys())

suite('the facets of a search', () => {
  test('are the vocabularies, the kind and the language', () => {
    assert.deepEqual(FACETS, [...VOCABULARIES, 'kind', 'lang'])
  })

  test('keep all reports that match when nothing is chosen, and count each value, the most frequent first', () => {
    assert.deepEqual(apply({ counted: ['topics', 'people', 'kind'] }), {
      kept: all,
      counts: new Map([
        [
          'topics',
          [
            ['copyright', 3],
            ['patents', 2],
            ['trade', 1],
          ],
        ],
        [
          'people',
          [
            ['ada', 2],
            ['ben', 2],
            ['cem', 1],
          ],
        ],
        [
          'kind',
          [
            ['news', 3],
            ['ruling', 2],
          ],
        ],
      ]),
    })
  })

  test('count only reports that match', () => {
    assert.deepEqual(apply({ matched: [1, 4], counted: ['topics'] }), {
      kept: Uint32Array.of(1, 4),
      counts: new Map([
        [
          'topics',
          [
            ['copyright', 1],
            ['patents', 1],
            ['trade', 1],
          ],
        ],
      ]),
    })
  })

  test('keep the reports with the value that is chosen, and still count what the others of its facet would give', () => {
    assert.deepEqual(apply({ chosen: { topics: ['patents'] }, counted: ['topics', 'kind'] }), {
      kept: Uint32Array.of(1, 2),
      counts: new Map([
        [
          'topics',
          [
            ['copyright', 3],
            ['patents', 2],
            ['trade', 1],
          ],
        ],
        [
          'kind',
          [
            ['news', 1],
            ['ruling', 1],
          ],
        ],
      ]),
    })
  })

  test('keep the reports with any of the values that are chosen in one facet', () => {
    assert.deepEqual(apply({ chosen: { topics: ['patents', 'trade'] } }).kept, Uint32Array.of(1, 2, 4))
  })

  test('keep the reports that have a chosen value of each facet, and count each facet by the choices of the others', () => {
    assert.deepEqual(
      apply({ chosen: { topics: ['patents'], kind: ['news'] }, counted: ['topics', 'people', 'kind'] }),
      {
        kept: Uint32Array.of(2),
        counts: new Map([
          [
            'topics',
            [
              ['copyright', 2],
              ['patents', 1],
            ],
          ],
          ['people', [['ben', 1]]],
          [
            'kind',
            [
              ['news', 1],
              ['ruling', 1],
            ],
          ],
        ]),
      },
    )
  })

  test('name a chosen value even when it gives nothing', () => {
    const chosen = { people: ['cem'], kind: ['news'] }
    assert.deepEqual(apply({ chosen, counted: ['people'] }), {
      kept: new Uint32Array(),
      counts: new Map([
        [
          'people',
          [
            ['ben', 2],
            ['ada', 1],
            ['cem', 0],
          ],
        ],
      ]),
    })
  })

  test('find nothing for a value that no report has, unless another is chosen beside it', () => {
    assert.deepEqual(apply({ chosen: { kind: ['poem'] }, counted: ['kind'] }), {
      kept: new Uint32Array(),
      counts: new Map([
        [
          'kind',
          [
            ['news', 3],
            ['ruling', 2],
            ['poem', 0],
          ],
        ],
      ]),
    })
    assert.deepEqual(apply({ chosen: { kind: ['poem', 'ruling'] } }).kept, Uint32Array.of(1, 4))
  })

  test('without a chosen value are no choice', () => {
    assert.deepEqual(apply({ chosen: { kind: [] } }).kept, all)
  })

  test('are applied where they are not counted, and counted only when asked for', () => {
    const { kept, counts } = apply({ chosen: { kind: ['ruling'] }, counted: ['people'] })
    assert.deepEqual(kept, Uint32Array.of(1, 4))
    assert.deepEqual([...counts.keys()], ['people'])
  })

  test('are refused when their lists are missing', () => {
    const message = 'the lists of the facet “series” are needed, but were not given'
    assert.throws(() => applyFacets(all, new Map([['series', ['berne']]]), new Map(), [], 5), { message })
    assert.throws(() => applyFacets(all, new Map(), new Map(), ['series'], 5), { message })
  })

  test('leave what they are given as it was', () => {
    const matched = Uint32Array.of(0, 2, 4)
    const columns = columnsOf(reports)
    const chosen = new Map([['kind', ['news']]] as const)
    applyFacets(matched, chosen, columns, FACETS, 5)
    assert.deepEqual(matched, Uint32Array.of(0, 2, 4))
    assert.deepEqual(columns, columnsOf(reports))
  })

  test('give what filtering and counting each report gives', () => {
    const values = fc.subarray(['a', 'b', 'c', 'd'])
    const some = fc.record({
      entries: fc.array(
        fc.tuple(fc.record({ topics: values, places: values, people: values, kind: values }), fc.boolean()),
      ),
      chosen: fc.record(
        { topics: someChoice(), places: someChoice(), people: someChoice(), kind: someChoice() },
        { requiredKeys: [] },
      ),
      counted: fc.subarray([...FACETS]),
    })
    fc.assert(
      fc.property(some, ({ entries, chosen, counted }) => {
        const reports = entries.map(([report]) => report)
        const matched = [...entries.keys()].filter((ordinal) => entries[ordinal]?.[1] === true)
        const { kept, counts } = apply({ reports, matched, chosen, counted })
        assert.deepEqual([...kept], keepOneByOne(reports, matched, chosen))
        assert.deepEqual(
          [...counts],
          counted.map((facet) => [facet, countOneByOne(reports, matched, chosen, facet)]),
        )
      }),
      { numRuns: 1000 },
    )
  })
})

suite('the lists of several indexes', () => {
  test('are joined into one numbering', () => {
    const joined = joinLists([
      {
        offset: 0,
        lists: new Map([
          ['a', Uint32Array.of(0, 2)],
          ['b', Uint32Array.of(1)],
        ]),
      },
      {
        offset: 3,
        lists: new Map([
          ['c', Uint32Array.of(0)],
          ['a', Uint32Array.of(1)],
        ]),
      },
    ])
    assert.deepEqual(
      joined,
      new Map([
        ['a', Uint32Array.of(0, 2, 4)],
        ['b', Uint32Array.of(1)],
        ['c', Uint32Array.of(3)],
      ]),
    )
  })

  test('rise whatever the order of the indexes', () => {
    const newestFirst = [
      { offset: 10, lists: new Map([['a', Uint32Array.of(0, 5)]]) },
      { offset: 0, lists: new Map([['a', Uint32Array.of(1, 9)]]) },
    ]
    assert.deepEqual(joinLists(newestFirst), new Map([['a', Uint32Array.of(1, 9, 10, 15)]]))
  })

  test('are none of none', () => {
    assert.deepEqual(joinLists([]), new Map())
  })

  test('are those of one index with all reports, wherever it is cut', () => {
    const values = fc.subarray(['a', 'b', 'c', 'd'])
    fc.assert(
      fc.property(fc.array(fc.array(fc.record({ topics: values }))), (indexes) => {
        const parts = indexes.map((reports, index) => ({
          offset: indexes.slice(0, index).flat().length,
          lists: listsOf(reports, 'topics'),
        }))
        assert.deepEqual(joinLists(parts), listsOf(indexes.flat(), 'topics'))
      }),
    )
  })
})

type Choice = Partial<Record<Facet, readonly string[]>>

/** Some values, one of them such that no report has it. */
function someChoice(): fc.Arbitrary<string[]> {
  return fc.subarray(['d', 'c', 'b', 'a', 'unknown'])
}

function apply({
  reports: given = reports,
  matched = [...given.keys()],
  chosen = {},
  counted = [],
}: {
  reports?: Reports
  matched?: readonly number[]
  chosen?: Choice
  counted?: readonly Facet[]
}): ReturnType<typeof applyFacets> {
  const choices = new Map(FACETS.flatMap((facet) => (chosen[facet] === undefined ? [] : [[facet, chosen[facet]]])))
  return applyFacets(Uint32Array.from(matched), choices, columnsOf(given), counted, given.length)
}

function columnsOf(given: Reports): Map<Facet, ValueLists> {
  return new Map(FACETS.map((facet) => [facet, listsOf(given, facet)]))
}

function listsOf(given: Reports, facet: Facet): ValueLists {
  const values = new Set(given.flatMap((report) => report[facet] ?? []))
  return new Map(
    Array.from(values, (value) => [
      value,
      Uint32Array.from([...given.keys()].filter((ordinal) => given[ordinal]?.[facet]?.includes(value))),
    ]),
  )
}

function keepOneByOne(given: Reports, matched: readonly number[], chosen: Choice): number[] {
  return matched.filter((ordinal) =>
    FACETS.every((facet) => {
      const values = chosen[facet] ?? []
      return values.length === 0 || given[ordinal]?.[facet]?.some((value) => values.includes(value)) === true
    }),
  )
}

function countOneByOne(given: Reports, matched: readonly number[], chosen: Choice, facet: Facet): [string, number][] {
  const kept = keepOneByOne(given, matched, { ...chosen, [facet]: [] })
  return ['a', 'b', 'c', 'd', 'unknown']
    .map((value): [string, number] => [
      value,
      kept.filter((ordinal) => given[ordinal]?.[facet]?.includes(value)).length,
    ])
    .filter(([value, count]) => count > 0 || chosen[facet]?.includes(value))
    .sort(([, a], [, b]) => b - a)
}
