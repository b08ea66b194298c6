import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { copiesOf, copyOf, pageOf, robustAttributes, toOutgoingLinksText } from '#archive/outgoing-links.ts'

suite('the page that an address leads to', () => {
  const cases: [title: string, address: string, page: string][] = [
    ['is the address as it is', 'https://example.org/a?b=c', 'https://example.org/a?b=c'],
    ['is without the part that is linked to', 'https://example.org/a#part', 'https://example.org/a'],
    ['ends in a slash where only a host is named', 'https://example.org', 'https://example.org/'],
    ['has its host in small letters and no usual port', 'HTTPS://Example.ORG:443/A', 'https://example.org/A'],
    [
      'has other letters as percent signs',
      'https://example.org/版?词=权',
      'https://example.org/%E7%89%88?%E8%AF%8D=%E6%9D%83',
    ],
    ['has percent signs in capitals', 'https://example.org/%e7%89%88', 'https://example.org/%E7%89%88'],
    [
      'has what Markdown writes with percent signs so too',
      'https://example.org/?a=[1]|b',
      'https://example.org/?a=%5B1%5D%7Cb',
    ],
    ['keeps the brackets of a host of numbers', 'http://[::1]:8080/a', 'http://[::1]:8080/a'],
    ['is what was written when that is no address', 'not an address', 'not an address'],
  ]
  for (const [title, address, page] of cases) {
    test(title, () => {
      assert.equal(pageOf(address), page)
    })
  }

  test('is its own page', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (address) => {
        assert.equal(pageOf(pageOf(address)), pageOf(address))
      }),
    )
  })
})

suite('a copy', () => {
  const copies = copiesOf([
    { url: 'https://example.org/版', archived: 'https://archive.example/1', captured: '2025-01-03' },
    { url: 'https://example.org/b', checked: '2026-11-22', status: 200 },
  ])
  const copy = { url: 'https://archive.example/1', captured: '2025-01-03' }

  test('is found by any spelling of its page', () => {
    assert.deepEqual(copyOf(copies, 'https://EXAMPLE.org/%e7%89%88#p2'), copy)
  })

  test('is not there for a page of which none is known, and for what has no address', () => {
    assert.deepEqual([copyOf(copies, 'https://example.org/b'), copyOf(copies, undefined)], [undefined, undefined])
  })

  test('is named by a link in the attributes of Robust Links', () => {
    assert.deepEqual(robustAttributes('https://example.org/版', copy), {
      'data-originalurl': 'https://example.org/版',
      'data-versionurl': 'https://archive.example/1',
      'data-versiondate': '2025-01-03',
    })
  })
})

suite('the text of the file', () => {
  test('has one line a page, sorted, with keys in one order, whatever order they came in', () => {
    assert.equal(
      toOutgoingLinksText([
        { url: 'https://example.org/b', status: 404, checked: '2026-11-22' },
        { captured: '2025-01-03', archived: 'https://archive.example/1', url: 'https://example.org/a' },
      ]),
      '{"url":"https://example.org/a","archived":"https://archive.example/1","captured":"2025-01-03"}\n' +
        '{"url":"https://example.org/b","checked":"2026-11-22","status":404}\n',
    )
  })
})
