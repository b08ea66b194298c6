import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import type { Field } from '#search/index-terms.ts'
import { findMatches, findTitles, type Demand, type FindWord, type Match, type Sequence } from '#search/matches.ts'
import { divideWords } from '#search/words.ts'

/** A word of a report and the fields in which it is found; what parts paragraphs and names is found in none. */
type Token = readonly [word: string, fields: readonly Field[]]

/** A report as it stands in an index. */
type Tokens = readonly Token[]

const GAP: Token = ['', []]

/** A report of a title, one paragraph and one name, each of words with spaces between them; letters and very common words stand at its end again. */
function makeTokens({ title = '', text = '', name = '' }): Tokens {
  const inTitle = wordsOf(title)
  return [
    ...inTitle.map((word, place): Token => [
      word,
      place === inTitle.length - 1 ? ['text', 'title', 'titleLast'] : ['text', 'title'],
    ]),
    ...[GAP, ...wordsOf(text).map((word): Token => [word, ['text']])],
    ...[GAP, ...wordsOf(name).map((word): Token => [word, ['names']])],
    GAP,
    ...onceOf(title).map((part): Token => [
      part,
      inTitle.length === 1 ? ['onceInText', 'onceInTitle', 'onceAsTitle'] : ['onceInText', 'onceInTitle'],
    ]),
    ...onceOf(text).map((part): Token => [part, ['onceInText']]),
    ...onceOf(name).map((part): Token => [part, ['onceInNames']]),
  ]
}

function wordsOf(text: string): string[] {
  return divideWords(text).map((word) => word.text)
}

/** The letters of Chinese in a text and its very common words, each once. */
function onceOf(text: string): string[] {
  return [...new Set(text.toLowerCase().match(/\p{sc=Han}|\b(?:a|the|of)\b/gu))]
}

/** Find words as an index does: whole in a field. */
function finderOf(reports: readonly Tokens[]): FindWord {
  return (word, field) =>
    Promise.resolve(
      mapOf(reports, (tokens) => {
        const places = [...tokens.keys()].filter((place) => {
          const [other = '', fields = []] = tokens[place] ?? []
          return other === word && fields.includes(field)
        })
        return places.length === 0 ? undefined : places
      }),
    )
}

/** What something gives for each report, where it gives anything. */
function mapOf<Value>(reports: readonly Tokens[], valueOf: (tokens: Tokens) => Value | undefined): Map<number, Value> {
  const values = new Map<number, Value>()
  reports.forEach((tokens, report) => {
    const value = valueOf(tokens)
    if (value !== undefined) values.set(report, value)
  })
  return values
}

/** `treaty|treaties of`: forms with lines between them, words with spaces. */
function sequence(text: string, isExact = false): Sequence {
  return { words: text.split(' ').map((forms) => forms.split('|')), isExact }
}

function demand(alternatives: Sequence[][], inTitle = false): Demand {
  return { alternatives, inTitle, isNegated: false }
}

suite('what was looked for', () => {
  // The places of the second report: trade 0, treaty 1; the 3, treaties 4, of 5, trade 6; wipo 8, berne 9.
  const reports = [
    makeTokens({ text: 'a trade fair' }),
    makeTokens({ title: 'Trade treaty', text: 'the treaties of trade', name: 'WIPO Berne' }),
    makeTokens({ title: 'Berne', text: 'a treaty' }),
    makeTokens({ title: '版权保护会议', text: '海外风险', name: '版权局' }),
  ]
  const cases: [title: string, wanted: Demand, found: [report: number, match: Match][]][] = [
    [
      'is found in the title and the text',
      demand([[sequence('trade')]]),
      [
        [0, { places: [2], inTitle: false }],
        [1, { places: [0, 6], inTitle: true }],
      ],
    ],
    [
      'is found in any of its forms',
      demand([[sequence('treaty|treaties')]]),
      [
        [1, { places: [1, 4], inTitle: true }],
        [2, { places: [3], inTitle: false }],
      ],
    ],
    [
      'is found as words that stand together',
      demand([[sequence('treaty|treaties of')]]),
      [[1, { places: [4], inTitle: false }]],
    ],
    ['is not found as words that stand apart', demand([[sequence('treaties trade')]]), []],
    ['is not found across the end of the title', demand([[sequence('treaty the')]]), []],
    [
      'is found among the names of the terms',
      demand([[sequence('berne')]]),
      [
        [1, { places: [], inTitle: false }],
        [2, { places: [0], inTitle: true }],
      ],
    ],
    ['is not found among the names when it is exact', demand([[sequence('wipo berne', true)]]), []],
    [
      'is found as words of a name that stand together',
      demand([[sequence('wipo berne')]]),
      [[1, { places: [], inTitle: false }]],
    ],
    [
      'is found in titles alone where it must stand there',
      demand([[sequence('trade|treaty')]], true),
      [[1, { places: [0, 1], inTitle: true }]],
    ],
    ['is not found among the names where it must stand in the title', demand([[sequence('wipo')]], true), []],
    [
      'is found where every word of it stands, and in the title where all do',
      demand([[sequence('trade'), sequence('treaty')]]),
      [[1, { places: [0, 1, 6], inTitle: true }]],
    ],
    [
      'is found where every word of it stands, and not in the title where one does not',
      demand([[sequence('trade'), sequence('of')]]),
      [[1, { places: [-2, 0, 6], inTitle: false }]],
    ],
    [
      'is found where one of its names stands',
      demand([[sequence('berne')], [sequence('trade fair', true)]]),
      [
        [0, { places: [2], inTitle: false }],
        [1, { places: [], inTitle: false }],
        [2, { places: [0], inTitle: true }],
      ],
    ],
    [
      'is in the title where one of its names is, and has the places of all of them',
      demand([[sequence('treaties')], [sequence('treaty')], [sequence('the treaties|treaty')]]),
      [
        [1, { places: [1, 3, 4], inTitle: true }],
        [2, { places: [3], inTitle: false }],
      ],
    ],
    ['is not found when it does not occur', demand([[sequence('unheard')], [sequence('of'), sequence('unheard')]]), []],
    ['is not found when there is nothing to look for', demand([]), []],
    ['is found in Chinese', demand([[sequence('保护 护会')]]), [[3, { places: [3], inTitle: true }]]],
    [
      'is found as two letters of Chinese, and only whole',
      demand([[sequence('版权')]]),
      [[3, { places: [1], inTitle: true }]],
    ],
    [
      'is found as one letter of Chinese within words',
      demand([[sequence('险')]]),
      [[3, { places: [-2], inTitle: false }]],
    ],
    [
      'is found as one letter of Chinese before others',
      demand([[sequence('外')]]),
      [[3, { places: [-2], inTitle: false }]],
    ],
    [
      'is found as one letter of Chinese in the title',
      demand([[sequence('护')]]),
      [[3, { places: [-2], inTitle: true }]],
    ],
    [
      'is found as one letter of Chinese where it must stand in the title',
      demand([[sequence('护')]], true),
      [[3, { places: [-2], inTitle: true }]],
    ],
    ['is not found as one letter of the text where it must stand in the title', demand([[sequence('险')]], true), []],
    [
      'is found as one letter of Chinese among the names of the terms',
      demand([[sequence('局')]]),
      [[3, { places: [], inTitle: false }]],
    ],
    ['is not found as one letter among the names when it is exact', demand([[sequence('局', true)]]), []],
    [
      'is found as a very common word, wherever it stands',
      demand([[sequence('the')]]),
      [[1, { places: [-2], inTitle: false }]],
    ],
    [
      'is found as a very common word or another one',
      demand([[sequence('of|treaty')]]),
      [
        [1, { places: [-2, 1], inTitle: true }],
        [2, { places: [3], inTitle: false }],
      ],
    ],
    [
      'is found as very common words that stand together',
      demand([[sequence('the treaties of', true)]]),
      [[1, { places: [3], inTitle: false }]],
    ],
    ['is not found as letters of Chinese that stand apart', demand([[sequence('版 权ˑ')]]), []],
  ]
  for (const [title, wanted, found] of cases) {
    test(title, async () => {
      assert.deepEqual(await findMatches(wanted, finderOf(reports)), new Map(found))
    })
  }

  test('has the places of all its names in the order of the text, each once', async () => {
    const wanted = demand([[sequence('treaties')], [sequence('treaty|treaties')], [sequence('the treaties')]])
    assert.deepEqual(
      await findMatches(wanted, finderOf(reports)),
      new Map([
        [1, { places: [1, 3, 4], inTitle: true }],
        [2, { places: [3], inTitle: false }],
      ]),
    )
  })

  test('is found where one look at each place of each report says', async () => {
    const letters = ['a', 'b', '版']
    const text = fc.array(fc.constantFrom(...letters), { maxLength: 5 }).map((words) => words.join(' '))
    const sequences = fc.record({
      words: fc.array(fc.subarray(letters, { minLength: 1 }), { minLength: 1, maxLength: 3 }),
      isExact: fc.boolean(),
    })
    const demands = fc.record({
      alternatives: fc.array(fc.array(sequences, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 3 }),
      inTitle: fc.boolean(),
      isNegated: fc.boolean(),
    })
    const given = fc.array(fc.record({ title: text, text, name: text }), { maxLength: 5 })
    await fc.assert(
      fc.asyncProperty(given, demands, async (texts, wanted) => {
        const some = texts.map(makeTokens)
        assert.deepEqual(
          await findMatches(wanted, finderOf(some)),
          mapOf(some, (tokens) => matchOneByOne(tokens, wanted)),
        )
      }),
      { numRuns: 1000 },
    )
  })
})

suite('a title that is just what was typed', () => {
  const reports = [
    makeTokens({ title: 'The trade of the East', text: 'the trade' }),
    makeTokens({ title: 'The trade' }),
    makeTokens({ title: 'Trade' }),
    makeTokens({ text: 'Trade' }),
    makeTokens({ title: 'A trade' }),
    makeTokens({ title: '版权' }),
    makeTokens({ title: '版' }),
    makeTokens({ title: 'The' }),
    makeTokens({ title: 'A', text: 'the' }),
  ]
  const cases: [title: string, words: [number, string][], length: number, found: number[]][] = [
    ['is found', [[0, 'trade']], 1, [2]],
    [
      'is found by several words',
      [
        [0, 'the'],
        [1, 'trade'],
      ],
      2,
      [1],
    ],
    ['is found with any word where one was left out', [[1, 'trade']], 2, [1, 4]],
    [
      'is found in Chinese',
      [
        [0, '版ˑ'],
        [1, '版权'],
        [2, '权'],
      ],
      3,
      [5],
    ],
    [
      'is found as one letter of Chinese',
      [
        [0, '版ˑ'],
        [1, '版'],
      ],
      2,
      [6],
    ],
    [
      'is none that goes on',
      [
        [0, 'the'],
        [1, 'trade'],
        [2, 'of'],
      ],
      3,
      [],
    ],
    [
      'is none that ends before',
      [
        [0, 'the'],
        [1, 'trade'],
        [2, 'fair'],
      ],
      3,
      [],
    ],
    ['is found as a very common word', [[0, 'the']], 1, [7]],
    ['is none for nothing', [], 0, []],
  ]
  for (const [title, words, length, found] of cases) {
    test(title, async () => {
      assert.deepEqual(await findTitles(words, length, finderOf(reports)), new Set(found))
    })
  }

  test('is one whose words are the same, one by one', async () => {
    const titles = fc.array(fc.constantFrom('a', 'b', 'ab'), { minLength: 1, maxLength: 3 })
    await fc.assert(
      fc.asyncProperty(fc.array(titles, { maxLength: 8 }), titles, async (given, typed) => {
        const some = given.map((words) => makeTokens({ title: words.join(' '), text: typed.join(' ') }))
        assert.deepEqual(
          await findTitles([...typed.entries()], typed.length, finderOf(some)),
          new Set([...given.keys()].filter((report) => given[report]?.join(' ') === typed.join(' '))),
        )
      }),
    )
  })
})

/** What a report holds of a demand, by looking at each place. */
function matchOneByOne(tokens: Tokens, { alternatives, inTitle }: Demand): Match | undefined {
  const onceFields = { text: 'onceInText', title: 'onceInTitle', names: 'onceInNames' } as const
  const placesIn = ({ words }: Sequence, field: keyof typeof onceFields): number[] =>
    [...tokens.keys()].flatMap((place) => {
      const isOnce = words.length === 1 && /^(?:版|a)$/.test(tokens[place]?.[0] ?? '')
      const isThere = words.every((forms, index) => {
        const [word = '', fields = []] = tokens[place + index] ?? []
        return forms.includes(word) && fields.includes(isOnce ? onceFields[field] : field)
      })
      return isThere ? [isOnce ? -2 : place] : []
    })
  const holds = (sequence: Sequence): boolean => {
    const isNamed = !inTitle && !sequence.isExact && placesIn(sequence, 'names').length > 0
    return isNamed || placesIn(sequence, inTitle ? 'title' : 'text').length > 0
  }
  const held = alternatives.filter((sequences) => sequences.every(holds))
  if (held.length === 0) return undefined
  const places = new Set(held.flat().flatMap((sequence) => placesIn(sequence, inTitle ? 'title' : 'text')))
  return {
    places: [...places].sort((a, b) => a - b),
    inTitle: held.some((sequences) => sequences.every((sequence) => placesIn(sequence, 'title').length > 0)),
  }
}
