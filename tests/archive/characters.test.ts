import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { findUnwelcomeCharacters, isJoiner } from '#archive/characters.ts'

suite('unwelcome characters', () => {
  test('are found where they stand, in their order', () => {
    assert.deepEqual(findUnwelcomeCharacters('a\u0008b\u200bc\ufffed\ud800'), [
      { index: 1, codePoint: 'U+0008', kind: 'control' },
      { index: 3, codePoint: 'U+200B', kind: 'invisible' },
      { index: 5, codePoint: 'U+FFFE', kind: 'noncharacter' },
      { index: 7, codePoint: 'U+D800', kind: 'surrogate' },
    ])
  })

  test('are not in ordinary text of any script, with tabs, lines, emoji and letters beyond the first plane', () => {
    const text = 'Ordinary\ttext,\nnaïve “quotes”, 版权风险、حقوق النشر, авторское право, זכויות, 😀 𠮷 \u00a0 \u3000'
    assert.deepEqual(findUnwelcomeCharacters(text), [])
  })

  test('are counted in UTF-16 units, as editors do', () => {
    assert.deepEqual(findUnwelcomeCharacters('😀\u0000'), [{ index: 2, codePoint: 'U+0000', kind: 'control' }])
  })

  test('are a half of a pair without the other', () => {
    assert.deepEqual(findUnwelcomeCharacters('\udc00 \ud83d\ude00 \ud83d'), [
      { index: 0, codePoint: 'U+DC00', kind: 'surrogate' },
      { index: 5, codePoint: 'U+D83D', kind: 'surrogate' },
    ])
  })

  test('are, of all code points, exactly the controls, noncharacters, surrogates and the listed invisible ones', () => {
    for (let value = 0; value <= 0x10ffff; value += 1) {
      const found = findUnwelcomeCharacters(String.fromCodePoint(value))[0]
      // Comparing by hand: `deepEqual` would take seconds for a million code points.
      if (found?.kind === kindByRange(value)) continue
      assert.equal(found?.kind, kindByRange(value), value.toString(16))
    }
  })
})

suite('a joiner', () => {
  for (const [name, character, joiner] of [
    ['the zero-width non-joiner of Persian', '\u200c', true],
    ['the zero-width joiner of emoji', '\u200d', true],
    ['the left-to-right mark', '\u200e', true],
    ['the right-to-left mark', '\u200f', true],
    ['the zero-width space', '\u200b', false],
    ['the right-to-left override', '\u202e', false],
    ['the byte order mark', '\ufeff', false],
  ] as const) {
    test(`${name} is ${joiner ? 'one' : 'none'}`, () => {
      assert.deepEqual(findUnwelcomeCharacters(character).map(isJoiner), [joiner])
    })
  }
})

function kindByRange(value: number): string | undefined {
  if (value === 0x09 || value === 0x0a) return undefined
  if (value <= 0x1f || (value >= 0x7f && value <= 0x9f)) return 'control'
  if (value >= 0xd800 && value <= 0xdfff) return 'surrogate'
  if ((value >= 0xfdd0 && value <= 0xfdef) || (value & 0xfffe) === 0xfffe) return 'noncharacter'
  if (value >= 0x200b && value <= 0x200f) return 'invisible'
  if ((value >= 0x202a && value <= 0x202e) || (value >= 0x2066 && value <= 0x2069)) return 'invisible'
  return value === 0x2060 || value === 0xfeff ? 'invisible' : undefined
}
