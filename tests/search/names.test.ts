import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { completeNames, findTerms, formatNames, nameKey, parseNames, type NameRow } from '#search/names.ts'

const rows: NameRow[] = [
  ['wipo', { en: 'World Intellectual Property Organization', 'zh-Hans': '世界知识产权组织' }, ['WIPO', 'OMPI']],
  ['geneva', { en: 'Geneva', fr: 'Genève' }, []],
  ['china', { en: 'China', 'zh-Hans': '中国' }, ["People's Republic of China", 'PRC']],
  ['new-york', { en: 'New York' }, ['NYC']],
  ['new-york-state', { en: 'New York (State)' }, ['New York']],
]

suite('the names of a vocabulary', () => {
  test('are read again as they were written', () => {
    assert.deepEqual(parseNames(formatNames(rows)), rows)
    assert.deepEqual(parseNames(formatNames([])), [])
  })
})

suite('a term', () => {
  const cases: [title: string, called: string, ids: string[]][] = [
    ['is called by its label', 'Geneva', ['geneva']],
    ['is called by its label in another language', '中国', ['china']],
    ['is called by another name', 'OMPI', ['wipo']],
    ['is called by its id', 'new-york-state', ['new-york-state']],
    ['is called without regard to capitals', 'world INTELLECTUAL property organization', ['wipo']],
    ['is called without regard to accents', 'geneve', ['geneva']],
    ['is called without regard to signs', 'People’s Republic of China!', ['china']],
    ['is several terms where several have a name', 'new york', ['new-york', 'new-york-state']],
    ['is not called by a part of its name', 'York', []],
    ['is not called by a part of its name in Chinese', '世界', []],
    ['is not called by what nothing is called', 'Atlantis', []],
  ]
  for (const [title, called, ids] of cases) {
    test(title, () => {
      assert.deepEqual(findTerms(rows, called), ids)
    })
  }
})

suite('a name that is being typed', () => {
  const cases: [title: string, typed: string, ids: string[]][] = [
    ['is any name at first', '', ['wipo', 'geneva', 'china', 'new-york', 'new-york-state']],
    ['is any name after a sign', ' (', ['wipo', 'geneva', 'china', 'new-york', 'new-york-state']],
    ['is one that begins so', 'gen', ['geneva']],
    ['is one that begins so in another language, or with another name', 'om', ['wipo']],
    ['is one with a word that begins so, after those that begin so themselves', 'p', ['china', 'wipo']],
    ['is one with words that begin so', 'york s', ['new-york-state']],
    ['is one without regard to capitals and accents', 'GENÈ', ['geneva']],
    ['is one in Chinese', '世界知', ['wipo']],
    ['is one that begins with a letter of Chinese', '世', ['wipo']],
    ['is one with Chinese inside it', '知识', ['wipo']],
    ['is one with a letter of Chinese inside it', '国', ['china']],
    ['is none that holds the letters only inside a word', 'ork', []],
  ]
  for (const [title, typed, ids] of cases) {
    test(title, () => {
      assert.deepEqual(
        completeNames(rows, typed).map(([id]) => id),
        ids,
      )
    })
  }

  test('leaves the names as they were', () => {
    const before = structuredClone(rows)
    completeNames(rows, '').reverse()
    completeNames(rows, 'p')
    assert.deepEqual(rows, before)
  })
})

suite('the key of a name', () => {
  for (const [name, key] of [
    ['Genève', 'geneve'],
    ["People's Republic", 'people s republic'],
    ['AT&T, Inc.', 'at t inc'],
    ['中国', '中ˑ 中国 国'],
    ['版', '版ˑ 版'],
    ['…', ''],
  ] as const) {
    test(`“${name}” is “${key}”`, () => {
      assert.equal(nameKey(name), key)
    })
  }
})
