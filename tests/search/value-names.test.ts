import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { isKindCalled, isLanguageCalled } from '#search/value-names.ts'

suite('a language', () => {
  for (const [tag, called, isIt] of [
    ['en', 'en', true],
    ['en-GB', 'en', true],
    ['en', 'en-GB', false],
    ['zh-Hans', 'ZH', true],
    ['zh-Hans', 'zh-hans', true],
    ['zh-Hans', 'Chinese', true],
    ['zh-Hans', '中文', true],
    ['zh-Hans', '简体中文', true],
    ['zh-Hant', '简体中文', false],
    ['en', '英文', true],
    ['en-US', '英语', true],
    ['fr', 'français', true],
    ['fr', 'fra', false],
    ['de', '', false],
    ['x', 'x', true],
  ] as const) {
    test(`${tag} is ${isIt ? '' : 'not '}called “${called}”`, () => {
      assert.equal(isLanguageCalled(tag, called), isIt)
    })
  }
})

suite('a kind', () => {
  for (const [kind, called, isIt] of [
    ['brief', 'Brief', true],
    ['brief', '简讯', true],
    ['brief', '報道', false],
    ['report', '報道', true],
    ['toString', '报道', false],
  ] as const) {
    test(`${kind} is ${isIt ? '' : 'not '}called “${called}”`, () => {
      assert.equal(isKindCalled(kind, called), isIt)
    })
  }
})
