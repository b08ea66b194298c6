import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { findFaultInSlug } from '#archive/slug.ts'

suite('a slug', () => {
  for (const slug of ['a', 'overseas-copyright-risk-training-changsha', '2024-in-review', 'a1', 'a'.repeat(80)]) {
    test(`may be ${slug}`, () => {
      assert.equal(findFaultInSlug(slug), undefined)
    })
  }

  for (const slug of [
    '',
    '-',
    '-a',
    'a-',
    'a--b',
    'A',
    'a_b',
    'a.b',
    'a b',
    'a/b',
    '..',
    'naïve',
    '版权',
    'a\n',
    'a'.repeat(80) + '-',
  ]) {
    test(`is not ${JSON.stringify(slug)}`, () => {
      assert.deepEqual(findFaultInSlug(slug), {
        what: `“${slug}” is not a slug`,
        hint: 'use only a-z and 0-9, in words joined by single hyphens',
      })
    })
  }

  test('is not a number, which would be a day or a year', () => {
    assert.deepEqual(findFaultInSlug('12'), {
      what: 'the slug “12” has only digits, like a day or a year',
      hint: 'add a word to it',
    })
  })

  test('is not longer than 80 characters', () => {
    assert.deepEqual(findFaultInSlug('a'.repeat(81)), {
      what: 'the slug has 81 characters, 80 are allowed',
      hint: 'shorten it',
    })
  })

  for (const slug of ['page', 'feed', 'index', 'v']) {
    test(`is not ${slug}, which the archive needs itself`, () => {
      assert.deepEqual(findFaultInSlug(slug), {
        what: `“${slug}” is reserved for an address of the archive itself`,
        hint: 'choose another slug',
      })
    })
  }
})
