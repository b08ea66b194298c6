import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { dayOfHttpDate, nearestMemento, parseLinks } from '#archive/link-format.ts'
import { toTimeMap } from '#formats/time-map.ts'

suite('links of HTTP', () => {
  test('are read with their relations and times, whatever stands between them', () => {
    const header =
      '<http://a.example/?a=1,2;b>; rel="original",<http://b.example/>;REL=timegate , ' +
      '<http://c.example/>; rel="first memento"; datetime="Sun, 22 Nov 2026 10:00:00 GMT"; title="a, b; c"'
    assert.deepEqual(parseLinks(header), [
      { url: 'http://a.example/?a=1,2;b', relations: ['original'] },
      { url: 'http://b.example/', relations: ['timegate'] },
      {
        url: 'http://c.example/',
        relations: ['first', 'memento'],
        datetime: 'Sun, 22 Nov 2026 10:00:00 GMT',
      },
    ])
  })

  test('are read as this archive writes them itself', () => {
    const text = toTimeMap('https://a.example/', 'https://a.example/map', [
      { url: 'https://a.example/v/1/', since: '2024-12-20' },
      { url: 'https://a.example/v/2/', since: '2024-12-24' },
    ])
    const links = parseLinks(text)
    assert.deepEqual(
      links.map(({ relations }) => relations.join(' ')),
      ['original', 'self', 'first memento', 'last memento'],
    )
    assert.deepEqual(nearestMemento(links, '2024-12-23'), { url: 'https://a.example/v/2/', captured: '2024-12-24' })
  })

  test('are none where there are none', () => {
    assert.deepEqual(
      [parseLinks(''), parseLinks('<html><body>No.</body></html>').flatMap((link) => link.relations)],
      [[], []],
    )
  })
})

suite('the nearest memento', () => {
  const memento = (url: string, datetime: string) => ({ url, relations: ['memento'], datetime })
  const links = [
    { url: 'o', relations: ['original'], datetime: 'Thu, 02 Jan 2020 00:00:00 GMT' },
    memento('a', 'Wed, 01 Jan 2020 00:00:00 GMT'),
    memento('b', 'Fri, 03 Jan 2020 00:00:00 GMT'),
    memento('broken', 'yesterday'),
  ]
  const cases: [title: string, wanted: string | undefined, url: string][] = [
    ['may be before the day', '2019-05-05', 'a'],
    ['may be after the day', '2021-05-05', 'b'],
    ['is the earlier of two as near', '2020-01-02', 'a'],
    ['is the first where no day is wanted', undefined, 'a'],
  ]
  for (const [title, wanted, url] of cases) {
    test(title, () => {
      assert.equal(nearestMemento(links, wanted)?.url, url)
    })
  }

  test('is none among links that are no mementos', () => {
    assert.equal(nearestMemento(links.slice(0, 1), '2020-01-01'), undefined)
  })
})

suite('a time of HTTP', () => {
  test('is of the day that it is in universal time', () => {
    assert.equal(dayOfHttpDate('Sun, 22 Nov 2026 23:59:59 GMT'), '2026-11-22')
  })

  test('is none when it cannot be read', () => {
    assert.deepEqual([dayOfHttpDate(''), dayOfHttpDate('soon')], [undefined, undefined])
  })
})
