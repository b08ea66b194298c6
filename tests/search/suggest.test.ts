import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { alignmentDistance } from '#archive/nearest.ts'
import { suggestWords, type KnownWords } from '#search/suggest.ts'

const KNOWN: KnownWords = [
  ['copyright', 900],
  ['copyrights', 120],
  ['copyrighted', 40],
  ['commission', 300],
  ['commissions', 30],
  ['omission', 12],
  ['committee', 250],
  ['commit', 60],
  ['accommodate', 7],
  ['separate', 90],
  ['desperate', 9],
  ['training', 400],
  ['draining', 2],
  ['raining', 3],
  ['straining', 1],
  ['court', 500],
  ['count', 200],
  ['course', 350],
  ['source', 210],
  ['for', 1000],
  ['fort', 11],
  ['four', 310],
  ['form', 280],
  ['law', 800],
  ['is', 1000],
  ['a', 1000],
  ['版权', 700],
  ['保护', 300],
  ['维护', 20],
  ['москва', 15],
  ['저작권', 33],
]

suite('“did you mean”', () => {
  for (const [error, typed, suggestions] of [
    ['a letter left out', 'copyrigt', ['copyright', 'copyrights']],
    ['a letter too many', 'copyrighht', ['copyright', 'copyrights']],
    ['neighbours swapped', 'copyrihgt', ['copyright', 'copyrights']],
    ['a neighbouring key', 'cpmmission', ['commission', 'commissions']],
    ['two double letters typed once', 'comision', ['commission', 'omission']],
    ['two double letters typed once, far apart', 'acomodate', ['accommodate']],
    ['another vowel', 'seperate', ['separate', 'desperate']],
    ['a swap that changes the first letter', 'rtaining', ['training', 'raining', 'straining']],
    ['two errors', 'comittte', ['committee']],
    ['a swap that is nearer than a replaced letter', 'coutr', ['court', 'count', 'four']],
    ['one error among four letters', 'foer', ['four', 'for']],
    ['two errors among four letters', 'lwas', []],
    ['one error among three letters', 'lwa', ['law']],
    ['an error in Cyrillic', 'мсоква', ['москва']],
    ['another syllable in Korean', '저작군', ['저작권']],
    ['another character in Chinese', '保户', ['保护']],
    ['no word that is near', 'weather', []],
    ['a single letter', 'b', []],
    ['nothing', '', []],
  ] as const) {
    test(`of ${error}: “${typed}”`, () => {
      assert.deepEqual(suggestWords(typed, KNOWN, 3), suggestions)
    })
  }

  for (const [better, typed, likelier, other] of [
    ['two letters swapped before one replaced', 'repotr', ['report', 5], ['repots', 5]],
    ['a double letter typed once before a letter left out', 'comitee', ['comittee', 5], ['comiteed', 5]],
    ['a letter typed twice before a letter too many', 'maaren', ['maren', 5], ['maare', 5]],
    ['a letter left out before a letter replaced', 'trade', ['traded', 5], ['trape', 5]],
    ['a neighbouring key before one far away', 'barks', ['barms', 5], ['barts', 5]],
    ['another vowel before another consonant', 'relavent', ['relevent', 5], ['relament', 5]],
    ['the same first letter', 'sours', ['sourd', 5], ['dours', 5]],
    ['one error before two', 'comitte', ['comittee', 5], ['committee', 5]],
    ['the commoner of two words that are as near', 'lison', ['lisonx', 6], ['lisonz', 5]],
    ['a word with an error that is a little less likely and far more reports', 'pakr', ['pair', 1000], ['park', 1]],
    ['the likelier error, when the other word is not that much commoner', 'pakr', ['park', 100], ['pair', 1000]],
  ] as const) {
    test(`puts first ${better}`, () => {
      assert.deepEqual(suggestWords(typed, [likelier, other], 2), [likelier[0], other[0]])
      assert.deepEqual(suggestWords(typed, [other, likelier], 2), [likelier[0], other[0]])
    })
  }

  test('puts words that nothing tells apart in the order of their letters', () => {
    assert.deepEqual(
      suggestWords(
        'tests',
        [
          ['testsz', 1],
          ['testsx', 1],
          ['testsy', 1],
        ],
        3,
      ),
      ['testsx', 'testsy', 'testsz'],
    )
  })

  test('names at most as many as are asked for', () => {
    assert.deepEqual(suggestWords('copyrigt', KNOWN, 2), ['copyright', 'copyrights'])
    assert.deepEqual(suggestWords('copyrigt', KNOWN, 1), ['copyright'])
    assert.deepEqual(suggestWords('copyrigt', KNOWN, 0), [])
  })

  test('never names the word itself', () => {
    assert.deepEqual(suggestWords('count', KNOWN, 2), ['court'])
  })

  test('leaves no word out that is near, and adds none that is not', () => {
    const letters = fc.constantFrom('a', 'b', 'c', 'd', 'ж', '版')
    const words = fc.string({ unit: letters, minLength: 2, maxLength: 7 })
    const lists = fc.uniqueArray(fc.tuple(words, fc.integer({ min: 1, max: 9 })), { selector: ([word]) => word })
    fc.assert(
      fc.property(words, lists, (word, known) => {
        const limit = word.length <= 4 ? 1 : 2
        const near = known
          .map(([candidate]) => candidate)
          .filter((candidate) => candidate !== word && alignmentDistance(word, candidate) <= limit)
        assert.deepEqual(suggestWords(word, known, known.length).sort(), near.sort())
      }),
      { numRuns: 2000 },
    )
  })

  test('does not depend on the order of the known words', () => {
    const words = fc.string({ unit: fc.constantFrom('b', 'd', 'm'), minLength: 4, maxLength: 5 })
    const lists = fc.uniqueArray(fc.tuple(words, fc.integer({ min: 1, max: 2 })), { selector: ([word]) => word })
    fc.assert(
      fc.property(words, lists, (word, known) => {
        assert.deepEqual(suggestWords(word, known.toReversed(), 5), suggestWords(word, known, 5))
      }),
    )
  })
})
