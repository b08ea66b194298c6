import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { canonicalLanguageTag, directionOf, isUnspaced, isLanguageTag, matchLanguage } from '#archive/language.ts'

suite('a language tag', () => {
  for (const tag of ['en', 'zh-Hans', 'zh-Hans-CN', 'pt-BR', 'sr-Latn', 'yue', 'de-1996', 'en-x-archive']) {
    test(`may be ${tag}`, () => {
      assert.equal(isLanguageTag(tag), true)
      assert.equal(canonicalLanguageTag(tag), tag)
    })
  }

  for (const [tag, usual] of [
    ['EN', 'en'],
    ['zh-hans', 'zh-Hans'],
    ['pt-br', 'pt-BR'],
    ['iw', 'he'],
  ] as const) {
    test(`is written ${usual}, not ${tag}`, () => {
      assert.equal(isLanguageTag(tag), false)
      assert.equal(canonicalLanguageTag(tag), usual)
    })
  }

  for (const tag of ['', 'e', 'english language', 'en_GB', 'en-', '-en', 'zh-Hans-Hant', '中文']) {
    test(`is not ${JSON.stringify(tag)}`, () => {
      assert.equal(isLanguageTag(tag), false)
      assert.equal(canonicalLanguageTag(tag), undefined)
    })
  }
})

suite('the direction of a language', () => {
  for (const tag of ['ar', 'he', 'fa', 'ur', 'yi', 'ps', 'ckb', 'dv', 'ug', 'az-Arab', 'pa-PK', 'ar-EG']) {
    test(`is from right to left for ${tag}`, () => {
      assert.equal(directionOf(tag), 'rtl')
    })
  }

  for (const tag of ['en', 'zh-Hans', 'ja', 'ru', 'hi', 'ar-Latn', 'az', 'tr', 'sw', 'ug-Cyrl']) {
    test(`is from left to right for ${tag}`, () => {
      assert.equal(directionOf(tag), 'ltr')
    })
  }
})

suite('a language without spaces between words', () => {
  for (const tag of ['zh', 'zh-Hans', 'zh-Hant-TW', 'ja', 'yue', 'cmn', 'lzh', 'th', 'lo', 'km', 'my']) {
    test(`is ${tag}`, () => {
      assert.equal(isUnspaced(tag), true)
    })
  }

  for (const tag of ['en', 'ko', 'vi', 'jam', 'zha', 'en-x-zh']) {
    test(`is not ${tag}`, () => {
      assert.equal(isUnspaced(tag), false)
    })
  }

  test('is not Chinese in Latin letters', () => {
    assert.equal(isUnspaced('zh-Latn'), false)
  })
})

suite('the best language of a table', () => {
  const table = new Map([
    ['en', 'Notes'],
    ['pt', 'Notas'],
    ['zh-Hans', '注释'],
    ['zh-Hant', '註釋'],
  ])

  for (const [tag, found] of [
    ['en', 'en'],
    ['en-GB', 'en'],
    ['pt-BR', 'pt'],
    ['zh-Hans', 'zh-Hans'],
    ['zh-Hans-CN', 'zh-Hans'],
    ['zh-Hant-TW', 'zh-Hant'],
    ['zh', 'zh-Hans'],
  ] as const) {
    test(`for a reader of ${tag} is ${found}`, () => {
      assert.deepEqual(matchLanguage(table, tag), [found, table.get(found)])
    })
  }

  for (const tag of ['sw', 'enm', 'zha']) {
    test(`is missing for a reader of ${tag}`, () => {
      assert.equal(matchLanguage(table, tag), undefined)
    })
  }

  test('is traditional Chinese for a reader in Taiwan or Hong Kong', () => {
    assert.deepEqual(matchLanguage(table, 'zh-TW'), ['zh-Hant', '註釋'])
    assert.deepEqual(matchLanguage(table, 'zh-HK'), ['zh-Hant', '註釋'])
  })
})
