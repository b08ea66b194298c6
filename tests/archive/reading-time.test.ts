import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { readingMinutes } from '#archive/reading-time.ts'

suite('reading', () => {
  for (const [what, paragraphs, minutes] of [
    ['nothing takes a minute', [], 1],
    ['a sentence takes a minute', ['The training was held in Changsha.'], 1],
    ['230 words takes a minute', Array.from({ length: 23 }, () => 'word '.repeat(10)), 1],
    ['231 words takes two minutes', ['word '.repeat(231)], 2],
    ['400 Chinese characters takes a minute', ['版权'.repeat(200)], 1],
    ['401 Chinese characters takes two minutes', ['版权'.repeat(200) + '局'], 2],
    ['Japanese counts its kana, and the marks among them', ['コピーライト、ひらがな。'.repeat(40)], 1],
    ['punctuation takes no time', ['，。！？'.repeat(1000) + ' – … — '.repeat(1000)], 1],
    ['half a minute of each script takes a minute', ['版'.repeat(200) + ' ' + 'word '.repeat(115)], 1],
    ['a little more of each takes two', ['版'.repeat(201) + ' ' + 'word '.repeat(115)], 2],
    ['a word with an apostrophe or a hyphen is one word', ['don’t it’s co-operation 1,482 '.repeat(57)], 1],
    ['accents and other scripts are words as well', ['café Москва العربية 한국어 '.repeat(57)], 1],
  ] as const) {
    test(what, () => {
      assert.equal(readingMinutes(paragraphs), minutes)
    })
  }
})
