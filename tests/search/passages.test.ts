import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { findPassages } from '#search/passages.ts'

/** w0 w1 w2 …: the place of a word is its name. */
function wordsUpTo(length: number): string {
  return wordsFrom(0, length)
}

/** The words from one place up to another, the latter not included. */
function wordsFrom(from: number, to: number): string {
  return Array.from({ length: to - from }, (_, index) => `w${String(from + index)}`).join(' ')
}

suite('passages of a found report', () => {
  test('are its paragraphs with the words that were searched for marked', () => {
    const found = {
      text: 'The title The risks of copyright are known. The risks grow.',
      locations: [3, 9],
      anchors: [
        { id: 'p1', location: 2 },
        { id: 'p2', location: 8 },
      ],
    }
    assert.deepEqual(findPassages(found, 2), [
      {
        anchor: 'p1',
        runs: [
          { text: 'The ', marked: false },
          { text: 'risks', marked: true },
          { text: ' of copyright are known.', marked: false },
        ],
      },
      {
        anchor: 'p2',
        runs: [
          { text: 'The ', marked: false },
          { text: 'risks', marked: true },
          { text: ' grow.', marked: false },
        ],
      },
    ])
  })

  test('begin with the paragraph that holds the most of them', () => {
    const found = {
      text: wordsUpTo(30),
      locations: [5, 12, 14, 25],
      anchors: [
        { id: 'p1', location: 0 },
        { id: 'p2', location: 10 },
        { id: 'p3', location: 20 },
      ],
    }
    assert.deepEqual(
      findPassages(found, 3).map(({ anchor }) => anchor),
      ['p2', 'p1', 'p3'],
    )
    assert.deepEqual(
      findPassages(found, 1).map(({ anchor }) => anchor),
      ['p2'],
    )
  })

  test('have marks beside each other for words beside each other', () => {
    const found = { text: 'copyright risks grow', locations: [0, 1], anchors: [{ id: 'p1', location: 0 }] }
    assert.deepEqual(findPassages(found, 1)[0]?.runs, [
      { text: 'copyright', marked: true },
      { text: ' ', marked: false },
      { text: 'risks', marked: true },
      { text: ' grow', marked: false },
    ])
  })

  test('are cut out of a long paragraph, with an ellipsis on both sides', () => {
    const found = { text: wordsUpTo(100), locations: [50], anchors: [{ id: 'p1', location: 0 }] }
    assert.deepEqual(findPassages(found, 1)[0]?.runs, [
      { text: `… ${wordsFrom(42, 50)} `, marked: false },
      { text: 'w50', marked: true },
      { text: ` ${wordsFrom(51, 78)}`, marked: false },
      { text: ' …', marked: false },
    ])
  })

  test('at the beginning of a long paragraph have an ellipsis only after them', () => {
    const found = { text: wordsUpTo(100), locations: [3], anchors: [{ id: 'p1', location: 0 }] }
    assert.deepEqual(findPassages(found, 1)[0]?.runs, [
      { text: 'w0 w1 w2 ', marked: false },
      { text: 'w3', marked: true },
      { text: ` ${wordsFrom(4, 36)}`, marked: false },
      { text: ' …', marked: false },
    ])
  })

  test('at the end of a long paragraph have an ellipsis only before them', () => {
    const found = { text: wordsUpTo(100), locations: [99], anchors: [{ id: 'p1', location: 0 }] }
    assert.deepEqual(findPassages(found, 1)[0]?.runs, [
      { text: `… ${wordsFrom(64, 99)} `, marked: false },
      { text: 'w99', marked: true },
    ])
  })

  test('are cut where the words stand closest together', () => {
    const found = { text: wordsUpTo(200), locations: [10, 100, 105, 110], anchors: [{ id: 'p1', location: 0 }] }
    const runs = findPassages(found, 1)[0]?.runs ?? []
    assert.deepEqual(
      runs.filter(({ marked }) => marked).map(({ text }) => text),
      ['w100', 'w105', 'w110'],
    )
  })

  test('never run into the next paragraph', () => {
    const found = {
      text: wordsUpTo(100),
      locations: [19],
      anchors: [
        { id: 'p1', location: 10 },
        { id: 'p2', location: 20 },
      ],
    }
    assert.deepEqual(findPassages(found, 1)[0]?.runs, [
      { text: `${wordsFrom(10, 19)} `, marked: false },
      { text: 'w19', marked: true },
    ])
  })

  test('of Chinese have no spaces between the words', () => {
    const text = ['标题', '版权', '风险', '的', '防范', '。'].join('\u200b')
    assert.deepEqual(findPassages({ text, locations: [2], anchors: [{ id: 'p1', location: 1 }] }, 1), [
      {
        anchor: 'p1',
        runs: [
          { text: '版权', marked: false },
          { text: '风险', marked: true },
          { text: '的防范。', marked: false },
        ],
      },
    ])
  })

  test('of long Chinese have ellipses without spaces', () => {
    const text = Array.from({ length: 100 }, () => '字').join('\u200b')
    assert.deepEqual(findPassages({ text, locations: [50], anchors: [{ id: 'p1', location: 0 }] }, 1)[0]?.runs, [
      { text: `…${'字'.repeat(8)}`, marked: false },
      { text: '字', marked: true },
      { text: '字'.repeat(27), marked: false },
      { text: '…', marked: false },
    ])
  })

  test('are none when the words stand only in the title', () => {
    assert.deepEqual(
      findPassages({ text: wordsUpTo(20), locations: [0, 1], anchors: [{ id: 'p1', location: 5 }] }, 2),
      [],
    )
  })

  test('are none when nothing was found, or nothing has a number', () => {
    const anchors = [{ id: 'p1', location: 0 }]
    assert.deepEqual(findPassages({ text: wordsUpTo(20), locations: [], anchors }, 2), [])
    assert.deepEqual(findPassages({ text: '', locations: [], anchors: [] }, 2), [])
    assert.deepEqual(findPassages({ text: wordsUpTo(20), locations: [3], anchors: [] }, 2), [])
  })

  test('lead to a table, a note or a heading when the words stand there', () => {
    const anchors = [
      { id: 'p1', location: 0 },
      { id: 'table-1', location: 5 },
      { id: 'table-1-caption', location: 5 },
      { id: 'section-risks', location: 10 },
      { id: 'note-fn-1', location: 15 },
    ]
    for (const [at, place] of [
      [6, 'table-1'],
      [11, 'section-risks'],
      [16, 'note-fn-1'],
    ] as const) {
      assert.deepEqual(
        findPassages({ text: wordsUpTo(20), locations: [at], anchors }, 2).map(({ anchor }) => anchor),
        [place],
      )
    }
  })

  test('do not mind references to notes, nor the order of the anchors', () => {
    const found = {
      text: wordsUpTo(20),
      locations: [12],
      anchors: [
        { id: 'p2', location: 10 },
        { id: 'section-risks', location: 8 },
        { id: 'note-fnref-1', location: 11 },
        { id: 'p1', location: 0 },
      ],
    }
    assert.deepEqual(
      findPassages(found, 2).map(({ anchor }) => anchor),
      ['p2'],
    )
  })

  test('mark a word once that is found twice', () => {
    const found = { text: wordsUpTo(5), locations: [2, 2, 2], anchors: [{ id: 'p1', location: 0 }] }
    assert.deepEqual(findPassages(found, 1)[0]?.runs, [
      { text: 'w0 w1 ', marked: false },
      { text: 'w2', marked: true },
      { text: ' w3 w4', marked: false },
    ])
  })

  test('are whole stretches of one paragraph, of 36 words at most, with a mark on each word found in them and no other', () => {
    const some = fc.record({
      length: fc.integer({ min: 1, max: 200 }),
      locations: fc.array(fc.integer({ min: 0, max: 199 })),
      starts: fc.uniqueArray(fc.integer({ min: 0, max: 199 }), { maxLength: 6 }),
    })
    fc.assert(
      fc.property(some, ({ length, locations, starts }) => {
        const inText = (at: number): boolean => at < length
        const anchors = starts.filter(inText).map((location, index) => ({ id: `p${String(index)}`, location }))
        const found = { text: wordsUpTo(length), locations: locations.filter(inText), anchors }
        const ends = [...anchors.map(({ location }) => location), length].sort((a, b) => a - b)

        for (const { anchor, runs } of findPassages(found, 10)) {
          const start = anchors.find(({ id }) => id === anchor)?.location ?? NaN
          const end = ends.find((other) => other > start) ?? NaN
          const words = runs.flatMap(({ text, marked }) =>
            Array.from(text.matchAll(/w(\d+)/g), ([, at]) => ({ at: Number(at), marked })),
          )
          const from = words[0]?.at ?? NaN
          const to = from + words.length
          assert.ok(from >= start && to <= end && words.length <= 36)
          assert.deepEqual(
            words,
            words.map((_, index) => ({ at: from + index, marked: found.locations.includes(from + index) })),
          )
          assert.ok(words.some(({ marked }) => marked))
          assert.equal(
            runs.map(({ text }) => text).join(''),
            (from > start ? '… ' : '') + wordsFrom(from, to) + (to < end ? ' …' : ''),
          )
        }
      }),
    )
  })
})
