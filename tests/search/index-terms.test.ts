import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { indexTerms, toIndexText, toKey, type Field, type Indexed } from '#search/index-terms.ts'

/** A report for a test: it holds nothing but what is given. */
function indexed(given: Partial<Indexed>): Indexed {
  return { title: '', blocks: [], names: [], keys: [], ...given }
}

/** The fields of what stands at the end of a report for its title, of which it is a part or the whole. */
const IN_TITLE: Field[] = ['onceInText', 'onceInTitle']
const AS_TITLE: Field[] = [...IN_TITLE, 'onceAsTitle']
const ALL_FIELDS: Field[] = [...AS_TITLE, 'text', 'title', 'titleLast', 'names', 'key', 'onceInNames']

/** Where the engine finds what it is asked for: it takes it for the beginning of a word. */
function find(text: string, word: string, field: Field): number[] {
  const words = text.split(' ')
  return words.flatMap((other, place) =>
    indexTerms(word, field).some((term) => other.startsWith(term)) ? [place] : [],
  )
}

suite('what is written into an index for a report', () => {
  test('are its words in their order, each with a mark that tells its field, and a sign before each paragraph and name, then very common words and the letters of Chinese', () => {
    const report = indexed({
      title: 'Overseas Risk',
      blocks: ['The risk, again.', '海外'],
      names: ['New York'],
      keys: ['k7m2q4', 'https://example.org/a-1'],
    })
    assert.deepEqual(toIndexText(report), {
      text: 'overseasːs riskːr · theˬ riskˬ againˬ · 海ˑˬ 海外ˬ 外ˬ · newːn yorkːn · k7m2q4ːk · httpsexampleorga1ːk · theˮx 海ˮx 外ˮx',
      words: ['overseas', 'risk', 'the', 'risk', 'again', '海ˑ', '海外', '外'],
      named: ['new', 'york'],
    })
  })

  test('has each letter of Chinese at its end once for the title, once for the text and once for the names', () => {
    const { text } = toIndexText(
      indexed({ title: '海外', blocks: ['外海', '海，风 risk'], names: ['海风', '风', 'Risk'], keys: ['海'] }),
    )
    assert.equal(text.split(' · ').at(-1), '海ˮs 外ˮs 外ˮx 海ˮx 风ˮx 海ˮn 风ˮn')
  })

  test('has very common words of each of the languages at its end once, and as a title if they are one', () => {
    const { text } = toIndexText(
      indexed({ title: 'The', blocks: ['Der und the', 'the of a that is'], names: ['City of the Angels'] }),
    )
    assert.equal(text.split(' · ').at(-1), 'theˮr derˮx undˮx theˮx ofˮx aˮx ofˮn theˮn')
  })

  test('is a sign for a report of nothing', () => {
    assert.deepEqual(toIndexText(indexed({})), { text: '·', words: [], named: [] })
  })

  const report = toIndexText(
    indexed({
      title: 'Risk training',
      blocks: ['Training of trainers', 'The risk', '海外'],
      names: ['Risk Office', '版权'],
      keys: ['r1', '险'],
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
    ['finds a word of a name', 'risk', 'names', [14]],
    ['finds a key among the names', 'r1', 'names', [21]],
    ['finds a key', 'r1', 'key', [21]],
    ['does not find a key by its beginning', 'r', 'key', []],
    ['does not find a name as a key', 'office', 'key', []],
    ['does not find a key in the text', 'r1', 'text', []],
    ['finds a letter inside the text', '外', 'onceInText', [28]],
    ['does not find a letter of the text in the title', '外', 'onceInTitle', []],
    ['does not find a letter of a name in the text', '权', 'onceInText', []],
    ['finds a letter inside a name', '权', 'onceInNames', [30]],
    ['does not find a letter of a key', '险', 'onceInNames', []],
    ['finds a very common word once', 'the', 'onceInText', [26]],
    ['finds it where it stands too', 'the', 'text', [7]],
    ['does not find another word once', 'risk', 'onceInText', []],
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
            [key, ['names', 'key']],
          ]),
          ['', []],
          ...(title.includes('a') ? [['a', title.length === 1 ? AS_TITLE : IN_TITLE] satisfies [string, Field[]]] : []),
          ...(blocks.flat().includes('a') ? [['a', ['onceInText']] satisfies [string, Field[]]] : []),
          ...(names.flat().includes('a') ? [['a', ['onceInNames']] satisfies [string, Field[]]] : []),
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
          for (const field of ALL_FIELDS) {
            const places = tokens.flatMap(([other, fields], place) =>
              other === word && fields.includes(field) ? [place] : [],
            )
            assert.deepEqual(find(text, word, field), places, `${word} in ${field} of “${text}”`)
            // Where nothing begins with what it is asked for, the engine answers for what is the beginning of that.
            for (const term of indexTerms(word, field))
              assert.ok(!text.split(' ').some((other) => other !== term && term.startsWith(other)))
          }
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
