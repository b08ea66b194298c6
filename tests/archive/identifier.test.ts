import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { completeIdentifier, isIdentifier, mintIdentifier } from '#archive/identifier.ts'

const ALPHABET = Array.from('0123456789abcdefghjkmnpqrstvwxyz')

/** Five characters, as an editor would mint them. */
const payloads = fc.string({ unit: fc.constantFrom(...ALPHABET), minLength: 5, maxLength: 5 })

suite('an identifier', () => {
  test('is five characters and a check character', () => {
    assert.equal(completeIdentifier('k7m2q'), 'k7m2q4')
    assert.equal(completeIdentifier('00000'), '000000')
    assert.equal(isIdentifier('k7m2q4'), true)
    assert.equal(isIdentifier('000000'), true)
  })

  test('is right whatever its five characters are', () => {
    fc.assert(fc.property(payloads, (payload) => isIdentifier(completeIdentifier(payload))))
  })

  test('has exactly one right check character', () => {
    const right = (payload: string): string[] => ALPHABET.filter((check) => isIdentifier(payload + check))
    fc.assert(
      fc.property(payloads, (payload) => {
        assert.deepEqual(right(payload), [completeIdentifier(payload).slice(-1)])
      }),
    )
  })

  for (const identifier of ['k7m2q4', '000000', completeIdentifier('zzzzz'), completeIdentifier('12345')]) {
    test(`${identifier} with any one wrong character is refused`, () => {
      assert.deepEqual(withOneWrongCharacter(identifier).filter(isIdentifier), [])
      assert.equal(withOneWrongCharacter(identifier).length, 6 * 31)
    })

    test(`${identifier} with any two characters swapped is refused`, () => {
      assert.deepEqual(withTwoSwapped(identifier).filter(isIdentifier), [])
    })
  }

  test('with any one wrong character is refused', () => {
    fc.assert(
      fc.property(payloads, (payload) => {
        assert.deepEqual(withOneWrongCharacter(completeIdentifier(payload)).filter(isIdentifier), [])
      }),
    )
  })

  test('with any two characters swapped is refused', () => {
    fc.assert(
      fc.property(payloads, (payload) => {
        assert.deepEqual(withTwoSwapped(completeIdentifier(payload)).filter(isIdentifier), [])
      }),
    )
  })

  for (const text of [
    '',
    'k7m2q',
    'k7m2q44',
    'K7M2Q4',
    'k7m2qo',
    'k7m2ql',
    ' k7m2q4',
    'k7m2q4\n',
    'k７m2q4',
    'k7m2😀',
  ]) {
    test(`is not ${JSON.stringify(text)}`, () => {
      assert.equal(isIdentifier(text), false)
    })
  }
})

suite('completing an identifier', () => {
  for (const payload of ['', 'k7m2', 'k7m2q4', 'K7M2Q', 'k7m2o', 'k7m2 ', 'k7m😀']) {
    test(`refuses ${JSON.stringify(payload)}`, () => {
      assert.throws(() => completeIdentifier(payload), RangeError)
    })
  }
})

suite('minting an identifier', () => {
  test('asks for five numbers below 32 and writes them as characters', () => {
    const asked: number[] = []
    const numbers = [19, 7, 20, 2, 23]
    const identifier = mintIdentifier((below) => {
      asked.push(below)
      return numbers[asked.length - 1] ?? 0
    })
    assert.equal(identifier, 'k7m2q4')
    assert.deepEqual(asked, [32, 32, 32, 32, 32])
  })
})

function withOneWrongCharacter(identifier: string): string[] {
  return Array.from(identifier).flatMap((right, index) =>
    ALPHABET.filter((wrong) => wrong !== right).map(
      (wrong) => identifier.slice(0, index) + wrong + identifier.slice(index + 1),
    ),
  )
}

/** Every pair of places, neighbours or not, that hold different characters. */
function withTwoSwapped(identifier: string): string[] {
  const swapped: string[] = []
  for (let first = 0; first < identifier.length; first += 1) {
    for (let second = first + 1; second < identifier.length; second += 1) {
      const characters = Array.from(identifier)
      const [a = '', b = ''] = [characters[first], characters[second]]
      characters[first] = b
      characters[second] = a
      if (a !== b) swapped.push(characters.join(''))
    }
  }
  return swapped
}
