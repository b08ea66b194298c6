import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import type { Vocabulary } from '#archive/vocabulary.ts'
import type { Dictionary, KnownName, KnownWord } from '#search/dictionary.ts'
import type { Sequence } from '#search/matches.ts'
import type { NameRow } from '#search/names.ts'
import type { Note } from '#search/notes.ts'
import { stopwordsOf } from '#search/stopwords.ts'
import { understand, type FacetDemand, type Understood, type WordsDemand } from '#search/understand.ts'

function known(word: string, reports: number, forms: string[] = [], spellings: string[] = []): KnownWord {
  return { word, reports, forms, spellings }
}

const words = [
  known('copyright', 90, ['copyrights']),
  known('copyrights', 8, ['copyright']),
  known('licence', 3, [], ['license']),
  known('of', 100),
  known('organ', 2, ['organs']),
  known('organisation', 9, ['organisations'], ['organization', 'organizations']),
  known('organisations', 3, ['organisation'], ['organization', 'organizations']),
  known('organization', 5, ['organizations'], ['organisation', 'organisations']),
  known('organs', 1, ['organ']),
  known('risk', 40, ['risks']),
  known('risks', 30, ['risk']),
  known('the', 100),
  known('training', 20),
  known('who', 50),
  known('world', 10),
  ...Array.from({ length: 25 }, (_, index) => known(`zo${String.fromCharCode(97 + index)}`, 25 - index)),
]

const wipo = { vocabulary: 'organisations', id: 'wipo' } as const
const china = { vocabulary: 'places', id: 'china' } as const
const names: KnownName[] = [
  {
    ...wipo,
    name: 'world intellectual property organization',
    written: 'World Intellectual Property Organization',
    others: ['WIPO', '世界知识产权组织'],
  },
  { ...wipo, name: 'wipo', written: 'WIPO', others: ['World Intellectual Property Organization', '世界知识产权组织'] },
  { vocabulary: 'organisations', id: 'who', name: 'who', written: 'WHO', others: ['World Health Organization'] },
  { vocabulary: 'topics', id: 'world', name: 'world', written: 'World', others: [] },
  { ...china, name: '中ˑ 中国 国', written: '中国', others: ['China'] },
  { vocabulary: 'places', id: 'new-york', name: 'new york', written: 'New York', others: ['NY'] },
  {
    vocabulary: 'series',
    id: 'new-york-series',
    name: 'new york',
    written: 'New York',
    others: ['NY'],
  },
]

const rows: Partial<Record<Vocabulary, NameRow[]>> = {
  topics: [
    ['copyright', { en: 'Copyright', 'zh-Hans': '版权' }, ['Author’s rights']],
    ['copyright-law', { en: 'Copyright law' }, ['Copyright']],
  ],
  places: [['china', { en: 'China', 'zh-Hans': '中国' }, []]],
}

const values = { kind: ['brief', 'report'], lang: ['en', 'zh-Hans', 'zh-Hant'] }

function makeDictionary(asked: [word: string, isBeginning: boolean][] = []): Dictionary {
  return {
    parts: (word, isBeginning) => {
      asked.push([word, isBeginning])
      return Promise.resolve([
        { words: words.slice(0, 8), names: names.slice(0, 3) },
        { words: words.slice(8), names: names.slice(3) },
      ])
    },
    names: (vocabulary) => Promise.resolve(rows[vocabulary] ?? []),
  }
}

function ask(typed: string, apart: number[] = []): Promise<Understood> {
  return understand(typed, makeDictionary(), stopwordsOf('en'), values, new Set(apart))
}

/** `treaty|treaties of`: forms with lines between them, words with spaces. */
function sequence(text: string, isExact = false): Sequence {
  return { words: text.split(' ').map((forms) => forms.split('|')), isExact }
}

/** A demand of which the number is its place among the others, but where another is given. */
type Wanted = Omit<WordsDemand, 'clause'> & Partial<WordsDemand>

function numbered(wanted: readonly Wanted[]): WordsDemand[] {
  return wanted.map((one, index) => ({ ...one, clause: one.clause ?? index }))
}

/** What must occur: words as they were typed, and how they are searched for. */
function demand(typed: string, alternatives: Sequence[][], given: Partial<WordsDemand> = {}): Wanted {
  return { typed, alternatives, inTitle: false, isNegated: false, canBeApart: false, ...given }
}

/** One word of which any form will do. */
function word(typed: string, forms: string, given: Partial<WordsDemand> = {}): Wanted {
  return demand(typed, [[sequence(forms)]], given)
}

const spellings: Note = { type: 'spellings', typed: 'organisation', words: ['organization', 'organizations'] }
const organisation = 'organisation|organisations|organization|organizations'

suite('words that were typed', () => {
  const cases: [title: string, typed: string, wanted: Wanted[], notes?: Note[]][] = [
    ['are nothing when there are none', '', []],
    [
      'stand for themselves and their other forms',
      'risk copyright',
      [word('risk', 'risk|risks'), word('copyright', 'copyright|copyrights')],
    ],
    [
      'stand for their other spellings too, which is told',
      'Organisation training',
      [word('Organisation', organisation), word('training', 'training')],
      [spellings],
    ],
    [
      'stand for their only other spelling too',
      'licence training',
      [word('licence', 'licence|license'), word('training', 'training')],
      [{ type: 'spellings', typed: 'licence', words: ['license'] }],
    ],
    [
      'stand for themselves when nothing is known of them',
      'unheard risk',
      [word('unheard', 'unheard'), word('risk', 'risk|risks')],
    ],
    [
      'have forms where they stand together',
      'risk-organisation',
      [word('risk-organisation', `risk|risks ${organisation}`)],
      [spellings],
    ],
    [
      'in quotation marks stand for themselves only',
      '"risk organisation"',
      [demand('risk organisation', [[sequence('risk organisation', true)]])],
    ],
    [
      'of the title are looked for there, in all their forms',
      'title:risk',
      [word('risk', 'risk|risks', { inTitle: true })],
    ],
    [
      'that are not wanted are so in all their forms',
      'training -risk',
      [word('training', 'training'), word('risk', 'risk|risks', { isNegated: true })],
    ],
    [
      'that are numbers have no forms',
      '2024 covid19 risk',
      [word('2024', '2024'), word('covid19', 'covid19'), word('risk', 'risk|risks')],
    ],
    [
      'that are operators of other search engines are left out, which is told',
      'risk AND training',
      [word('risk', 'risk|risks'), word('training', 'training')],
      [{ type: 'ignored', words: ['AND'] }],
    ],
  ]
  for (const [title, typed, wanted, notes = []] of cases) {
    test(title, async () => {
      const understood = await ask(typed)
      assert.deepEqual({ words: understood.words, notes: understood.notes }, { words: numbered(wanted), notes })
    })
  }
})

suite('words that say too little', () => {
  const risk = word('risk', 'risk|risks')
  const cases: [title: string, typed: string, wanted: Wanted[], dropped: string[]][] = [
    [
      'are left out beside others, which is told',
      'the risk of training',
      [word('risk', 'risk|risks', { clause: 1 }), word('training', 'training', { clause: 3 })],
      ['the', 'of'],
    ],
    ['are told as they were typed', 'The risk', [word('risk', 'risk|risks', { clause: 1 })], ['The']],
    ['stay where nothing else was typed', 'of the', [word('of', 'of'), word('the', 'the')], []],
    ['stay in quotation marks', '"the" risk', [demand('the', [[sequence('the', true)]]), risk], []],
    ['stay where the title must hold them', 'title:the risk', [word('the', 'the', { inTitle: true }), risk], []],
    ['stay where they are not wanted', 'risk -the', [risk, word('the', 'the', { isNegated: true })], []],
    [
      'stay where only others are not wanted',
      'the -risk',
      [word('the', 'the'), word('risk', 'risk|risks', { isNegated: true })],
      [],
    ],
    ['stay as words that stand together with others', 'the-risk', [word('the-risk', 'the risk|risks')], []],
  ]
  for (const [title, typed, wanted, dropped] of cases) {
    test(title, async () => {
      const understood = await ask(typed)
      assert.deepEqual(understood.words, numbered(wanted))
      assert.deepEqual(understood.notes, dropped.length > 0 ? [{ type: 'dropped', words: dropped }] : [])
    })
  }

  test('are those of the language of the page', () => {
    const languages = ['en', 'en-GB', 'de', 'fr-CA', 'zh-Hans', 'x-y']
    const isStop = (text: string): boolean[] => languages.map((language) => stopwordsOf(language).has(text))
    assert.deepEqual(
      { the: isStop('the'), und: isStop('und'), fur: isStop('fur'), et: isStop('et') },
      {
        the: [true, true, false, false, false, false],
        und: [false, false, true, false, false, false],
        fur: [false, false, true, false, false, false],
        et: [false, false, false, true, false, false],
      },
    )
  })
})

suite('the last word that was typed', () => {
  const twenty = Array.from('abcdefghijklmnopqrst', (letter) => `zo${letter}`)
  const cases: [title: string, typed: string, wanted: Wanted[], notes: Note[], unknown?: string[]][] = [
    [
      'may be the beginning of a word, the commonest first, when no report holds it, which is told',
      'risk orga',
      [word('risk', 'risk|risks'), word('orga', 'orga|organisation|organization|organisations|organ|organs')],
      [
        {
          type: 'beginning',
          typed: 'orga',
          words: ['organisation', 'organization', 'organisations', 'organ', 'organs'],
          hasMore: false,
        },
      ],
    ],
    [
      'is the beginning of twenty words at most',
      'zo',
      [word('zo', `zo|${twenty.join('|')}`)],
      [
        {
          type: 'beginning',
          typed: 'zo',
          words: twenty,
          hasMore: true,
        },
      ],
    ],
    ['is no beginning when a report holds it', 'organ', [word('organ', 'organ|organs')], []],
    [
      'is a beginning though a report holds it when a star stands behind it',
      'organ*',
      [word('organ*', 'organ|organs|organisation|organization|organisations')],
      [
        {
          type: 'beginning',
          typed: 'organ',
          words: ['organisation', 'organization', 'organisations', 'organ', 'organs'],
          hasMore: false,
        },
      ],
    ],
    ['is no beginning in quotation marks', '"orga"', [demand('orga', [[sequence('orga', true)]])], []],
    ['is no beginning when it is one letter', 'risk o', [word('risk', 'risk|risks'), word('o', 'o')], [], ['o']],
    [
      'is unknown when nothing begins so',
      'risk xylo',
      [word('risk', 'risk|risks'), word('xylo', 'xylo')],
      [],
      ['xylo'],
    ],
    [
      'may be the beginning of the last of words that stand together',
      'risk-trai',
      [word('risk-trai', 'risk|risks trai|training')],
      [{ type: 'beginning', typed: 'trai', words: ['training'], hasMore: false }],
    ],
    [
      'may be the beginning of a word though a term stands behind it',
      'trai kind:brief',
      [word('trai', 'trai|training')],
      [{ type: 'beginning', typed: 'trai', words: ['training'], hasMore: false }],
    ],
  ]
  for (const [title, typed, wanted, notes, unknown = []] of cases) {
    test(title, async () => {
      const understood = await ask(typed)
      assert.deepEqual(
        { words: understood.words, notes: understood.notes, unknown: understood.unknown },
        { words: numbered(wanted), notes, unknown },
      )
    })
  }

  test('alone is a beginning, but for words with a star', async () => {
    const { words: wanted, unknown, notes } = await ask('orga risk')
    assert.deepEqual(
      [wanted, unknown, notes],
      [numbered([word('orga', 'orga'), word('risk', 'risk|risks')]), ['orga'], []],
    )
    const starred = await ask('trai* risk')
    assert.deepEqual(starred.words, numbered([word('trai*', 'trai|training'), word('risk', 'risk|risks')]))
  })

  test('alone is asked for as a beginning, and only when no report holds it', async () => {
    const asked: [string, boolean][] = []
    await understand('copyri ris', makeDictionary(asked), stopwordsOf('en'), values)
    await understand('copyright risk', makeDictionary(asked), stopwordsOf('en'), values)
    assert.deepEqual(
      new Set(asked.map(([text, isBeginning]) => `${text} ${String(isBeginning)}`)),
      new Set(['copyri false', 'ris false', 'ris true', 'copyright false', 'risk false']),
    )
  })
})

suite('words that no report holds', () => {
  const cases: [title: string, typed: string, unknown: string[]][] = [
    ['are told without capitals and accents', 'Cópyrite risk', ['copyrite']],
    ['are told wherever they stand together with others', 'risk-copyrite training', ['copyrite']],
    ['are none when all are known', 'copyright risk', []],
    ['are none in quotation marks', '"copyrite" risk', []],
    ['are no numbers and no Chinese', '1234 版权保护 版 risk', []],
  ]
  for (const [title, typed, unknown] of cases) {
    test(title, async () => {
      assert.deepEqual((await ask(typed)).unknown, unknown)
    })
  }
})

suite('the name of a term', () => {
  const long = 'World Intellectual Property Organization'
  const inChinese = sequence('世界 界知 知识 识产 产权 权组 组织', true)
  const [nameLong, nameShort, nameWho, nameWorld, nameChina, nameCity, nameSeries] = names

  const cases: [title: string, typed: string, wanted: Wanted[], notes: Note[], terms: (KnownName | undefined)[]][] = [
    [
      'stands for its other names too, which is told',
      'WIPO training',
      [
        demand('WIPO', [[sequence('wipo')], [sequence('world intellectual property organization', true)], [inChinese]]),
        word('training', 'training'),
      ],
      [{ type: 'names', typed: 'WIPO', names: [long, '世界知识产权组织'] }],
      [nameShort],
    ],
    [
      'may be several words, the longest first, and they need not stand together',
      'the world intellectual property organization risk',
      [
        demand(
          'world intellectual property organization',
          [
            [
              sequence('world'),
              sequence('intellectual'),
              sequence('property'),
              sequence('organization|organizations|organisation|organisations'),
            ],
            [sequence('wipo', true)],
            [inChinese],
          ],
          { clause: 1 },
        ),
        word('risk', 'risk|risks', { clause: 5 }),
      ],
      [
        { type: 'dropped', words: ['the'] },
        { type: 'spellings', typed: 'organization', words: ['organisation', 'organisations'] },
        { type: 'names', typed: 'world intellectual property organization', names: ['WIPO', '世界知识产权组织'] },
      ],
      [nameLong],
    ],
    [
      'may be the beginning of a longer one that was not typed',
      'world intellectual risk',
      [word('world', 'world'), word('intellectual', 'intellectual'), word('risk', 'risk|risks')],
      [],
      [nameWorld],
    ],
    [
      'may be in Chinese',
      '中国 risk',
      [demand('中国', [[sequence('中国')], [sequence('china', true)]]), word('risk', 'risk|risks')],
      [{ type: 'names', typed: '中国', names: ['China'] }],
      [nameChina],
    ],
    [
      'is none within longer Chinese',
      '中国版权',
      [demand('中国版权', [[sequence('中国 国版 版权')]], { canBeApart: true })],
      [],
      [],
    ],
    [
      'is kept though it is a word that says too little',
      'who risk',
      [demand('who', [[sequence('who')], [sequence('world health organization', true)]]), word('risk', 'risk|risks')],
      [{ type: 'names', typed: 'who', names: ['World Health Organization'] }],
      [nameWho],
    ],
    [
      'may be that of several terms',
      'new york',
      [demand('new york', [[sequence('new'), sequence('york')], [sequence('ny', true)]])],
      [{ type: 'names', typed: 'new york', names: ['NY'] }],
      [nameCity, nameSeries],
    ],
    [
      'is not wanted under any name',
      'risk -wipo',
      [
        word('risk', 'risk|risks'),
        demand(
          'wipo',
          [[sequence('wipo')], [sequence('world intellectual property organization', true)], [inChinese]],
          { isNegated: true },
        ),
      ],
      [{ type: 'names', typed: 'wipo', names: [long, '世界知识产权组织'] }],
      [nameShort],
    ],
    [
      'is none where only one of its words is not wanted',
      'new -york risk',
      [word('new', 'new'), word('york', 'york', { isNegated: true }), word('risk', 'risk|risks')],
      [],
      [],
    ],
    [
      'may stand before a phrase',
      '中国 "risk"',
      [demand('中国', [[sequence('中国')], [sequence('china', true)]]), demand('risk', [[sequence('risk', true)]])],
      [{ type: 'names', typed: '中国', names: ['China'] }],
      [nameChina],
    ],
    [
      'is none in quotation marks',
      '"wipo" risk',
      [demand('wipo', [[sequence('wipo', true)]]), word('risk', 'risk|risks')],
      [],
      [],
    ],
    [
      'is none where the title must hold it',
      'title:wipo risk',
      [word('wipo', 'wipo', { inTitle: true }), word('risk', 'risk|risks')],
      [],
      [],
    ],
  ]
  for (const [title, typed, wanted, notes, terms] of cases) {
    test(title, async () => {
      const understood = await ask(typed)
      assert.deepEqual(
        { words: understood.words, notes: understood.notes, terms: understood.terms },
        { words: numbered(wanted), notes, terms },
      )
    })
  }
})

suite('Chinese that was typed', () => {
  test('stands together, and can be looked for word by word', async () => {
    const { words: wanted, notes } = await ask('版权保护')
    assert.deepEqual(wanted, numbered([demand('版权保护', [[sequence('版权 权保 保护')]], { canBeApart: true })]))
    assert.deepEqual(notes, [])
  })

  test('is looked for word by word without the signs between them', async () => {
    const { words: wanted, notes } = await ask('版权，保护', [0])
    assert.deepEqual(wanted, numbered([demand('版权，保护', [[sequence('版权'), sequence('保护')]])]))
    assert.deepEqual(notes, [{ type: 'apart', typed: '版权，保护', words: ['版权', '保护'] }])
  })

  test('is looked for word by word when no report holds it, which is told', async () => {
    const { words: wanted, notes } = await ask('版权保护 risk', [0])
    assert.deepEqual(
      wanted,
      numbered([demand('版权保护', [[sequence('版权'), sequence('保护')]]), word('risk', 'risk|risks')]),
    )
    assert.deepEqual(notes, [{ type: 'apart', typed: '版权保护', words: ['版权', '保护'] }])
  })

  test('is looked for word by word where just this clause is, though another has the same letters', async () => {
    const { words: wanted, notes } = await ask('kind:brief the 版权保护 title:版权保护', [2])
    assert.deepEqual(wanted, [
      { ...demand('版权保护', [[sequence('版权 权保 保护')]], { canBeApart: true }), clause: 1 },
      { ...demand('版权保护', [[sequence('版权'), sequence('保护')]], { inTitle: true }), clause: 2 },
    ])
    assert.deepEqual(
      notes.filter(({ type }) => type === 'apart'),
      [{ type: 'apart', typed: '版权保护', words: ['版权', '保护'] }],
    )
  })

  test('is one letter where one was typed', async () => {
    assert.deepEqual((await ask('版')).words, numbered([demand('版', [[sequence('版')]])]))
  })

  for (const [title, typed, canBeApart] of [
    ['can not be parted when it is two letters', '版权', false],
    ['can not be parted in quotation marks', '"版权保护"', false],
    ['can not be parted beside a Latin word', 'NCAC版权保护', false],
    ['can be parted when it is three letters', '版权法', true],
    ['can be parted in the title', 'title:版权保护', true],
  ] as const) {
    test(title, async () => {
      assert.deepEqual(
        (await ask(typed)).words.map((one) => one.canBeApart),
        [canBeApart],
      )
    })
  }
})

suite('how many reports hold what was typed at most', () => {
  const cases: [title: string, typed: string, reports: number][] = [
    ['is how many hold a word or another form of it', 'risk', 70],
    ['is how many hold the rarest of several words', 'copyright organ training', 3],
    ['counts no word that is left out', 'the risk', 70],
    ['counts no word that is not wanted', 'risk -organ', 70],
    ['is not known of a word that no report holds', 'unheard', Infinity],
    ['is not known of a number', '2024', Infinity],
    ['is not known of a phrase in quotation marks', '"risk training"', Infinity],
    ['is not known of a name, which has others', 'NY wipo', Infinity],
    ['is not known of Chinese', '版权', Infinity],
    ['is not known of nothing', '', Infinity],
  ]
  for (const [title, typed, reports] of cases) {
    test(title, async () => {
      assert.equal((await ask(typed)).reports, reports)
    })
  }
})

suite('a term, a kind or a language that was asked for', () => {
  const cases: [title: string, typed: string, facets: FacetDemand[], notes?: Note[]][] = [
    [
      'is that of all terms that are called so',
      'topic:copyright',
      [{ facet: 'topics', values: ['copyright', 'copyright-law'], isNegated: false }],
    ],
    [
      'may be called by another name, or in another language',
      'topic:"author\'s rights" place:中国',
      [
        { facet: 'topics', values: ['copyright'], isNegated: false },
        { facet: 'places', values: ['china'], isNegated: false },
      ],
    ],
    ['may be what is not wanted', '-place:China', [{ facet: 'places', values: ['china'], isNegated: true }]],
    [
      'is told when there is none, with the nearest one',
      'topic:"Autor’s rights"',
      [{ facet: 'topics', values: [], isNegated: false }],
      [{ type: 'noTerm', facet: 'topics', typed: 'topic:"Autor’s rights"', nearest: 'Author’s rights' }],
    ],
    [
      'is told when there is none and nothing is near',
      'person:"Li Ming"',
      [{ facet: 'people', values: [], isNegated: false }],
      [{ type: 'noTerm', facet: 'people', typed: 'person:"Li Ming"', nearest: undefined }],
    ],
    [
      'may be a kind, without regard to capitals',
      'kind:Brief',
      [{ facet: 'kind', values: ['brief'], isNegated: false }],
    ],
    [
      'may be a language in every script',
      'lang:ZH',
      [{ facet: 'lang', values: ['zh-Hans', 'zh-Hant'], isNegated: false }],
    ],
    ['may be a language in one script', 'lang:zh-hant', [{ facet: 'lang', values: ['zh-Hant'], isNegated: false }]],
    [
      'is told when there is no such kind',
      'kind:breif',
      [{ facet: 'kind', values: [], isNegated: false }],
      [{ type: 'noTerm', facet: 'kind', typed: 'kind:breif', nearest: 'brief' }],
    ],
  ]
  for (const [title, typed, facets, notes = []] of cases) {
    test(title, async () => {
      const understood = await ask(typed)
      assert.deepEqual(
        { words: understood.words, facets: understood.facets, notes: understood.notes },
        { words: [], facets, notes },
      )
    })
  }
})

suite('what was typed as a title would hold it', () => {
  const cases: [title: string, typed: string, words: [place: number, word: string][], length: number][] = [
    [
      'are its words in their places',
      'overseas risk',
      [
        [0, 'overseas'],
        [1, 'risk'],
      ],
      2,
    ],
    [
      'are its words but those that say too little, which keep their places',
      'the risk of training',
      [
        [1, 'risk'],
        [3, 'training'],
      ],
      4,
    ],
    [
      'are words in quotation marks and words that stand together too',
      '"the risk" covid-19',
      [
        [0, 'the'],
        [1, 'risk'],
        [2, 'covid'],
        [3, '19'],
      ],
      4,
    ],
    [
      'are all letters of Chinese',
      '版权保护',
      [
        [0, '版ˑ'],
        [1, '版权'],
        [2, '权保'],
        [3, '保护'],
        [4, '护'],
      ],
      5,
    ],
    [
      'are its words but operators of other search engines, which keep their places',
      'Risk AND Training',
      [
        [0, 'risk'],
        [2, 'training'],
      ],
      3,
    ],
    ['are nothing where something is not wanted', 'risk -training', [], 0],
    ['are nothing where something is looked for in titles anyway', 'risk title:x law', [], 0],
    ['are nothing where a term, a kind or a language is asked for', 'risk kind:brief', [], 0],
    ['are nothing of nothing', '', [], 0],
  ]
  for (const [title, typed, expected, length] of cases) {
    test(title, async () => {
      assert.deepEqual((await ask(typed)).title, { words: expected, length })
    })
  }
})

suite('the first words of what was typed', () => {
  const cases: [title: string, typed: string, words: string[]][] = [
    ['are those of each thing that is looked for', 'risk "copyright law" covid-19', ['risk', 'copyright', 'covid']],
    ['are one for the name of a term', 'new york risk', ['new', 'risk']],
    [
      'are none for words that say too little, and for single Latin letters',
      'the x EU risk 版',
      ['eu', 'risk', '版ˑ 版'],
    ],
    ['are none for a term, a kind or a language', 'topic:copyright lang:en', []],
  ]
  for (const [title, typed, words] of cases) {
    test(title, async () => {
      assert.deepEqual((await ask(typed)).beginnings, words)
    })
  }

  // Names that begin so could not be shown else. A Chinese name begins with its first letter: `中国` is `中ˑ 中国 国`.
  test('are how its names begin in Chinese', async () => {
    assert.deepEqual((await ask('世界知识')).beginnings, ['世ˑ 世界 界知 知识'])
  })
})
