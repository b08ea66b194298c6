import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { alignmentDistance, didYouMean, nearest } from '#archive/nearest.ts'

/** Words of few letters, so that they are often near each other. */
const words = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 7 })

suite('the distance of two words', () => {
  for (const [a, b, edits] of [
    ['topics', 'topics', 0],
    ['topics', 'topic', 1],
    ['topic', 'topics', 1],
    ['topics', 'tropics', 1],
    ['topics', 'topocs', 1],
    ['topics', 'tpoics', 1],
    ['ca', 'abc', 3],
    ['', 'abc', 3],
    ['abc', '', 3],
    ['', '', 0],
    ['kitten', 'sitting', 3],
  ] as const) {
    test(`from “${a}” to “${b}” is ${String(edits)}`, () => {
      assert.equal(alignmentDistance(a, b), edits)
    })
  }

  test('is what the definition says', () => {
    fc.assert(
      fc.property(words, words, (a, b) => {
        assert.equal(alignmentDistance(a, b), distanceByDefinition(a, b))
      }),
      { numRuns: 500 },
    )
  })
})

suite('“did you mean”', () => {
  test('names the nearest word', () => {
    assert.equal(nearest('topcs', ['title', 'topics', 'places']), 'topics')
    assert.equal(nearest('organizations', ['organisations', 'people']), 'organisations')
    assert.equal(didYouMean('topcs', ['title', 'topics', 'places']), 'did you mean “topics”? ')
  })

  test('says nothing when no word is near', () => {
    assert.equal(nearest('weather', ['title', 'topics', 'places']), undefined)
    assert.equal(nearest('weather', []), undefined)
    assert.equal(didYouMean('weather', ['title', 'topics', 'places']), '')
  })

  test('takes the first of two words that are equally near', () => {
    assert.equal(nearest('date', ['data', 'dater']), 'data')
    assert.equal(nearest('date', ['dater', 'data']), 'dater')
  })

  test('prefers a nearer word that comes later', () => {
    assert.equal(nearest('translation', ['transition', 'translatio']), 'translatio')
  })

  test('does not mind capitals', () => {
    assert.equal(nearest('TITLE', ['date', 'title']), 'title')
  })

  test('finds the word itself', () => {
    assert.equal(nearest('title', ['titles', 'title']), 'title')
  })

  test('allows one edit in a short word and three in a long one', () => {
    assert.equal(nearest('ab', ['a']), 'a')
    assert.equal(nearest('abcde', ['abc']), undefined)
    assert.equal(nearest('abcdef', ['abcd']), 'abcd')
    assert.equal(nearest('abcdefghijkl', ['abcdefghi']), 'abcdefghi')
    assert.equal(nearest('abcdefghijkl', ['abcdefgh']), undefined)
  })

  test('finds the first of the words with the least distance within the limit', () => {
    fc.assert(
      fc.property(words, fc.array(words, { maxLength: 8 }), (word, candidates) => {
        const limit = Math.min(3, Math.max(1, Math.floor(word.length / 3)))
        const near = candidates
          .map((candidate) => ({ candidate, edits: distanceByDefinition(word, candidate) }))
          .filter(({ edits }) => edits <= limit)
          .sort((a, b) => a.edits - b.edits)
        assert.equal(nearest(word, candidates), near[0]?.candidate)
      }),
      { numRuns: 300 },
    )
  })
})

/** Optimal string alignment as it is defined, with no thought of speed. */
function distanceByDefinition(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length
  const distances = [
    distanceByDefinition(a.slice(0, -1), b) + 1,
    distanceByDefinition(a, b.slice(0, -1)) + 1,
    distanceByDefinition(a.slice(0, -1), b.slice(0, -1)) + (a.at(-1) === b.at(-1) ? 0 : 1),
  ]
  if (a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1)) {
    distances.push(distanceByDefinition(a.slice(0, -2), b.slice(0, -2)) + 1)
  }
  return Math.min(...distances)
}
