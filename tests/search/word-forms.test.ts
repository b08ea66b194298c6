import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { knownWords } from '#search/word-forms.ts'

/** The known words of an archive whose reports in one language hold some words. */
function known(language: string, words: string): Map<string, { forms: string; spellings: string }> {
  const counts = new Map([[language, new Map(words.split(' ').map((word) => [word, 1]))]])
  return new Map(
    knownWords(counts).map(({ word, forms, spellings }) => [
      word,
      { forms: forms.join(' '), spellings: spellings.join(' ') },
    ]),
  )
}

suite('the other forms of a word', () => {
  const cases: [title: string, language: string, words: string, word: string, forms: string][] = [
    ['are its plural', 'en', 'treaty treaties', 'treaty', 'treaties'],
    ['are its singular', 'en', 'treaty treaties', 'treaties', 'treaty'],
    ['are those of a verb', 'en', 'copy copies copied copying copier', 'copy', 'copied copies copying'],
    ['are those with a letter doubled', 'en', 'plan plans planned planning', 'plan', 'planned planning plans'],
    ['are those without an e', 'en', 'organize organized organizing', 'organizing', 'organize organized'],
    ['are only those that occur', 'en', 'treaty train', 'treaty', ''],
    ['are not words with another stem', 'en', 'plan plane planes', 'plan', ''],
    ['are not words made with it', 'en', 'train trains trainer trainee', 'train', 'trains'],
    ['are not adverbs', 'en', 'general generally', 'general', ''],
    ['are not interns for international', 'en', 'international internal intern interns', 'international', ''],
    ['are not international for interns', 'en', 'international internal intern interns', 'intern', 'interns'],
    [
      'are not universes for a university',
      'en',
      'university universities universe universal',
      'university',
      'universities',
    ],
    ['are not news for new', 'en', 'new news newer', 'new', ''],
    ['are not new for news', 'en', 'new news newer', 'news', ''],
    ['are not police for policy', 'en', 'policy policies police', 'policy', 'policies'],
    ['are found of a word of three letters', 'en', 'use uses using', 'use', 'uses using'],
    ['are none of a letter', 'en', 'r rs', 'r', ''],
    ['are found in every kind of English', 'en-GB', 'treaty treaties', 'treaty', 'treaties'],
    ['are found in French', 'fr', 'droit droits', 'droit', 'droits'],
    ['are found in German', 'de', 'verordnung verordnungen', 'verordnung', 'verordnungen'],
    ['are found in Russian', 'ru', 'договор договоры договора', 'договор', 'договора договоры'],
    ['are none in a language that nobody taught us', 'sw', 'treaty treaties', 'treaty', ''],
  ]
  for (const [title, language, words, word, forms] of cases) {
    test(title, () => {
      assert.deepEqual(known(language, words).get(word), { forms, spellings: '' })
    })
  }
})

suite('the other spellings of a word', () => {
  const words =
    'organisation organisations organizations organization colour color colors programme programs cheque check'
  const cases: [title: string, word: string, forms: string, spellings: string][] = [
    ['are the American ones with their forms', 'organisation', 'organisations', 'organization organizations'],
    ['are the British ones with their forms', 'organizations', 'organization', 'organisation organisations'],
    ['are apart from its forms', 'color', 'colors', 'colour'],
    ['are those of a plural too', 'programme', '', 'programs'],
    ['are no words that only sound alike', 'cheque', '', ''],
  ]
  for (const [title, word, forms, spellings] of cases) {
    test(title, () => {
      assert.deepEqual(known('en', words).get(word), { forms, spellings })
    })
  }

  test('are known in English only', () => {
    assert.deepEqual(known('fr', 'colour color').get('colour'), { forms: '', spellings: '' })
  })
})

suite('the known words', () => {
  test('of nothing are none', () => {
    assert.deepEqual(knownWords(new Map()), [])
  })

  test('are in the order of their text, with the reports of all languages, and the forms of each', () => {
    const counts = new Map([
      [
        'fr',
        new Map([
          ['chat', 3],
          ['chats', 4],
        ]),
      ],
      [
        'en',
        new Map([
          ['chat', 2],
          ['chatting', 1],
          ['apple', 1],
        ]),
      ],
    ])
    assert.deepEqual(knownWords(counts), [
      { word: 'apple', reports: 1, forms: [], spellings: [] },
      { word: 'chat', reports: 5, forms: ['chats', 'chatting'], spellings: [] },
      { word: 'chats', reports: 4, forms: ['chat'], spellings: [] },
      { word: 'chatting', reports: 1, forms: ['chat'], spellings: [] },
    ])
  })

  test('are neither numbers nor words with a digit in them, nor words of scripts without spaces', () => {
    assert.deepEqual([...known('zh-Hans', '2024 covid19 h2o 版权 权 저작 ไม ncac').keys()], ['ncac'])
  })

  test('are never a form or a spelling of themselves, and if one is another of the other, the other is of the one', () => {
    const parts = ['organi', 'colo', 'plan', 'cent', 'licen']
    const endings = [
      '',
      's',
      'se',
      'sed',
      'ze',
      'zed',
      'sing',
      'ur',
      'r',
      'urs',
      'rs',
      'ned',
      'ning',
      'er',
      're',
      'ce',
      'ces',
    ]
    const words = fc
      .tuple(fc.constantFrom(...parts), fc.constantFrom(...endings))
      .map(([part, ending]) => part + ending)
    fc.assert(
      fc.property(fc.array(words), (some) => {
        const counts = new Map([['en', new Map(some.map((word) => [word, 1]))]])
        const all = new Map(knownWords(counts).map((one) => [one.word, one]))
        assert.deepEqual([...all.keys()], [...new Set(some)].sort())
        for (const { word, forms, spellings } of all.values()) {
          assert.ok(!forms.includes(word) && !spellings.includes(word))
          assert.equal(new Set([...forms, ...spellings]).size, forms.length + spellings.length)
          for (const form of forms) assert.ok(all.get(form)?.forms.includes(word), `${form} ${word}`)
          for (const spelling of spellings)
            assert.ok(all.get(spelling)?.spellings.includes(word), `${spelling} ${word}`)
        }
      }),
    )
  })
})
