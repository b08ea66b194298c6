import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { divideByBeginning } from '#archive/divide-by-beginning.ts'

suite('things that are divided by how their names begin', () => {
  const cases: [title: string, names: string[], most: number, parts: [string, string[]][]][] = [
    ['are one part while they are few', ['b', 'a'], 2, [['', ['b', 'a']]]],
    [
      'are divided by the first letter when they are more',
      ['berne', 'beijing', 'changsha'],
      2,
      [
        ['b', ['berne', 'beijing']],
        ['c', ['changsha']],
      ],
    ],
    [
      'are divided by more letters where many begin with one',
      ['berne', 'beijing', 'changsha', 'be'],
      2,
      [
        ['ber', ['berne']],
        ['bei', ['beijing']],
        ['be', ['be']],
        ['c', ['changsha']],
      ],
    ],
    ['stay together when they have one name', ['a', 'a', 'a'], 2, [['a', ['a', 'a', 'a']]]],
    ['are one empty part when there are none', [], 2, [['', []]]],
  ]
  for (const [title, names, most, parts] of cases) {
    test(title, () => {
      assert.deepEqual(
        divideByBeginning(names, (name) => name, most),
        new Map(parts),
      )
    })
  }

  test('are each in one part, with all that begin so, and no part is too large but of one name', () => {
    const name = fc.string({ unit: fc.constantFrom('a', 'b', '-'), maxLength: 6 })
    fc.assert(
      fc.property(fc.array(name, { maxLength: 60 }), fc.integer({ min: 1, max: 10 }), (names, most) => {
        const parts = divideByBeginning(names, (one) => one, most)
        assert.deepEqual([...parts.values()].flat().sort(), names.toSorted())
        for (const [beginning, some] of parts) {
          assert.ok(some.every((one) => one.startsWith(beginning)))
          assert.ok(some.length <= most || new Set(some).size === 1)
        }
      }),
    )
  })

  test('leave other parts as they are when one is added', () => {
    const before = divideByBeginning(['aa', 'ab', 'ba', 'bb'], (name) => name, 2)
    const after = divideByBeginning(['aa', 'ab', 'ba', 'bb', 'ac'], (name) => name, 2)
    assert.deepEqual(after.get('b'), before.get('b'))
  })
})
