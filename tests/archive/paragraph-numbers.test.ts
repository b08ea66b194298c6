import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import {
  fingerprintOf,
  formatParagraphs,
  formatRemoved,
  numberingOf,
  parseParagraphs,
  parseRemoved,
} from '#archive/paragraph-numbers.ts'

suite('the fingerprint of a paragraph', () => {
  test('is the beginning of the SHA-256 of its words, so that anybody can compute it', () => {
    // printf 'One word.' | sha256sum | cut -c -8
    assert.equal(fingerprintOf('One word.'), '46c8fe6b')
  })

  test('is the same whatever the spaces and line breaks between them', () => {
    assert.equal(fingerprintOf('  One\n\tword. '), fingerprintOf('One word.'))
  })

  test('is the same however a letter with an accent is written', () => {
    assert.equal(fingerprintOf('Cafe\u0301'), fingerprintOf('Caf\u00e9'))
  })

  test('tells words apart by a single character', () => {
    assert.notEqual(fingerprintOf('版权'), fingerprintOf('版權'))
  })
})

suite('the paragraphs of a line of the ledger', () => {
  test('are numbers and fingerprints in the order of the text', () => {
    const paragraphs = [
      { number: 1, fingerprint: '9f86d081' },
      { number: 12, fingerprint: '60303ae2' },
    ]
    assert.equal(formatParagraphs(paragraphs), '1:9f86d081 12:60303ae2')
    assert.deepEqual(parseParagraphs('1:9f86d081 12:60303ae2'), paragraphs)
  })

  test('are none of a text that has only a table', () => {
    assert.equal(formatParagraphs([]), '')
    assert.deepEqual(parseParagraphs(''), [])
  })

  test('may be removed, each with what stands in for it', () => {
    const removed = new Map([
      [3, 2],
      [7, 0],
    ])
    assert.equal(formatRemoved(removed), '3>2 7>0')
    assert.deepEqual(parseRemoved('3>2 7>0'), removed)
    assert.deepEqual(parseRemoved(''), new Map())
  })

  test('are read back as they were written', () => {
    const number = fc.nat()
    const paragraph = fc.record(
      { number, fingerprint: fc.nat().map((value) => value.toString(16).padStart(8, '0')) },
      { noNullPrototype: true },
    )
    fc.assert(
      fc.property(fc.array(paragraph), fc.array(fc.tuple(number, number)), (paragraphs, removed) => {
        assert.deepEqual(parseParagraphs(formatParagraphs(paragraphs)), paragraphs)
        assert.deepEqual(parseRemoved(formatRemoved(new Map(removed))), new Map(removed))
      }),
    )
  })
})

suite('the numbering of a text', () => {
  const cases: [title: string, versions: { paragraphs: string; removed?: string }[], removed: string][] = [
    ['leads nowhere while nothing was removed', [{ paragraphs: '1:a 2:b' }], ''],
    [
      'leads from a removed paragraph to its stand-in',
      [{ paragraphs: '1:a 2:b 3:c' }, { paragraphs: '1:a 3:c', removed: '2>1' }],
      '2>1',
    ],
    [
      'leads on when the stand-in is removed as well',
      [{ paragraphs: '1:a 2:b 3:c' }, { paragraphs: '1:a 2:b', removed: '3>2' }, { paragraphs: '1:a', removed: '2>1' }],
      '3>1 2>1',
    ],
    [
      'needs no stand-in for a paragraph that came back',
      [{ paragraphs: '1:a 2:b' }, { paragraphs: '1:a', removed: '2>1' }, { paragraphs: '2:b 1:a' }],
      '',
    ],
    [
      'takes the latest stand-in of a paragraph that went away twice',
      [
        { paragraphs: '1:a 2:b 3:c' },
        { paragraphs: '1:a 3:c', removed: '2>1' },
        { paragraphs: '1:a 2:b 3:c' },
        { paragraphs: '1:a 3:c', removed: '2>3' },
      ],
      '2>3',
    ],
    [
      'leads on through one that stands in for what stood in for it',
      [
        { paragraphs: '1:a 2:b 3:c' },
        { paragraphs: '1:a 2:b', removed: '3>2' },
        { paragraphs: '1:a 3:c', removed: '2>3' },
        { paragraphs: '1:a', removed: '3>1' },
      ],
      '3>1 2>1',
    ],
    [
      'leads to the beginning when no paragraph was left, and stays there',
      [{ paragraphs: '1:a' }, { paragraphs: '', removed: '1>0' }, { paragraphs: '2:b' }],
      '1>0',
    ],
    [
      'leads to the beginning rather than round in a circle',
      [{ paragraphs: '1:a 2:b 3:c', removed: '2>3 3>2' }, { paragraphs: '1:a' }],
      '2>0 3>0',
    ],
  ]
  for (const [title, versions, removed] of cases) {
    test(title, () => {
      assert.deepEqual(numberingOf(versions), { paragraphs: versions.at(-1)?.paragraphs, removed })
    })
  }

  test('is unknown while no wording is recorded', () => {
    assert.equal(numberingOf([]), undefined)
  })
})
