import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { alignmentDistance } from '#archive/nearest.ts'
import { typingCost } from '#search/typing-cost.ts'

suite('the cost of typing one word for another', () => {
  for (const [error, typed, meant, cost] of [
    ['is nothing for the word itself', 'comma', 'comma', 0],
    ['is that of a double letter typed once', 'coma', 'comma', 1],
    ['is that of a letter left out', 'coma', 'comma', 1],
    ['is that of a letter left out that has no twin', 'comm', 'comma', 1.5],
    ['is that of a swap', 'ocpy', 'copy', 2],
    ['is that of a swap after the first letter', 'cpoy', 'copy', 1.5],
    ['is that of a letter doubled', 'copyy', 'copy', 2],
    ['is that of a neighbouring key typed along', 'copoy', 'copy', 3],
    ['is that of a letter too many', 'copny', 'copy', 3.5],
    ['is that of a neighbouring key in the same row', 'ciry', 'city', 2.3],
    ['is that of a neighbouring key in the row above', 'welfome', 'welcome', 2.3],
    ['is that of another vowel', 'seperate', 'separate', 2.3],
    ['is that of another letter', 'cimy', 'city', 3.5],
    ['is that of another first letter', 'mity', 'city', 4],
    ['is the sum of two errors', 'comisson', 'commission', 1 + 1.5],
    ['is that of the likeliest way', 'tehm', 'them', 1.5],
    ['is that of all letters when nothing is typed', '', 'at', 1.5 + 1.5 + 0.5],
    ['is that of all letters when nothing is meant', 'on', '', 3.5 + 3.5 + 0.5],
    ['knows no neighbouring keys of another script', 'москва', 'масква', 3.5],
  ] as const) {
    test(`${error}: “${typed}” for “${meant}”`, () => {
      assert.equal(typingCost(typed, meant), cost)
    })
  }

  test('lies between the cheapest and the dearest error for each edit', () => {
    const words = fc.string({ unit: fc.constantFrom('a', 'e', 's', 'd', 't'), maxLength: 7 })
    fc.assert(
      fc.property(words, words, (typed, meant) => {
        const edits = alignmentDistance(typed, meant)
        const cost = typingCost(typed, meant)
        assert.ok(cost >= edits * 1 && cost <= edits * 3.5 + 0.5, `${String(edits)} edits cost ${String(cost)}`)
      }),
      { numRuns: 1000 },
    )
  })
})
