import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { indexTerm, toIndexText, toKey, type Field, type Indexed } from '#search/index-terms.ts'

/** A report for a test: it holds nothing but what is given. */
function indexed(given: Partial<Indexed>): Indexed {
  return { title: '', blocks: [], names: [], keys: [], ...given }
}

/** Where the engine finds what it is asked for: it takes it for the beginning of a word. */
function find(text: string, word: string, field: Field): number[] {
  const words = text === '' ? [] : text.split(' ')
  return words.flatMap((other, place) => (other.startsWith(indexTerm(word, field)) ? [place] : []))
}

suite('what is written into an index for a report', () => {
  test('are its words in their order, each with a mark that tells its field, and a sign before each paragraph and name', () => {
    const report = indexed({
      title: 'Overseas Risk',
      blocks: ['The risk, again.', '海外'],
      names: ['New York'],
      keys: ['k7m2q4', 'https://example.org/a-1'],
    })
    assert.deepEqual(toIndexText(report), {
      text: 'overseasːts riskːtz · theːx riskːx againːx · 海外ːx 外ːx · newˑ yorkˑ · k7m2q4ˑ · httpsexampleorga1ˑ',
      words: ['overseas', 'risk', 'the', 'risk', 'again', '海外', '外'],
    })
  })

  test('is nothing for a report of nothing', () => {
    assert.deepEqual(toIndexText(indexed({})), { text: '', words: [] })
  })

  const report = toIndexText(
    indexed({
      title: 'Risk training',
      blocks: ['Training of trainers', 'The risk'],
      names: ['Risk Office'],
      keys: ['r1'],
    }),
  ).text
  const cases: [title: string, word: string, field: Field, places: number[]][] = [
    ['finds a word in the title and the text at once', 'training', 'text', [1, 3]],
    ['never finds a word inside a longer one', 'train', 'text', []],
    ['does not find a name in the text', 'office', 'text', []],
    ['finds a word of the title alone', 'training', 'title', [1]],
    ['finds the first word of the title', 'risk', 'title', [0]],
    ['finds a word as the last of the title', 'training', 'titleLast', [1]],
    ['does not find another word of the title as its last', 'risk', 'titleLast', []],
    ['finds a word of a name', 'risk', 'names', [10]],
    ['finds a key', 'r1', 'names', [13]],
    ['does not find a key by its beginning', 'r', 'names', []],
    ['finds every word that begins with some letters', 'train', 'beginning', [1, 3, 5]],
  ]
  for (const [title, word, field, places] of cases) {
    test(title, () => {
      assert.deepEqual(find(report, word, field), places)
    })
  }

  test('has each word at the place of its field alone, and paragraphs and names never side by side', () => {
    const phrase = fc.array(fc.constantFrom('a', 'ab', 'b', 't', 'z', 'tz'), { maxLength: 4 })
    const phrases = fc.array(phrase, { maxLength: 3 })
    fc.assert(
      fc.property(phrase, phrases, phrases, phrase, (title, blocks, names, keys) => {
        const tokens: [word: string, fields: Field[]][] = [
          ...title.map((word, place): [string, Field[]] => [
            word,
            place === title.length - 1 ? ['text', 'title', 'titleLast'] : ['text', 'title'],
          ]),
          ...blocks.flatMap((block): [string, Field[]][] => [
            ['', []],
            ...block.map((word): [string, Field[]] => [word, ['text']]),
          ]),
          ...names.flatMap((name): [string, Field[]][] => [
            ['', []],
            ...name.map((word): [string, Field[]] => [word, ['names']]),
          ]),
          ...keys.flatMap((key): [string, Field[]][] => [
            ['', []],
            [key, ['names']],
          ]),
        ]
        const given = {
          title: title.join(' '),
          blocks: blocks.map((block) => block.join(' ')),
          names: names.map((name) => name.join(' ')),
          keys,
        }
        const { text, words } = toIndexText(given)
        assert.deepEqual(words, [...title, ...blocks.flat()])
        for (const word of ['a', 'ab', 'b', 't', 'z', 'tz', 'x']) {
          for (const field of ['text', 'title', 'titleLast', 'names'] as const) {
            const places = tokens.flatMap(([other, fields], place) =>
              other === word && fields.includes(field) ? [place] : [],
            )
            assert.deepEqual(find(text, word, field), places, `${word} in ${field} of “${text}”`)
            // Where nothing begins with what it is asked for, the engine answers for what is the beginning of that.
            const term = indexTerm(word, field)
            assert.ok(!text.split(' ').some((other) => other !== '' && other !== term && term.startsWith(other)))
          }
          const begun = tokens.flatMap(([other], place) => (other.startsWith(word) ? [place] : []))
          assert.deepEqual(find(text, word, 'beginning'), begun)
        }
      }),
    )
  })
})

suite('the key of a report', () => {
  const cases: [title: string, typed: string, key: string][] = [
    ['is its identifier in small letters', 'K7M2Q4', 'k7m2q4'],
    [
      'is the letters and digits of an address',
      'https://example.org/Art/2024_12.html?id=1,000',
      'httpsexampleorgart202412htmlid1000',
    ],
    ['is the same with and without a slash at the end', 'https://example.org/', 'httpsexampleorg'],
    ['is nothing of nothing', ' / ', ''],
  ]
  for (const [title, typed, key] of cases) {
    test(title, () => {
      assert.equal(toKey(typed), key)
    })
  }
})
