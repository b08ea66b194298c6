import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { chunksWith, readTable, writeTable, type Chunk } from '#search/engine-table.ts'

const CHUNKS: Chunk[] = [
  { from: 'aˬ', to: 'zibo', name: '0123456' },
  { from: '海外', to: '险ˑ', name: 'abcdef0' },
]

suite('the table of contents of an index', () => {
  test('is read as it was written, its reports by their ordinals', () => {
    assert.deepEqual(readTable(writeTable('1.6.0', 3, CHUNKS)), { reports: ['0', '1', '2'], chunks: CHUNKS })
  })

  test('is what the engine of version 1.6.0 reads', () => {
    const bytes = writeTable('1.6.0', 1, CHUNKS.slice(0, 1))
    assert.equal(
      Buffer.from(bytes).toString('hex'),
      // pagefind_dcd ["1.6.0", [["0", 1, ""]], [["aˬ", "zibo", "0123456"]], [], [], []]
      '7061676566696e645f646364' +
        '86' +
        '65312e362e30' +
        '81' +
        '83' +
        '6130' +
        '01' +
        '60' +
        '81' +
        '83' +
        '6361cbac' +
        '647a69626f' +
        '6730313233343536' +
        '80' +
        '80' +
        '80',
    )
  })

  test('may be of any size', () => {
    const word = fc.string({ unit: 'grapheme', maxLength: 300 })
    const chunk = fc.record({ from: word, to: word, name: word }, { noNullPrototype: true })
    fc.assert(
      fc.property(fc.constantFrom(0, 23, 24, 255, 256, 65_536), fc.array(chunk, { maxLength: 30 }), (count, chunks) => {
        const table = readTable(writeTable('1.6.0', count, chunks))
        assert.deepEqual(table.chunks, chunks)
        assert.equal(table.reports.length, count)
      }),
      { numRuns: 10 },
    )
  })

  const whole = writeTable('1.6.0', 3, CHUNKS)
  for (const [what, bytes] of [
    ['is cut short', whole.slice(0, -1)],
    ['has something after its end', Uint8Array.from([...whole, 0])],
    ['has filters', Uint8Array.from([...whole.slice(0, -3), 0x81, 0, 0x80, 0x80])],
    ['is a number', Uint8Array.from([...whole.slice(0, 12), 1])],
    ['holds a map', Uint8Array.from([...whole.slice(0, 12), 0xa0])],
    ['is a list longer than its bytes', Uint8Array.from([...whole.slice(0, 12), 0x9a, 0xff, 0xff, 0xff, 0xff])],
  ] as const) {
    test(`is refused when it ${what}`, () => {
      assert.throws(() => readTable(bytes), { message: 'the search engine wrote a table of contents of another kind' })
    })
  }
})

suite('the chunks that may hold words that begin so', () => {
  const chunks = [
    { from: '1', to: 'co', name: 'a' },
    { from: 'cr', to: 'creaˬ', name: 'b' },
    { from: 'cri', to: 'z', name: 'c' },
  ]
  const cases: [title: string, beginning: string, names: string][] = [
    ['are those that hold some of them', 'c', 'abc'],
    ['are one where all lie in it', 'cop', 'a'],
    ['are one whose last word is told by its beginning', 'zoo', 'c'],
    ['are those on both sides of a border', 'cr', 'bc'],
    ['are one where the border lies beside', 'crea', 'b'],
    ['are none where no word begins so', '0', ''],
  ]
  for (const [title, beginning, names] of cases) {
    test(title, () => {
      assert.equal(
        chunksWith(chunks, beginning)
          .map(({ name }) => name)
          .join(''),
        names,
      )
    })
  }
})
