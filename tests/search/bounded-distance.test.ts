import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { alignmentDistance } from '#archive/nearest.ts'
import { boundedDistance } from '#search/bounded-distance.ts'

suite('the distance of two words, up to a limit', () => {
  for (const [a, b, limit, distance] of [
    ['topics', 'topics', 2, 0],
    ['topics', 'topic', 2, 1],
    ['topic', 'topics', 2, 1],
    ['topics', 'tropics', 2, 1],
    ['topics', 'topocs', 2, 1],
    ['topics', 'tpoics', 2, 1],
    ['topics', 'otpisc', 2, 2],
    ['topics', 'tpoisc', 1, 2],
    ['topics', 'optics', 2, 2],
    ['topics', 'titles', 2, 3],
    ['ca', 'abc', 2, 3],
    ['ca', 'abc', 3, 3],
    ['kitten', 'sitting', 2, 3],
    ['kitten', 'sitting', 9, 3],
    ['kitten', 'sitting', 0, 1],
    ['topics', 'topics', 0, 0],
    ['word', 'sentences', 2, 3],
    ['', 'ab', 2, 2],
    ['ab', '', 2, 2],
    ['', 'abc', 2, 3],
    ['', '', 0, 0],
    ['版权保护', '版权维护', 2, 1],
    ['москва', 'мсоква', 2, 1],
  ] as const) {
    test(`from “${a}” to “${b}” within ${String(limit)} is ${String(distance)}`, () => {
      assert.equal(boundedDistance(a, b, limit), distance)
    })
  }

  test('is the alignment distance, or one more than the limit', () => {
    const words = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 })
    fc.assert(
      fc.property(words, words, fc.nat({ max: 4 }), (a, b, limit) => {
        assert.equal(boundedDistance(a, b, limit), Math.min(alignmentDistance(a, b), limit + 1))
      }),
      { numRuns: 3000 },
    )
  })
})
