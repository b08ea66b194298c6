import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { toTimeMap } from '#formats/time-map.ts'

const REPORT = 'https://example.org/2024/12/a-training/'

suite('a TimeMap (RFC 7089)', () => {
  test('lists the wordings of a report with their days', () => {
    const mementos = [
      { url: `${REPORT}v/1/`, since: '2024-12-21' },
      { url: `${REPORT}v/2/`, since: '2024-12-22' },
      { url: `${REPORT}v/3/`, since: '2026-11-22' },
    ]
    assert.equal(
      toTimeMap(REPORT, `${REPORT}v/timemap.link`, mementos),
      [
        '<https://example.org/2024/12/a-training/>; rel="original",',
        '<https://example.org/2024/12/a-training/v/timemap.link>; rel="self"; type="application/link-format"; from="Sat, 21 Dec 2024 00:00:00 GMT"; until="Sun, 22 Nov 2026 00:00:00 GMT",',
        '<https://example.org/2024/12/a-training/v/1/>; rel="first memento"; datetime="Sat, 21 Dec 2024 00:00:00 GMT",',
        '<https://example.org/2024/12/a-training/v/2/>; rel="memento"; datetime="Sun, 22 Dec 2024 00:00:00 GMT",',
        '<https://example.org/2024/12/a-training/v/3/>; rel="last memento"; datetime="Sun, 22 Nov 2026 00:00:00 GMT"',
        '',
      ].join('\n'),
    )
  })

  test('the only wording is the first and the last', () => {
    const [, , line] = toTimeMap(REPORT, `${REPORT}v/timemap.link`, [
      { url: `${REPORT}v/1/`, since: '2024-12-21' },
    ]).split('\n')
    assert.equal(line, `<${REPORT}v/1/>; rel="first last memento"; datetime="Sat, 21 Dec 2024 00:00:00 GMT"`)
  })
})
