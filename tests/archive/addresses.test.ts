import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import * as addresses from '#archive/addresses.ts'

suite('the address of', () => {
  const { periodAddress, reportAddress, termAddress, vocabularyAddress } = addresses

  for (const [title, address, expected] of [
    ['a report', reportAddress('2024/12/a-training'), '/2024/12/a-training/'],
    ['a report known only by its year', reportAddress('1893/a-merger'), '/1893/a-merger/'],
    ['a year', periodAddress('2024'), '/2024/'],
    ['a month', periodAddress('2024-12'), '/2024/12/'],
    ['a day', periodAddress('2024-12-20'), '/2024/12/20/'],
    ['a vocabulary', vocabularyAddress('people'), '/people/'],
    ['a term', termAddress('places', 'changsha'), '/places/changsha/'],
    ['a numbered page of a term', termAddress('places', 'changsha', 12), '/places/changsha/page/12/'],
  ] as const) {
    test(`${title} is ${expected}`, () => {
      assert.equal(address, expected)
    })
  }

  test('each vocabulary stands in the order of the pages', () => {
    assert.deepEqual(addresses.VOCABULARY_ADDRESSES, [
      ['topics', '/topics/'],
      ['places', '/places/'],
      ['organisations', '/organisations/'],
      ['people', '/people/'],
      ['series', '/series/'],
    ])
  })

  test('every page of which there is one begins with a slash, and ends with one unless it is a file', () => {
    const { HOME, YEARS, ABOUT, SEARCH, SITEMAP } = addresses
    assert.deepEqual(
      { HOME, YEARS, ABOUT, SEARCH, SITEMAP },
      { HOME: '/', YEARS: '/years/', ABOUT: '/about/', SEARCH: '/search/', SITEMAP: '/sitemap.xml' },
    )
  })
})
