import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import type { FoundReports } from '#search/find-reports.ts'
import type { Match } from '#search/matches.ts'
import type { OpenShard } from '#search/open-shard.ts'
import { orderReports, type Totals } from '#search/order.ts'
import { SORTS } from '#search/query.ts'

/** A report of an index for a test: its date, and for each word that was looked for where it stands, if it does. */
interface Given {
  date: string
  words: readonly (readonly number[] | undefined)[]
  isTitle?: boolean
  length?: number
}

/** An archive whose reports have a hundred words each. */
const TOTALS: Totals = { reports: 100, words: 10_000, newest: '2024-12-20' }

const unused = (): Promise<never> => Promise.reject(new Error('not asked for'))

/** What an index gives that holds some reports, oldest first: those with every word. */
function foundIn(reports: readonly Given[], offset: number, words: number): FoundReports {
  const shard: OpenShard = {
    shard: { path: '', from: '', to: '', count: reports.length, words: 0, columns: '' },
    offset,
    ...{ find: unused, core: unused, values: unused, record: unused, start: unused },
    ...{ expectWord: () => undefined },
  }
  const ordinals = [...reports.keys()]
  const days = Array.from(
    Map.groupBy(reports, ({ date }) => date),
    ([date, group]) => [date, group.length] as const,
  )
  return {
    shard,
    core: {
      days,
      lengths: Uint32Array.from(reports, ({ length = 100 }) => length),
      kind: new Map(),
      lang: new Map(),
    },
    ordinals: ordinals.filter((ordinal) => reports[ordinal]?.words.every((places) => places !== undefined)),
    inRange: reports.length,
    matches: Array.from({ length: words }, (_, index) => {
      const matches = new Map<number, Match>()
      for (const ordinal of ordinals) {
        const places = reports[ordinal]?.words[index]
        if (places !== undefined) matches.set(ordinal, { places, inTitle: false })
      }
      return matches
    }),
    titles: new Set(ordinals.filter((ordinal) => reports[ordinal]?.isTitle === true)),
  }
}

/** The numbers of reports in the order in which they are shown, when they are divided among several indexes. */
function order(
  indexes: readonly (readonly Given[])[],
  sort: (typeof SORTS)[number],
  isKept: (report: number) => boolean = () => true,
): number[] {
  const words = indexes.flat()[0]?.words.length ?? 0
  const offsets = indexes.map((_, index) => indexes.slice(0, index).flat().length)
  const found = indexes.map((reports, index) => foundIn(reports, offsets[index] ?? 0, words))
  return orderReports(found, isKept, sort, TOTALS).map(({ found: { shard }, ordinal }) => shard.offset + ordinal)
}

suite('the reports that are found', () => {
  const indexes: Given[][] = [
    [
      { date: '1886', words: [[3]] },
      { date: '2023-05-01', words: [[3, 9, 12]] },
    ],
    [
      { date: '2024-12-20', words: [[3]] },
      { date: '2024-12-20', words: [undefined] },
      { date: '2024-12-20', words: [[3]] },
    ],
  ]

  test('come oldest first where that was asked for', () => {
    assert.deepEqual(order(indexes, 'oldest'), [0, 1, 2, 4])
  })

  test('come newest first where that was asked for', () => {
    assert.deepEqual(order(indexes, 'newest'), [4, 2, 1, 0])
  })

  test('come best first where that was asked for, and of equal ones the newest', () => {
    assert.deepEqual(order(indexes, 'relevance'), [1, 4, 2, 0])
  })

  test('are only those that are kept, by their numbers in the archive', () => {
    for (const [sort, numbers] of [
      ['oldest', [1, 4]],
      ['newest', [4, 1]],
      ['relevance', [1, 4]],
    ] as const) {
      assert.deepEqual(
        order(indexes, sort, (report) => report === 1 || report === 4),
        numbers,
      )
    }
  })

  test('are none of none', () => {
    for (const sort of SORTS) {
      assert.deepEqual(order([], sort), [])
      assert.deepEqual(order([[], []], sort), [])
    }
  })

  test('without words are all the same, so that the newest comes first', () => {
    const dated = ['1886', '2023-05-01', '2024'].map((date) => ({ date, words: [] }))
    assert.deepEqual(order([dated], 'relevance'), [2, 1, 0])
  })

  const day = { date: '2024-12-20' }
  const cases: [title: string, reports: Given[], order: number[]][] = [
    [
      'begin with one whose title is just what was typed, however seldom the words stand in it',
      [
        { date: '1886', words: [[0]], isTitle: true, length: 5000 },
        { ...day, words: [[0, 4, 8, 12]], length: 50 },
      ],
      [0, 1],
    ],
    [
      'begin with the newest of several whose title is just what was typed',
      [
        { date: '2022', words: [[0]], isTitle: true },
        { date: '2023', words: [[0]], isTitle: true },
        { date: '2024', words: [[0, 1, 2]] },
      ],
      [1, 0, 2],
    ],
    [
      'have the newer first when two answer equally well',
      [
        { date: '2020', words: [[3]] },
        { date: '2024', words: [[3]] },
      ],
      [1, 0],
    ],
    [
      'have a better one first though it is old',
      [
        { date: '1900', words: [[3, 7, 11]] },
        { date: '2024', words: [[3]] },
      ],
      [0, 1],
    ],
    [
      'have a newer one first that is hardly worse',
      [
        { date: '2000', words: [[3]], length: 95 },
        { date: '2024', words: [[3]], length: 100 },
      ],
      [1, 0],
    ],
    [
      'have one first that is newer by months and hardly worse',
      [
        { date: '2024-01-05', words: [[3]], length: 98 },
        { date: '2024-12-20', words: [[3]], length: 100 },
      ],
      [1, 0],
    ],
    [
      'have one first that is newer by days and as good as the other',
      [
        { date: '2024-12-01', words: [[3]], length: 9999 },
        { date: '2024-12-20', words: [[3]], length: 10_000 },
      ],
      [1, 0],
    ],
    [
      'have one first that is older by weeks and better',
      [
        { date: '2024-12-01', words: [[3]], length: 98 },
        { date: '2024-12-20', words: [[3]], length: 100 },
      ],
      [0, 1],
    ],
    [
      'have a shorter one first',
      [
        { ...day, words: [[3]], length: 100 },
        { ...day, words: [[3]], length: 1000 },
      ],
      [0, 1],
    ],
    [
      'have one first that has more of the rarer word',
      [
        { ...day, words: [[0, 9], [4]] },
        { ...day, words: [[0], [4, 9]] },
        ...Array.from({ length: 20 }, () => ({ ...day, words: [undefined, [4]] })),
      ],
      [0, 1],
    ],
    [
      'have one first where the words stand side by side',
      [
        { ...day, words: [[3], [4]] },
        { ...day, words: [[3], [9]] },
      ],
      [0, 1],
    ],
  ]
  for (const [title, reports, expected] of cases) {
    test(title, () => {
      assert.deepEqual(order([reports], 'relevance'), expected)
    })
  }

  const dates = fc.constantFrom('2019', '2020-01', '2020-01-05', '2021-07', '2024-12-20')
  const places = fc.option(fc.constantFrom([], [0], [1], [0, 5], [1, 6, 9]), { nil: undefined })
  const archives = fc.array(
    fc.record({
      date: dates,
      words: fc.tuple(places, places),
      isTitle: fc.boolean(),
      length: fc.constantFrom(50, 100, 400),
    }),
    { maxLength: 12 },
  )
  const sorted = archives.map((reports) => reports.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)))

  test('stand in one order, however they are divided among indexes', () => {
    fc.assert(
      fc.property(sorted, fc.array(fc.nat({ max: 12 })), fc.constantFrom(...SORTS), (reports, cuts, sort) => {
        const edges = [0, ...cuts.filter((cut) => cut < reports.length).sort((a, b) => a - b), reports.length]
        const indexes = edges.slice(1).map((edge, index) => reports.slice(edges[index], edge))
        assert.deepEqual(order(indexes, sort), order([reports], sort))
      }),
      { numRuns: 500 },
    )
  })

  test('are the same in every order', () => {
    fc.assert(
      fc.property(sorted, (reports) => {
        const oldest = [...reports.keys()].filter((report) => reports[report]?.words.every((one) => one !== undefined))
        assert.deepEqual(order([reports], 'oldest'), oldest)
        assert.deepEqual(order([reports], 'newest'), oldest.toReversed())
        assert.deepEqual(
          order([reports], 'relevance').sort((a, b) => a - b),
          oldest,
        )
      }),
    )
  })
})
