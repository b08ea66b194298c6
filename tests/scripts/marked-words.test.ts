import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { toTextFragment } from '../../src/scripts/marked-words.ts'

suite('an address that leads to marked words', () => {
  test('names few words whole, with every character that would mean something else encoded', () => {
    assert.equal(toTextFragment(' well-known, & liked '), ':~:text=well%2Dknown%2C%20%26%20liked')
    assert.equal(toTextFragment('版权产业'), ':~:text=%E7%89%88%E6%9D%83%E4%BA%A7%E4%B8%9A')
  })

  test('names words of several paragraphs by the first words and the last ones', () => {
    assert.equal(
      toTextFragment('The end of one.\n\nThe beginning of the next'),
      ':~:text=The%20end%20of%20one.,The%20beginning%20of%20the%20next',
    )
  })

  test('names many words by whole words of their beginning and of their end', () => {
    const marked = `Beginning with these words ${'and going on '.repeat(20)}until they come to their end`
    assert.equal(
      toTextFragment(marked),
      ':~:text=Beginning%20with%20these%20words%20and%20going%20on,going%20on%20until%20they%20come%20to%20their%20end',
    )
  })

  test('names many characters without spaces by the first and the last of them', () => {
    const fragment = toTextFragment('版'.repeat(200)) ?? ''
    assert.equal(decodeURIComponent(fragment), `:~:text=${'版'.repeat(40)},${'版'.repeat(40)}`)
  })

  test('is none where nothing is marked', () => {
    assert.equal(toTextFragment(' \n '), undefined)
  })
})
