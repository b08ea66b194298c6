import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { en } from '#site/i18n/en.ts'
import { zhHans } from '#site/i18n/zh-hans.ts'
import { textsOf } from './interface-texts.ts'

const english = textsOf(en)
const chinese = textsOf(zhHans)

suite('the words of the pages in Chinese', () => {
  test('are there wherever English ones are, lists of the same length included', () => {
    assert.deepEqual([...chinese.keys()], [...english.keys()])
  })

  test('are Chinese: each has a Chinese character or is a mark', () => {
    const foreign = [...chinese].filter(
      ([, text]) => /\p{Script=Latin}/u.test(text.replaceAll(/\{\w+\}/g, '')) && !/\p{Script=Han}/u.test(text),
    )
    // What is typed into the search box is typed so in every language.
    assert.deepEqual(
      foreign.filter(([key]) => !/^search\.hints\.\d\.0$/.test(key)),
      [],
    )
  })

  test('have the gaps of the English ones', () => {
    const gapsOf = (text = ''): string[] => (text.match(/\{\w+\}/g) ?? []).sort()
    const wrong = [...english].filter(
      ([key, text]) => key.startsWith('search.script.') && gapsOf(text).join() !== gapsOf(chinese.get(key)).join(),
    )
    assert.deepEqual(wrong, [])
  })

  test('have marks of full width, and no space beside a Chinese character', () => {
    const wrong = [...chinese].filter(
      ([key, text]) =>
        !key.startsWith('search.hints.') && /\p{Script=Han}[ ,;:!?.()]|[ ,;:!?()]\p{Script=Han}/u.test(text),
    )
    assert.deepEqual(wrong, [])
  })
})
