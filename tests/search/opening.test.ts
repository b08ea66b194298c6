import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { decodeOpening, encodeOpening, type Opening } from '#search/opening.ts'

const OPENING: Opening = {
  core: {
    days: [
      ['2024', 1],
      ['2024-12-20', 2],
    ],
    lengths: Uint32Array.from([0, 1, 3]),
    kind: new Map([['report', Uint32Array.from([0, 1, 2])]]),
    lang: new Map([['zh-Hans', Uint32Array.from([1])]]),
  },
  chunks: [
    { from: 'aˬ', to: 'zibo', name: '0123456' },
    { from: '海外', to: '险ˑ', name: 'abcdef0' },
    { from: '风险', to: '风险', name: '0000000' },
  ],
  records: ['fedcba9', '0000001', '89abcde', '7654321'],
}

suite('the opening of an index', () => {
  test('is read as it was written', () => {
    assert.deepEqual(decodeOpening(encodeOpening(OPENING)), OPENING)
  })

  test('is read wherever it lies in a larger piece of memory', () => {
    const bytes = encodeOpening(OPENING)
    const larger = new Uint8Array(bytes.length + 20)
    larger.set(bytes, 10)
    assert.deepEqual(decodeOpening(larger.subarray(10, 10 + bytes.length)), OPENING)
  })

  test('may name no words and no reports', () => {
    const empty = { ...OPENING, chunks: [], records: [] }
    assert.deepEqual(decodeOpening(encodeOpening(empty)), empty)
  })

  test('is refused when it is cut short, wherever', () => {
    const bytes = encodeOpening(OPENING)
    const lastWord = new TextEncoder().encode(' 风险').length
    for (let length = 0; length <= bytes.length - lastWord; length += 1)
      assert.throws(() => decodeOpening(bytes.subarray(0, length)), `of ${String(length)} bytes`)
  })
})
