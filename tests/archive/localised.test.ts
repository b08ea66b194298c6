import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { inLanguage } from '#archive/localised.ts'

suite('what the owner writes', () => {
  const name = { en: 'News Archive', 'zh-Hans': '新闻档案' }

  for (const [title, value, language, expected] of [
    ['once is the same for every reader', 'News Archive', 'zh-Hans', 'News Archive'],
    ['by language is given in that of the reader', name, 'zh-Hans', '新闻档案'],
    ['in a close language is given to who reads another form of it', name, 'zh-Hant', '新闻档案'],
    ['in no language of the reader is given in the one that stands first', name, 'fr', 'News Archive'],
  ] as const) {
    test(title, () => {
      assert.equal(inLanguage<string>(value, language), expected)
    })
  }

  test('may be paragraphs, once or by language', () => {
    assert.deepEqual(inLanguage<readonly string[]>(['One.', 'Two.'], 'en'), ['One.', 'Two.'])
    assert.deepEqual(inLanguage<readonly string[]>({ en: ['One.'], 'zh-Hans': ['一。'] }, 'zh-Hans'), ['一。'])
  })

  test('by language must be there in one', () => {
    assert.throws(() => inLanguage<string>({}, 'en'), /written in none/)
  })
})
