import assert from 'node:assert/strict'
import { test } from 'node:test'
import { divideTitle } from '#archive/divide-title.ts'

test('a Chinese title is divided between words, and no piece begins with a single character', () => {
  assert.deepEqual(divideTitle('版权产业海外风险防控培训班在长沙举行', 'zh-Hans'), [
    '版权',
    '产业',
    '海外',
    '风险防控',
    '培训班在',
    '长沙',
    '举行',
  ])
})

test('marks are left to the browser, which knows what no line may begin with', () => {
  assert.deepEqual(divideTitle('《伯尔尼公约》在伯尔尼签署', 'zh-Hans'), ['《伯尔尼', '公约》在', '伯尔尼', '签署'])
})

test('figures and words in Latin letters stay whole', () => {
  assert.equal(divideTitle('WIPO与国家版权局签署2024年备忘录', 'zh-Hans').includes('2024'), false)
})

test('the pieces are the title, and a title in another language is one piece', () => {
  const title = '传统文化表现形式及其保护'
  assert.equal(divideTitle(title, 'zh-Hans').join(''), title)
  assert.deepEqual(divideTitle('Berne Convention signed at Berne', 'en'), ['Berne Convention signed at Berne'])
})
