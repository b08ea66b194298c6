import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { decodeCore, decodeValues, encodeCore, encodeValues, type ValueLists } from '#search/columns.ts'

const core = {
  days: [
    ['2024', 3],
    ['2024-12', 1],
    ['2024-12-20', 2],
    ['2025-01-02', 1],
  ],
  lengths: Uint32Array.of(0, 1, 3, 7, 15, 31, 1023),
  kind: new Map([
    ['news', Uint32Array.of(0, 1, 2, 5, 6)],
    ['ruling', Uint32Array.of(3, 4)],
  ]),
  lang: new Map([
    ['en', Uint32Array.of(0, 2, 4, 6)],
    ['zh-Hans', Uint32Array.of(1, 3, 5)],
  ]),
} as const

/** Ordinals below a size, rising. */
function ordinalsBelow(size: number): fc.Arbitrary<Uint32Array> {
  return fc
    .uniqueArray(fc.nat(Math.max(0, size - 1)), { maxLength: size })
    .map((ordinals) => Uint32Array.from(ordinals).sort())
}

function listsBelow(size: number): fc.Arbitrary<ValueLists> {
  return fc
    .array(fc.tuple(fc.string({ unit: 'binary' }), ordinalsBelow(size)), { maxLength: 8 })
    .map((entries) => new Map(entries))
}

/** Days, months and years, each once, with how many reports have them. */
const someDays = fc
  .array(
    fc.tuple(
      fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
      fc.constantFrom(4, 7, 10),
      fc.integer({ min: 1, max: 5 }),
    ),
  )
  .map((entries) => new Map(entries.map(([date, precision, count]) => [date.toISOString().slice(0, precision), count])))
  .map((days) => [...days].sort(([a], [b]) => (a < b ? -1 : 1)))

const someCore = someDays.chain((days) => {
  const size = days.reduce((sum, [, count]) => sum + count, 0)
  return fc.record({
    days: fc.constant(days),
    lengths: fc.array(fc.nat(20_000), { minLength: size, maxLength: size }).map((lengths) => Uint32Array.from(lengths)),
    kind: listsBelow(size),
    lang: listsBelow(size),
  })
})

/** The core of an index of so many reports, all of one day, with such lengths. */
function coreOf(lengths: Uint32Array): Parameters<typeof encodeCore>[0] {
  return { days: [['2024-12-20', lengths.length]], lengths, kind: new Map(), lang: new Map() }
}

/** Each length that a report may have, and the longest that can be stored. */
const everyLength = Uint32Array.from([...Array(100_000).keys(), 2 ** 31, 2 ** 32 - 2, 2 ** 32 - 1])

function writeThenRead(lengths: Uint32Array): Uint32Array {
  return decodeCore(encodeCore(coreOf(lengths))).lengths
}

suite('the core columns of an index', () => {
  test('are read as they were written', () => {
    assert.deepEqual(decodeCore(encodeCore(core)), core)
  })

  test('are few bytes: version, days, lengths, kinds, languages', () => {
    const small = {
      days: [
        ['2024-12', 1],
        ['2024-12-20', 2],
      ],
      lengths: Uint32Array.of(0, 1, 1023),
      kind: new Map([['news', Uint32Array.of(0, 1, 2)]]),
      lang: new Map([['en', Uint32Array.of(2)]]),
    } as const
    assert.deepEqual(
      [...encodeCore(small)],
      [
        [1],
        [2, 0, 7, ...Buffer.from('2024-12'), 1, 7, 3, ...Buffer.from('-20'), 2],
        [0, 2, 20],
        [1, 4, ...Buffer.from('news'), 3, 0, 0, 0],
        [1, 2, ...Buffer.from('en'), 1, 2],
      ].flat(),
    )
  })

  test('of an index without reports are empty', () => {
    const none = { days: [], lengths: new Uint32Array(), kind: new Map(), lang: new Map() }
    assert.deepEqual(decodeCore(encodeCore(none)), none)
  })

  test('of any reports are read as they were written, but for the lengths', () => {
    fc.assert(
      fc.property(someCore, (some) => {
        const { lengths, ...others } = decodeCore(encodeCore(some))
        const { lengths: written, ...rest } = some
        assert.deepEqual(others, rest)
        assert.equal(lengths.length, written.length)
      }),
    )
  })

  test('keep each length to a fifth or a word, up to the longest', () => {
    const readLengths = writeThenRead(everyLength)
    const wrong = everyLength.find((written, index) => {
      const read = readLengths[index] ?? NaN
      return !(Math.abs(read - written) <= Math.max(1, written / 5))
    })
    assert.equal(wrong, undefined)
  })

  test('keep the order of lengths', () => {
    const readLengths = writeThenRead(everyLength)
    assert.equal(
      readLengths.find((length, index) => length < (readLengths[index - 1] ?? 0)),
      undefined,
    )
  })

  test('are the same bytes when they are read and written again', () => {
    assert.ok(Buffer.from(encodeCore(coreOf(everyLength))).equals(encodeCore(coreOf(writeThenRead(everyLength)))))
    fc.assert(
      fc.property(someCore, (some) => {
        const bytes = encodeCore(some)
        assert.deepEqual(encodeCore(decodeCore(bytes)), bytes)
      }),
    )
  })

  test('are not written when days and lengths disagree about how many reports there are', () => {
    assert.throws(() => encodeCore({ ...core, lengths: Uint32Array.of(1, 2) }), {
      message: 'the days hold 7 reports, but there are 2 lengths',
    })
  })

  test('are not written with a report that is not there', () => {
    assert.throws(() => encodeCore({ ...core, kind: new Map([['news', Uint32Array.of(2, 7)]]) }), {
      message: '“news” has report 7 of 7',
    })
  })

  test('are refused when they are cut short, wherever that is', () => {
    const bytes = encodeCore(core)
    for (const end of bytes.keys()) {
      assert.throws(() => decodeCore(bytes.subarray(0, end)), {
        message: `the columns are cut short after ${String(end)} bytes`,
      })
    }
  })

  test('are refused when they are of another version, or too long', () => {
    const bytes = encodeCore(core)
    assert.throws(() => decodeCore(bytes.with(0, 2)), { message: 'the columns hold version 2, where 1 is known' })
    assert.throws(() => decodeCore(Uint8Array.of(...bytes, 0, 0)), {
      message: 'the columns hold 2 bytes after their end',
    })
  })

  test('are refused with a date that begins like a longer one, a length beyond all, or a report that is not there', () => {
    for (const [bytes, what] of [
      [[1, 1, 1], 'a date that begins like a longer one'],
      [[1, 1, 0, 1, 0x32, 1, 129, 0, 0], 'a length of level 129'],
      [[1, 1, 0, 1, 0x32, 1, 4, 1, 1, 0x61, 1, 1, 0], 'report 1 of 1'],
    ] as const) {
      assert.throws(() => decodeCore(Uint8Array.from(bytes)), { message: `the columns hold ${what}` })
    }
  })

  test('that are damaged are either refused with a sentence or read as other columns', () => {
    const bytes = encodeCore(core)
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(255), (at, byte) => {
        try {
          const { days, lengths } = decodeCore(bytes.with(at, byte))
          assert.equal(
            days.reduce((sum, [, count]) => sum + count, 0),
            lengths.length,
          )
        } catch (error) {
          assert.match(String(error), /^Error: the columns (?:hold|are cut short)/)
        }
      }),
    )
  })
})

suite('the lists of a facet', () => {
  test('are read as they were written, in the same order', () => {
    const lists = new Map([
      ['wipo', Uint32Array.of(0, 1, 2, 300, 2 ** 32 - 1)],
      ['伯尔尼', Uint32Array.of(5)],
      ['', new Uint32Array()],
      ['\ufeffa', Uint32Array.of(2 ** 32 - 1)],
    ])
    const read = decodeValues(encodeValues(lists))
    assert.deepEqual(read, lists)
    assert.deepEqual([...read.keys()], [...lists.keys()])
  })

  test('write how many reports are left out before each', () => {
    const lists = new Map([
      ['a', Uint32Array.of(0, 1, 2, 5)],
      ['b', Uint32Array.of(300)],
    ])
    assert.deepEqual([...encodeValues(lists)], [1, 2, 1, 0x61, 4, 0, 0, 0, 2, 1, 0x62, 1, 0b1010_1100, 0b0000_0010])
  })

  test('of any values are read as they were written', () => {
    fc.assert(
      fc.property(listsBelow(2 ** 32), (lists) => {
        const read = decodeValues(encodeValues(lists))
        assert.deepEqual(read, lists)
        assert.deepEqual([...read.keys()], [...lists.keys()])
      }),
    )
  })

  test('are read from a part of other bytes', () => {
    const lists = new Map([['a', Uint32Array.of(3, 9)]])
    const bytes = encodeValues(lists)
    const among = Uint8Array.of(7, 7, ...bytes, 7)
    assert.deepEqual(decodeValues(among.subarray(2, 2 + bytes.length)), lists)
  })

  test('are not written when they do not rise', () => {
    for (const [ordinals, at] of [
      [[4, 3], 3],
      [[4, 4], 4],
    ] as const) {
      assert.throws(() => encodeValues(new Map([['wipo', Uint32Array.from(ordinals)]])), {
        message: `the reports of “wipo” do not rise at ${String(at)}`,
      })
    }
  })

  test('are refused when they are cut short, wherever that is', () => {
    const bytes = encodeValues(new Map([...core.kind, ['伯尔尼', Uint32Array.of(100_000)]]))
    for (const end of bytes.keys()) {
      assert.throws(() => decodeValues(bytes.subarray(0, end)), {
        message: `the columns are cut short after ${String(end)} bytes`,
      })
    }
  })

  test('are refused when they are malformed', () => {
    for (const [bytes, what] of [
      [[9], 'version 9, where 1 is known'],
      [[1, 0, 0], '1 bytes after their end'],
      [[1, 0x80, 0x80, 0x80, 0x80, 0x80, 0], 'a number of more than 32 bits'],
      [[1, 0xff, 0xff, 0xff, 0xff, 0x1f], 'a number of more than 32 bits'],
      [[1, 2, 1, 0x61, 0, 1, 0x61, 0], '“a” twice'],
      [[1, 1, 1, 0xff, 0], 'a text that is not UTF-8'],
      [[1, 1, 0, 2, 0xff, 0xff, 0xff, 0xff, 0x0f, 0], 'report 4294967296 of 4294967296'],
    ] as const) {
      assert.throws(() => decodeValues(Uint8Array.from(bytes)), { message: `the columns hold ${what}` })
    }
  })

  test('that say that they are many take no memory for it', () => {
    const before = process.memoryUsage().arrayBuffers
    for (const bytes of [
      [1, 0xff, 0xff, 0xff, 0xff, 0x0f],
      [1, 1, 0, 0xff, 0xff, 0xff, 0xff, 0x0f],
      [1, 1, 0xff, 0xff, 0xff, 0xff, 0x0f],
    ]) {
      assert.throws(() => decodeValues(Uint8Array.from(bytes)), {
        message: `the columns are cut short after ${String(bytes.length)} bytes`,
      })
    }
    assert.ok(process.memoryUsage().arrayBuffers - before < 2 ** 24)
  })

  test('of bytes by chance are either refused with a sentence or read', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        try {
          for (const ordinals of decodeValues(Uint8Array.of(1, ...bytes)).values()) {
            assert.deepEqual(ordinals, ordinals.toSorted())
          }
        } catch (error) {
          assert.match(String(error), /^Error: the columns (?:hold|are cut short)/)
        }
      }),
    )
  })
})
