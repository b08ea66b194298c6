import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { follow, unite, type Postings } from '#search/postings.ts'

const treaty: Postings = new Map([
  [1, [0, 5]],
  [3, [2]],
])
const treaties: Postings = new Map([
  [1, [3, 7]],
  [2, [1]],
])

/** Where a word stands in some texts, each an array of words. */
function postingsOf(texts: readonly (readonly string[])[], word: string): Postings {
  return placesWhere(texts, (text, place) => text[place] === word)
}

function placesWhere(
  texts: readonly (readonly string[])[],
  isThere: (text: readonly string[], place: number) => boolean,
): Postings {
  const found = texts.map((text, report) => [report, [...text.keys()].filter((place) => isThere(text, place))] as const)
  return new Map(found.filter(([, places]) => places.length > 0))
}

const words = ['a', 'b', 'c', 'd']
const texts = fc.array(fc.array(fc.constantFrom(...words), { maxLength: 8 }), { maxLength: 6 })
const groups = fc.array(fc.subarray([...words, 'unknown']), { minLength: 1, maxLength: 4 })

suite('any of several words', () => {
  test('stands where one of them does', () => {
    assert.deepEqual(
      unite([treaty, treaties]),
      new Map([
        [1, [0, 3, 5, 7]],
        [2, [1]],
        [3, [2]],
      ]),
    )
  })

  test('stands at a place once, though it is there twice', () => {
    assert.deepEqual(unite([treaty, treaty, new Map([[1, [5, 6]]])]), new Map([...treaty, [1, [0, 5, 6]]]))
  })

  test('stands where the only one does', () => {
    assert.deepEqual(unite([new Map(), treaty, new Map()]), treaty)
  })

  test('of none stands nowhere', () => {
    assert.deepEqual(unite([]), new Map())
    assert.deepEqual(unite([new Map(), new Map()]), new Map())
  })

  test('stands where one look at each place of each text says', () => {
    fc.assert(
      fc.property(texts, groups, (given, [group = []]) => {
        const lists = group.map((word) => postingsOf(given, word))
        const before = structuredClone(lists)
        assert.deepEqual(
          unite(lists),
          placesWhere(given, (text, place) => group.includes(text[place] ?? '')),
        )
        assert.deepEqual(lists, before)
      }),
      { numRuns: 500 },
    )
  })
})

suite('words one after the other', () => {
  test('stand where the first of them does, if the others follow', () => {
    const risks: Postings = new Map([
      [1, [4, 6, 8]],
      [3, [1]],
    ])
    assert.deepEqual(follow([treaty, risks]), new Map([[1, [5]]]))
    assert.deepEqual(follow([treaty, risks, treaties]), new Map([[1, [5]]]))
    assert.deepEqual(follow([treaties, risks]), new Map([[1, [3, 7]]]))
  })

  test('may be the same word twice', () => {
    assert.deepEqual(follow([new Map([[1, [0, 1, 4]]]), new Map([[1, [0, 1, 4]]])]), new Map([[1, [0]]]))
  })

  test('stand where the only one does', () => {
    assert.deepEqual(follow([treaty]), treaty)
  })

  test('stand nowhere when one of them stands nowhere, or there is none', () => {
    assert.deepEqual(follow([treaty, new Map()]), new Map())
    assert.deepEqual(follow([new Map(), treaty]), new Map())
    assert.deepEqual(follow([]), new Map())
  })

  test('stand where one look at each place of each text says', () => {
    fc.assert(
      fc.property(texts, groups, (given, wanted) => {
        const lists = wanted.map((group) => placesWhere(given, (text, place) => group.includes(text[place] ?? '')))
        const before = structuredClone(lists)
        assert.deepEqual(
          follow(lists),
          placesWhere(given, (text, place) =>
            wanted.every((group, index) => group.includes(text[place + index] ?? '')),
          ),
        )
        assert.deepEqual(lists, before)
      }),
      { numRuns: 500 },
    )
  })
})
