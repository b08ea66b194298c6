import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { compareWithHosts, type Size } from '#archive/hosts.ts'

const SMALL: Size = {
  files: 1500,
  bytes: 15_000_000,
  largest: { path: 'search/a.wasm', bytes: 300_000 },
  fullest: { path: 'r', files: 64 },
}

/** The hosts that do not take an archive, with what is too much. */
function refusing(size: Size): (readonly [string, string])[] {
  return compareWithHosts(size)
    .filter(({ excess }) => excess.length > 0)
    .map(({ host, excess }) => [host, excess.map(({ what }) => what).join()] as const)
}

suite('the limits of hosts', () => {
  test('a small archive fits everywhere', () => {
    assert.deepEqual(refusing(SMALL), [])
  })

  test('too many files are told before they are uploaded', () => {
    assert.deepEqual(refusing({ ...SMALL, files: 20_000 }), [])
    assert.deepEqual(refusing({ ...SMALL, files: 20_001 }), [['Cloudflare, free', 'files']])
    assert.deepEqual(refusing({ ...SMALL, files: 1_100_000 }), [
      ['Cloudflare, free', 'files'],
      ['Cloudflare, paid', 'files'],
    ])
  })

  test('a file that is too large, a folder that is too full, and too much in all', () => {
    const large = { path: 'data/reports.jsonl', bytes: 88_000_000 }
    assert.deepEqual(
      refusing({ ...SMALL, bytes: 2_000_000_000, largest: large, fullest: { path: 'r', files: 100_000 } }),
      [
        ['Cloudflare, free', 'fileBytes'],
        ['Cloudflare, paid', 'fileBytes'],
        ['Netlify', 'folderFiles'],
        ['GitHub Pages', 'bytes'],
      ],
    )
  })
})
