import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { divideWords, formatQuery, isEmpty, parseQuery, type Query } from '#search/query.ts'

const EMPTY: Query = { words: '', topics: [], kind: '', year: '', page: 1 }

suite('a query in the address bar', () => {
  test('says all that is asked for, always in the same order', () => {
    const query = { page: 3, year: '2024', kind: 'brief', topics: ['training', 'copyright'], words: 'overseas risk' }
    const search = '?q=overseas+risk&topics=training&topics=copyright&kind=brief&year=2024&page=3'
    assert.equal(formatQuery(query), search)
    assert.deepEqual(parseQuery(search), query)
    assert.deepEqual(
      parseQuery('?page=3&year=2024&topics=training&kind=brief&topics=copyright&q=overseas%20risk'),
      query,
    )
  })

  test('leaves out what is not asked for', () => {
    assert.equal(formatQuery(EMPTY), '')
    assert.equal(formatQuery({ ...EMPTY, words: '版权 & “risk”' }), '?q=%E7%89%88%E6%9D%83+%26+%E2%80%9Crisk%E2%80%9D')
    assert.equal(formatQuery({ ...EMPTY, year: '1886' }), '?year=1886')
    assert.equal(formatQuery({ ...EMPTY, words: 'a', page: 2 }), '?q=a&page=2')
  })

  test('is empty when there is none', () => {
    for (const search of ['', '?', '?q=', '?q=+&topics=&kind=&year=&page=', '?utm_source=x']) {
      assert.deepEqual(parseQuery(search), EMPTY)
      assert.equal(isEmpty(parseQuery(search)), true)
    }
    assert.equal(isEmpty({ ...EMPTY, page: 2 }), true)
    assert.deepEqual(
      ['?q=a', '?topics=a', '?kind=brief', '?year=2024'].map((search) => isEmpty(parseQuery(search))),
      [false, false, false, false],
    )
  })

  test('has its words trimmed and composed', () => {
    assert.equal(parseQuery('?q=++Gene%CC%80ve+').words, 'Genève')
  })

  for (const page of ['0', '-1', '1.5', 'two', '', 'Infinity', 'NaN']) {
    test(`is on page 1 when the page is ${JSON.stringify(page)}`, () => {
      assert.equal(parseQuery(`?q=a&page=${page}`).page, 1)
    })
  }

  test('is read again as it was written', () => {
    const text = fc.string({ unit: 'grapheme' })
    const queries = fc.record(
      {
        words: text.map((words) => words.normalize('NFC').trim()),
        topics: fc.array(text.filter((topic) => topic !== '')),
        kind: text,
        year: text,
        page: fc.integer({ min: 1, max: 1_000_000 }),
      },
      { noNullPrototype: true },
    )
    fc.assert(
      fc.property(queries, (query) => {
        assert.deepEqual(parseQuery(formatQuery(query)), query)
      }),
    )
  })

  test('is written in one way, however it was given', () => {
    fc.assert(
      fc.property(fc.webQueryParameters(), (search) => {
        const once = formatQuery(parseQuery(search))
        assert.equal(formatQuery(parseQuery(once)), once)
      }),
    )
  })
})

suite('the words of a query', () => {
  for (const [words, language, divided] of [
    ['overseas risk', 'en', 'overseas risk'],
    ['版权', 'en', '版权'],
    ['版权保护', 'zh-Hans', '版权 保护'],
    ['版权  保护', 'zh-Hans', '版权 保护'],
    ['NCAC版权', 'zh-Hans', 'NCAC 版权'],
    ['"版权保护"', 'zh-Hans', '"版权 保护"'],
    [' "版权保护" ', 'zh-Hans', '"版权 保护"'],
    ['저작권 보호', 'ko', '저작권 보호'],
    ['', 'zh-Hans', ''],
  ] as const) {
    test(`“${words}” in ${language} are “${divided}”`, () => {
      assert.equal(divideWords(words, language), divided)
    })
  }

  test('keep every character when they are divided', () => {
    const texts = fc.string({ unit: fc.constantFrom('版', '权', '风', '险', '保', '护', 'W', 'I', ' ', '2') })
    fc.assert(
      fc.property(texts, (words) => {
        assert.equal(divideWords(words, 'zh-Hans').replaceAll(' ', ''), words.replaceAll(' ', ''))
      }),
    )
  })
})
