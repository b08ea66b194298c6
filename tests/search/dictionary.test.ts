import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { VOCABULARIES } from '#archive/vocabulary.ts'
import {
  findBeginnings,
  findWord,
  formatPart,
  parsePart,
  partsFor,
  type DictionaryPart,
  type KnownName,
  type KnownWord,
} from '#search/dictionary.ts'
import { divideDictionary } from '#search/divide-dictionary.ts'

function word(text: string, given: Partial<KnownWord> = {}): KnownWord {
  return { word: text, reports: 1, forms: [], spellings: [], ...given }
}

function name(text: string, given: Partial<KnownName> = {}): KnownName {
  return { name: text, vocabulary: 'topics', id: 'an-id', written: text, others: [], ...given }
}

/** Words with beginnings in common, of scripts with spaces: no others have forms. */
const texts = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', 'b', 'é', 'ж', 'م'), minLength: 1, maxLength: 8 }),
  fc.integer({ min: 30, max: 40 }).map((length) => 'a'.repeat(length)),
)
const lists = fc.uniqueArray(texts, { maxLength: 3 })
const knownWords: fc.Arbitrary<KnownWord[]> = fc
  .uniqueArray(
    fc.record({ word: texts, reports: fc.nat(), forms: lists, spellings: lists }, { noNullPrototype: true }),
    { selector: (known) => known.word },
  )
  .map((words) => words.sort((a, b) => (a.word < b.word ? -1 : 1)))
const knownNames: fc.Arbitrary<KnownName[]> = fc.array(
  fc.record(
    {
      name: fc
        .array(fc.constantFrom('a', 'ab', 'b', '中国', '国', '版权'), { minLength: 1, maxLength: 3 })
        .map((words) => words.join(' ')),
      vocabulary: fc.constantFrom(...VOCABULARIES),
      id: fc.string(),
      written: fc.string({ unit: 'grapheme' }),
      others: fc.array(fc.string({ unit: 'grapheme' })),
    },
    { noNullPrototype: true },
  ),
)

suite('a part of the known words', () => {
  test('is a line a word, each as what differs from the one before, then a line a name', () => {
    const part: DictionaryPart = {
      words: [
        word('organ', { reports: 40, forms: ['organs'] }),
        word('organisation', { reports: 7, forms: ['organisations'], spellings: ['organization', 'organizations'] }),
        word('treaty', { forms: ['treaties'] }),
        word('y'),
      ],
      names: [name('中ˑ 中国 国', { vocabulary: 'places', id: 'china', written: '中国', others: ['China', 'PRC'] })],
    }
    const text = [
      '0organ 14 5s -',
      '5isation 7 cs 6zation,6zations',
      '0treaty 1 5ies -',
      '0y 1 - -',
      '',
      '["中ˑ 中国 国","places","china","中国","China","PRC"]',
    ].join('\n')
    assert.equal(formatPart(part), text)
    assert.deepEqual(parsePart(text), part)
  })

  for (const [title, part] of [
    ['is read again when it is empty', { words: [], names: [] }],
    ['is read again when it has only words', { words: [word('a')], names: [] }],
    ['is read again when it has only names', { words: [], names: [name('中ˑ 中国 国')] }],
    [
      'is read again with empty lines and quotation marks in its names',
      { words: [word('a')], names: [name('a', { written: 'A\n\n"b"', others: ['\n'] })] },
    ],
    [
      'is read again with words of which more is the same than one digit says',
      {
        words: [
          word('a'.repeat(40)),
          word('a'.repeat(41)),
          word('a'.repeat(41) + 'b', { forms: ['a'.repeat(41) + 'c'] }),
        ],
        names: [],
      },
    ],
  ] as const) {
    test(title, () => {
      assert.deepEqual(parsePart(formatPart(part)), part)
    })
  }

  test('is read again as it was written, whatever is in it', () => {
    fc.assert(
      fc.property(knownWords, knownNames, (words, names) => {
        const bytes = new TextEncoder().encode(formatPart({ words, names }))
        assert.deepEqual(parsePart(new TextDecoder().decode(bytes)), { words, names })
      }),
      { numRuns: 500 },
    )
  })
})

suite('the parts of the known words', () => {
  test('of nothing are none', () => {
    assert.deepEqual(divideDictionary([], []), [])
  })

  test('that may hold a word are none where there are none', () => {
    assert.deepEqual([partsFor([], 'a', false), partsFor([], 'a', true)], [[], []])
  })

  test('are one where there is little', () => {
    const words = [word('a'), word('c')]
    const names = [name('b c'), name('中ˑ 中国 国')]
    assert.deepEqual(divideDictionary(words, names), [{ start: 'a', part: { words, names } }])
  })

  test('keep a word and the names that begin with it together, however many they are', () => {
    const words = [word('a'), word('b'), word('c')]
    const names = Array.from({ length: 2000 }, (_, index) => name(`b x${String(index)}`))
    assert.deepEqual(
      divideDictionary(words, names).map(({ start, part }) => [start, part.words.length, part.names.length]),
      [
        ['a', 2, 2000],
        ['c', 1, 0],
      ],
    )
  })

  test('after the place of a new word are what they were, but for a few next to it', () => {
    const many = Array.from({ length: 20_000 }, (_, index) => word(index.toString(36).padStart(4, 'a')))
    const sorted = (words: KnownWord[]): KnownWord[] => words.sort((a, b) => (a.word < b.word ? -1 : 1))
    const textsOf = (words: KnownWord[]): string[] => divideDictionary(words, []).map(({ part }) => formatPart(part))
    const before = textsOf(sorted(many))
    const sizes = divideDictionary(many, []).map(({ part }) => part.words.length)
    fc.assert(
      fc.property(fc.nat({ max: 19_999 }), (place) => {
        const more = word(`${many[place]?.word ?? ''}x`)
        const after = textsOf(sorted([...many, more]))
        assert.ok(after.filter((text) => !before.includes(text)).length <= 6)
      }),
      { numRuns: 50 },
    )
    assert.ok(sizes.slice(0, -1).every((size) => size >= 400 && size <= 1000))
  })

  // A dictionary of several parts is large, so there is one for all runs.
  const letters = Array.from('abcdefgh')
  const words = letters
    .flatMap((a) => letters.flatMap((b) => letters.flatMap((c) => [a + b + c, ...letters.map((d) => a + b + c + d)])))
    .sort()
    .map((text) => word(text))
  const names = ['aaa x', 'cde', 'hhhh y', 'zz', 'Ω', '中ˑ 中国 国'].map((text) => name(text))
  const parts = divideDictionary(words, names)
  const starts = parts.map(({ start }) => start)
  const partsOf = (typed: string, isBeginning: boolean): DictionaryPart[] =>
    partsFor(starts, typed, isBeginning).flatMap((number) => parts[number]?.part ?? [])

  test('hold each word and each name once, in their order', () => {
    assert.ok(parts.length > 2)
    assert.deepEqual(
      parts.flatMap(({ part }) => part.words),
      words,
    )
    assert.deepEqual(
      parts.flatMap(({ part }) => part.names),
      names,
    )
    assert.deepEqual(starts, starts.toSorted())
  })

  test('give each word and each name by the one part where it would stand', () => {
    for (const { word: text } of words) {
      const [part, ...others] = partsOf(text, false)
      assert.deepEqual([part && findWord(part, text)?.word, others], [text, []])
    }
    for (const known of names) {
      const [part, ...others] = partsOf(known.name.split(' ')[0] ?? '', false)
      assert.deepEqual([part?.names.includes(known), others], [true, []])
    }
  })

  test('give one part for a word that does not occur, and the part does not hold it', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...letters, 'z', '0', '中'), maxLength: 6 }), (typed) => {
        const found = partsOf(typed, false)
        const isKnown = words.some(({ word: text }) => text === typed)
        assert.equal(found.length, 1)
        assert.equal(found[0] !== undefined && findWord(found[0], typed) !== undefined, isKnown)
      }),
    )
  })

  test('give every word that begins with some letters', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...letters, 'z', '中'), maxLength: 4 }), (typed) => {
        const begun = words.filter(({ word: text }) => text.startsWith(typed))
        const { words: found, hasMore } = findBeginnings(partsOf(typed, true), typed, 10_000)
        assert.deepEqual({ found, hasMore }, { found: begun, hasMore: false })
      }),
    )
  })
})

suite('the words that begin with some letters', () => {
  const part = (...words: KnownWord[]): DictionaryPart => ({ words, names: [] })
  const parts = [
    part(word('organ', { reports: 2 }), word('organic', { reports: 9 }), word('organise', { reports: 2 })),
    part(word('organs', { reports: 5 }), word('other', { reports: 50 })),
  ]

  test('are those of all parts, the commonest first, and of equal ones the first as text', () => {
    const { words, hasMore } = findBeginnings(parts, 'organ', 4)
    assert.deepEqual([words.map((known) => known.word), hasMore], [['organic', 'organs', 'organ', 'organise'], false])
  })

  test('are as many as asked for, and more are told of', () => {
    const { words, hasMore } = findBeginnings(parts, 'organ', 2)
    assert.deepEqual([words.map((known) => known.word), hasMore], [['organic', 'organs'], true])
  })

  test('are none when there are none', () => {
    assert.deepEqual(findBeginnings(parts, 'x', 2), { words: [], hasMore: false })
  })
})

test('a known word is found only whole', () => {
  const part = { words: [word('organ'), word('organs')], names: [name('training')] }
  assert.deepEqual(
    ['organ', 'orga', 'organs', 'training'].map((text) => findWord(part, text)?.word),
    ['organ', undefined, 'organs', undefined],
  )
})
