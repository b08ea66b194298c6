import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { compareTexts, type ComparedBlock } from '#archive/compare-texts.ts'

/** Blocks as text: `[-removed-]`, `{+added+}`, `(2 unchanged)`. */
function show(blocks: readonly ComparedBlock[]): string[] {
  return blocks.map((block) =>
    'unchanged' in block
      ? `(${String(block.unchanged)} unchanged)`
      : block.pieces
          .map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `{+${text}+}` : `[-${text}-]`))
          .join(''),
  )
}

suite('two wordings of a text', () => {
  test('a changed word is shown in its sentence', () => {
    assert.deepEqual(show(compareTexts(['The number was 210.'], ['The number was 120.'])), [
      'The number was [-210-]{+120+}.',
    ])
  })

  test('blocks without changes are counted', () => {
    assert.deepEqual(show(compareTexts(['One.', 'Two.', 'Three.', 'Four.'], ['One.', 'Two.', 'Three!', 'Four.'])), [
      '(2 unchanged)',
      'Three[-.-]{+!+}',
      '(1 unchanged)',
    ])
  })

  test('a new paragraph and a removed one stand by themselves', () => {
    assert.deepEqual(show(compareTexts(['First.', 'Third.'], ['First.', 'Second one.', 'Third.'])), [
      '(1 unchanged)',
      '{+Second one.+}',
      '(1 unchanged)',
    ])
    assert.deepEqual(show(compareTexts(['First.', 'Second one.', 'Third.'], ['First.', 'Third.'])), [
      '(1 unchanged)',
      '[-Second one.-]',
      '(1 unchanged)',
    ])
  })

  test('Chinese is compared character by character', () => {
    assert.deepEqual(show(compareTexts(['培训班在长沙举行。'], ['培训班在北京举行。'])), [
      '培训班在[-长沙-]{+北京+}举行。',
    ])
  })

  test('equal wordings have no difference', () => {
    assert.deepEqual(show(compareTexts(['A.', 'B.'], ['A.', 'B.'])), ['(2 unchanged)'])
  })

  test('a text that was written anew is shown whole, before and after, in little time', () => {
    const words = (seed: string): string =>
      Array.from({ length: 6000 }, (_, index) => `${seed}${String(index)}`).join(' ')
    assert.deepEqual(
      compareTexts([words('a')], [words('b')]).map((block) => ('pieces' in block ? block.pieces.length : 0)),
      [1, 1],
    )
  })

  test('whatever was changed, both wordings can be read out of the comparison', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c ', ' ', 'd.', '国'), { minLength: 1, maxLength: 8 })
    const blocks = fc.array(
      text.map((parts) => parts.join('')),
      { maxLength: 6 },
    )
    // Every block is different, so that none is only counted.
    const marked = (mark: string) => blocks.map((all) => all.map((block) => `${mark} ${block}`))
    fc.assert(
      fc.property(marked('1'), marked('2'), (before, after) => {
        const pieces = compareTexts(before, after).flatMap((block) => ('pieces' in block ? block.pieces : []))
        const without = (kind: 'added' | 'removed'): string =>
          pieces
            .filter((piece) => piece.kind !== kind)
            .map((piece) => piece.text)
            .join('')
        assert.equal(without('added'), before.join(''))
        assert.equal(without('removed'), after.join(''))
      }),
    )
  })
})
