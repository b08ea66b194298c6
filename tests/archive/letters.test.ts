import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { groupByLetter, letterId, nameOrderIn } from '#archive/letters.ts'

/** The groups of names, each as its letter and its names. */
function group(language: string, names: readonly string[]): [letter: string, names: readonly string[]][] {
  return groupByLetter(names, (name) => name, language).map(({ letter, items }) => [letter, items])
}

suite('names in a list without letters', () => {
  test('are in the order of an index with letters, whatever the language', () => {
    const names = [
      '2024',
      '长沙',
      '厦门',
      '巴黎',
      'WIPO',
      '《马德里协定》',
      '上海',
      '重庆',
      'Évian',
      'Eger',
      '柏林',
      'Øre',
    ]
    for (const language of ['en', 'zh-Hans', 'sv'])
      assert.deepEqual(
        [...names].sort(nameOrderIn(language)),
        group(language, names).flatMap(([, inGroup]) => inGroup),
      )
    assert.deepEqual(['厦门', '上海', '长沙', '巴黎'].sort(nameOrderIn('zh-Hans')), ['巴黎', '长沙', '上海', '厦门'])
  })
})

suite('an index from A to Z', () => {
  test('in English has accents under their letters, and other scripts and digits at the end', () => {
    assert.deepEqual(
      group('en', ['Zürich', 'Évian', 'WIPO', 'Eger', 'école', 'Ørsted', 'Œuvre', 'Łódź', '中国', '2024', 'Æ']),
      [
        ['A', ['Æ']],
        ['E', ['école', 'Eger', 'Évian']],
        ['L', ['Łódź']],
        ['O', ['Œuvre', 'Ørsted']],
        ['W', ['WIPO']],
        ['Z', ['Zürich']],
        ['#', ['2024', '中国']],
      ],
    )
  })

  test('has the letters that a language counts as its own, where they stand in it', () => {
    assert.deepEqual(group('sv', ['Örebro', 'Zorn', 'Ålesund', 'Ängelholm', 'Évian', 'Osby']), [
      ['E', ['Évian']],
      ['O', ['Osby']],
      ['Z', ['Zorn']],
      ['Å', ['Ålesund']],
      ['Ä', ['Ängelholm']],
      ['Ö', ['Örebro']],
    ])
    assert.deepEqual(
      group('es', ['Oviedo', 'Ñuñoa', 'Navarra']).map(([letter]) => letter),
      ['N', 'Ñ', 'O'],
    )
    assert.deepEqual(
      group('tr', ['İzmir', 'Isparta', 'Çorum', 'Cizre']).map(([letter]) => letter),
      ['C', 'Ç', 'I', 'İ'],
    )
  })

  test('in another alphabet has the letters of that one and of the Latin one', () => {
    assert.deepEqual(
      group('ru', ['Женева', 'Москва', 'WIPO', 'Берн', 'Ёлка', 'Ель']).map(
        ([letter, names]) => `${letter} ${names.join(' ')}`,
      ),
      ['Б Берн', 'Е Ёлка Ель', 'Ж Женева', 'М Москва', 'W WIPO'],
    )
  })

  test('in Chinese has names under the first letter of their pinyin, before the Latin names of that letter', () => {
    assert.deepEqual(
      group('zh-Hans', [
        'WIPO',
        '长沙',
        '北京',
        '世界知识产权组织',
        '上海',
        '武汉',
        '中国',
        '林',
        '重庆',
        '国家版权局',
        '埃及',
        'Berne',
      ]),
      [
        ['A', ['埃及']],
        ['B', ['北京', 'Berne']],
        ['C', ['长沙', '重庆']],
        ['G', ['国家版权局']],
        ['L', ['林']],
        ['S', ['上海', '世界知识产权组织']],
        ['W', ['武汉', 'WIPO']],
        ['Z', ['中国']],
      ],
    )
  })

  for (const [name, letter] of [
    ['阿', 'A'],
    ['吖', 'A'],
    ['八', 'B'],
    ['嚓', 'C'],
    ['哒', 'D'],
    ['妸', 'E'],
    ['发', 'F'],
    ['旮', 'G'],
    ['哈', 'H'],
    ['讥', 'J'],
    ['咔', 'K'],
    ['垃', 'L'],
    ['临', 'L'],
    ['妈', 'M'],
    ['拏', 'N'],
    ['噢', 'O'],
    ['妑', 'P'],
    ['七', 'Q'],
    ['呥', 'R'],
    ['仨', 'S'],
    ['它', 'T'],
    ['穵', 'W'],
    ['夕', 'X'],
    ['丫', 'Y'],
    ['帀', 'Z'],
    ['做', 'Z'],
    ['厦门', 'X'],
    ['廈門', 'X'],
    ['長城', 'C'],
    ['长老会', 'Z'],
    ['番禺', 'P'],
    ['曾荫权', 'Z'],
    ['翟', 'Z'],
    ['“一带一路”', 'Y'],
    ['《伯尔尼公约》', 'B'],
    ['𠀀', '#'],
    ['ひらがな', '#'],
    ['①', '#'],
    ['2024', '#'],
    ['', '#'],
    ['—', '#'],
  ] as const) {
    test(`in Chinese has “${name}” under ${letter}`, () => {
      assert.deepEqual(group('zh', [name]), [[letter, [name]]])
      assert.deepEqual(group('zh-Hant', [name]), [[letter, [name]]])
    })
  }

  test('passes over quotation marks and brackets before a name', () => {
    assert.deepEqual(group('zh', ['《伯尔尼公约》', '“长江”', '北京', '柏林', '成都', '—']), [
      ['B', ['北京', '《伯尔尼公约》', '柏林']],
      ['C', ['“长江”', '成都']],
      ['#', ['—']],
    ])
  })

  test('sorts numbers in names by their values', () => {
    assert.deepEqual(group('en', ['Session 10', 'Session 9']), [['S', ['Session 9', 'Session 10']]])
  })

  test('gives each heading an id to lead to', () => {
    assert.deepEqual(['A', 'Ö', '#'].map(letterId), ['letter-a', 'letter-ö', 'letter-others'])
  })

  test('of nothing is empty', () => {
    assert.deepEqual(groupByLetter([], String, 'en'), [])
  })

  test('has every name once, and each letter once, in every language', () => {
    const language = fc.constantFrom('en', 'zh-Hans', 'zh-Hant', 'de', 'sv', 'ru', 'ja', 'ar')
    const name = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 3 }),
      fc.constantFrom('Zürich', '中国', '长沙', 'Москва', 'القاهرة', 'WIPO', 'Örebro'),
    )
    fc.assert(
      fc.property(language, fc.array(name, { maxLength: 12 }), (tag, all) => {
        const groups = group(tag, all)
        assert.deepEqual(groups.flatMap(([, names]) => names).sort(), [...all].sort())
        assert.equal(new Set(groups.map(([letter]) => letter)).size, groups.length)
        assert.ok(groups.every(([letter], index) => letter !== '#' || index === groups.length - 1))
        assert.ok(groups.every(([, names]) => names.length > 0))
      }),
    )
  })
})
