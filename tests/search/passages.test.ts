import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import type { Sequence } from '#search/matches.ts'
import { beginningOf, findPassages, markText, type Run } from '#search/passages.ts'
import type { Block } from '#search/record.ts'

/** Words one after the other: `treaty|treaties of`. */
function sequence(text: string): Sequence {
  return { words: text.split(' ').map((forms) => forms.split('|')), isExact: false }
}

/** Words of three letters, w00 w01 w02 …, from one up to another that is not included: a space and a word are four wide. */
function wordsFrom(from: number, to: number): string {
  return Array.from({ length: to - from }, (_, index) => `w${String(from + index).padStart(2, '0')}`).join(' ')
}

/** Different letters of Chinese. */
function lettersFrom(from: number, to: number): string {
  return Array.from({ length: to - from }, (_, index) => String.fromCharCode(0x4e00 + from + index)).join('')
}

/** Runs as text with brackets around what is marked. */
function write(runs: readonly Run[] | undefined): string {
  return (runs ?? []).map(({ text, marked }) => (marked ? `[${text}]` : text)).join('')
}

/** The passages as text, each with the place that it leads to. */
function passagesOf(
  blocks: readonly Block[],
  searched: readonly string[],
  count = 2,
): [anchor: string, text: string][] {
  return findPassages(blocks, searched.map(sequence), count).map(({ anchor, runs }) => [anchor, write(runs)])
}

suite('passages of a found report', () => {
  test('are its paragraphs with the words that were searched for marked', () => {
    const blocks: Block[] = [
      ['p1', 'The risks of copyright are known.'],
      ['p2', 'Nothing here.'],
      ['p3', 'The Risks grow.'],
    ]
    assert.deepEqual(findPassages(blocks, [sequence('risk|risks')], 2), [
      {
        anchor: 'p1',
        runs: [
          { text: 'The ', marked: false },
          { text: 'risks', marked: true },
          { text: ' of copyright are known.', marked: false },
        ],
      },
      {
        anchor: 'p3',
        runs: [
          { text: 'The ', marked: false },
          { text: 'Risks', marked: true },
          { text: ' grow.', marked: false },
        ],
      },
    ])
  })

  const risks: Block[] = [
    ['p1', 'A risk.'],
    ['p2', 'Risk, risk and risk.'],
    ['p3', 'The copyright risk.'],
    ['p4', 'Risk and risk.'],
  ]
  const cases: [title: string, blocks: Block[], searched: string[], passages: [anchor: string, text: string][]][] = [
    ['are none when nothing of it stands in the text', risks, ['treaty'], []],
    ['are none when nothing was searched for', risks, [], []],
    ['are none of a text without words', [['p1', '…']], ['risk'], []],
    [
      'are the paragraph that holds the most different words, then the one that holds the most of them, in the order of the text',
      risks,
      ['copyright', 'risk'],
      [
        ['p2', '[Risk], [risk] and [risk].'],
        ['p3', 'The [copyright] [risk].'],
      ],
    ],
    [
      'are the first of paragraphs that hold as much',
      [
        ['p1', 'One risk.'],
        ['p2', 'Two risks.'],
      ],
      ['risk|risks'],
      [
        ['p1', 'One [risk].'],
        ['p2', 'Two [risks].'],
      ],
    ],
    [
      'may stand in a heading, a table, a note or a summary',
      [
        ['', 'A risk.'],
        ['section-risks', 'The risk'],
      ],
      ['risk'],
      [
        ['', 'A [risk].'],
        ['section-risks', 'The [risk]'],
      ],
    ],
    [
      'mark words without regard to capitals and accents',
      [['p1', 'GENÈVE, Gene\u0300ve']],
      ['geneve'],
      [['p1', '[GENÈVE], [Gene\u0300ve]']],
    ],
    [
      'mark a number as it is written',
      [['p1', 'about 1,200,000 of them']],
      ['1200000'],
      [['p1', 'about [1,200,000] of them']],
    ],
    [
      'mark words that stand together as one',
      [['p1', 'The risk of a risk of it.']],
      ['risk of it'],
      [['p1', 'The risk of a [risk of it].']],
    ],
    [
      'mark words that stand together with signs between them',
      [['p1', 'After covid-19.']],
      ['covid 19'],
      [['p1', 'After [covid-19].']],
    ],
    [
      'mark words beside each other one by one',
      [['p1', 'copyright risks']],
      ['copyright', 'risks'],
      [['p1', '[copyright] [risks]']],
    ],
    [
      'mark a word once that was searched for twice',
      [['p1', 'a risk']],
      ['risk', 'a risk', 'risk'],
      [['p1', '[a risk]']],
    ],
    ['mark only whole words', [['p1', 'brisk risky risk']], ['risk'], [['p1', 'brisk risky [risk]']]],
    [
      'of Chinese mark words wherever a dictionary would divide it',
      [['p1', '海外风险防范。']],
      ['外风 风险'],
      [['p1', '海[外风险]防范。']],
    ],
    [
      'of Chinese mark words that overlap as one',
      [['p1', '海外风险防范。']],
      ['海外 外风', '风险'],
      [['p1', '[海外风险]防范。']],
    ],
    [
      'of Chinese mark one letter wherever it stands, and not the one beside it',
      [['p1', '海外风险，险外。']],
      ['险'],
      [['p1', '海外风[险]，[险]外。']],
    ],
    ['of Chinese mark one letter before others', [['p1', '海外风险']], ['外'], [['p1', '海[外]风险']]],
    ['of Chinese mark one letter that stands alone', [['p1', '第 险 2']], ['险'], [['p1', '第 [险] 2']]],
    ['of Chinese mark a letter of a rare plane', [['p1', '家𠮷野']], ['𠮷'], [['p1', '家[𠮷]野']]],
    [
      'of Chinese mark letters that stand on both sides of a comma',
      [['p1', '海外，风险']],
      ['外 风ˑ'],
      [['p1', '海[外，风]险']],
    ],
    ['of Chinese mark every place', [['p1', '版权保护，版权']], ['版权'], [['p1', '[版权]保护，[版权]']]],
  ]
  for (const [title, blocks, searched, passages] of cases) {
    test(title, () => {
      assert.deepEqual(passagesOf(blocks, searched), passages)
    })
  }

  test('mark one letter with its marks', () => {
    assert.equal(write(markText('ｶﾞイ', [sequence('ガ')])), '[ｶﾞ]イ')
    assert.equal(write(markText('か\u3099い', [sequence('が')])), '[か\u3099]い')
  })

  test('count one letter once', () => {
    const blocks: Block[] = [
      ['p1', '权版，权版'],
      ['p2', '版权，版权'],
    ]
    assert.deepEqual(passagesOf(blocks, ['版'], 1), [['p1', '权[版]，权[版]']])
  })

  test('are as many as asked for', () => {
    for (const count of [0, 1, 2, 3, 4]) assert.equal(passagesOf(risks, ['risk'], count).length, count)
    assert.equal(passagesOf(risks, ['risk'], 10).length, 4)
  })
})

suite('a passage of a long paragraph', () => {
  const long: Block[] = [['p1', wordsFrom(0, 100)]]
  const chinese: Block[] = [['p1', lettersFrom(0, 200)]]
  const letter = (at: number): string => lettersFrom(at, at + 1)
  const cases: [title: string, blocks: Block[], searched: string[], text: string][] = [
    [
      'has an ellipsis on both sides, and a quarter of it stands before what was found',
      long,
      ['w50'],
      `…${wordsFrom(35, 50)} [w50] ${wordsFrom(51, 92)} …`,
    ],
    ['has an ellipsis only after it at the beginning', long, ['w03'], `w00 w01 w02 [w03] ${wordsFrom(4, 57)} …`],
    ['has an ellipsis only before it at the end', long, ['w99'], `…${wordsFrom(43, 99)} [w99]`],
    ['reaches the end where that is near', long, ['w90'], `…${wordsFrom(43, 90)} [w90] ${wordsFrom(91, 100)}`],
    [
      'is not cut where all of it is as wide as a passage',
      [['p1', wordsFrom(0, 57)]],
      ['w03'],
      `w00 w01 w02 [w03] ${wordsFrom(4, 57)}`,
    ],
    [
      'is cut where the words stand closest together',
      long,
      ['w05', 'w60', 'w65'],
      `…${wordsFrom(43, 60)} [w60] w61 w62 w63 w64 [w65] ${wordsFrom(66, 100)}`,
    ],
    [
      'is cut where the words stand closest together, though others stand before',
      long,
      ['w50', 'w95', 'w97', 'w99'],
      `…${wordsFrom(43, 50)} [w50] ${wordsFrom(51, 95)} [w95] w96 [w97] w98 [w99]`,
    ],
    [
      'is cut where a word stands most often',
      [['p1', `a ${wordsFrom(0, 60)} a a ${wordsFrom(60, 99)}`]],
      ['a'],
      `…${wordsFrom(43, 60)} [a] [a] ${wordsFrom(60, 99)}`,
    ],
    [
      'is cut at the first of places that hold as much',
      [['p1', `${wordsFrom(0, 20)} a ${wordsFrom(20, 99)} a`]],
      ['a'],
      `…${wordsFrom(5, 20)} [a] ${wordsFrom(20, 62)} …`,
    ],
    [
      'is cut where it is a letter too wide',
      [['p1', `${wordsFrom(0, 57)} xxx`]],
      ['w03'],
      `w00 w01 w02 [w03] ${wordsFrom(4, 57)} …`,
    ],
    [
      'is not cut within what a mark joins',
      [['p1', `${wordsFrom(0, 56)} abcd's ${wordsFrom(60, 90)}`]],
      ['w03'],
      `w00 w01 w02 [w03] ${wordsFrom(4, 56)} …`,
    ],
    [
      'is not cut where it just fits',
      [['p1', `${wordsFrom(0, 57)} xx`]],
      ['w03'],
      `w00 w01 w02 [w03] ${wordsFrom(4, 57)} xx`,
    ],
    [
      'is cut where different words stand, rather than one word often',
      [['p1', `a a a a ${wordsFrom(0, 60)} a b ${wordsFrom(60, 99)}`]],
      ['a', 'b'],
      `…${wordsFrom(43, 60)} [a] [b] ${wordsFrom(60, 99)}`,
    ],
    [
      'of Chinese counts each letter for two',
      chinese,
      [letter(100) + letter(101)],
      `…${lettersFrom(70, 100)}[${lettersFrom(100, 102)}]${lettersFrom(102, 185)}…`,
    ],
  ]
  for (const [title, blocks, searched, text] of cases) {
    test(title, () => {
      assert.deepEqual(passagesOf(blocks, searched), [['p1', text]])
    })
  }

  /** Checks one passage of a text in which nothing stands twice: `marks` are the stretches that should be marked. */
  function check(
    text: string,
    runs: readonly Run[],
    marks: readonly [start: number, end: number][],
    width: number,
  ): void {
    const shown = runs.map((run) => run.text).join('')
    const inner = shown.replaceAll('…', '')
    const start = text.indexOf(inner)
    const end = start + inner.length
    assert.ok(start >= 0, 'it is a stretch of the text')
    assert.equal(shown, (start > 0 ? '…' : '') + inner + (end < text.length ? '…' : ''))
    assert.ok(inner.length <= width, `${String(inner.length)} letters`)
    const letters = runs.flatMap((run) => Array.from(run.text.replaceAll('…', ''), () => run.marked))
    assert.deepEqual(
      letters,
      Array.from(inner, (_, index) => marks.some(([from, to]) => from <= start + index && start + index < to)),
    )
    assert.ok(letters.includes(true), 'it shows something of what was searched for')
    assert.ok(runs.every((run) => run.text !== ''))
  }

  test('is a stretch of whole words, no wider than a passage, with a mark on just what was searched for', () => {
    const places = fc.array(fc.record({ at: fc.nat({ max: 99 }), length: fc.integer({ min: 1, max: 3 }) }), {
      minLength: 1,
      maxLength: 6,
    })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), places, (count, given) => {
        const text = wordsFrom(0, count)
        const there = given.filter(({ at, length }) => at + length <= count)
        const searched = given.map(({ at, length }) => sequence(wordsFrom(at, at + length)))
        const passages = findPassages([['p1', text]], searched, 5)
        assert.equal(passages.length, there.length > 0 ? 1 : 0)
        for (const { runs } of passages) {
          const marks = there.map(({ at, length }): [number, number] => [at * 4, (at + length) * 4 - 1])
          check(text, runs, marks, 230)
          assert.match(runs.map((run) => run.text).join(''), /^…?w\d\d( w\d\d)*( …)?$/)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('of Chinese is a stretch no wider than a passage, with a mark on just what was searched for', () => {
    const places = fc.array(fc.record({ at: fc.nat({ max: 150 }), length: fc.integer({ min: 2, max: 6 }) }), {
      minLength: 1,
      maxLength: 4,
    })
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 160 }), places, (count, given) => {
        const text = lettersFrom(0, count)
        const there = given.filter(({ at, length }) => at + length <= count)
        const searched = given.map(({ at, length }) =>
          sequence(Array.from({ length: length - 1 }, (_, index) => lettersFrom(at + index, at + index + 2)).join(' ')),
        )
        for (const { runs } of findPassages([['p1', text]], searched, 5)) {
          check(
            text,
            runs,
            there.map(({ at, length }) => [at, at + length]),
            115,
          )
        }
      }),
      { numRuns: 50 },
    )
  })
})

suite('the beginning of a report that was not found by its words', () => {
  const cases: [title: string, blocks: Block[], passages: [anchor: string, text: string][]][] = [
    [
      'is its summary',
      [
        ['', 'A summary.'],
        ['p1', 'One.'],
      ],
      [['', 'A summary.']],
    ],
    [
      'is its first paragraph, not a heading or a table',
      [
        ['section-risks', 'Risks'],
        ['table-1', 'Name'],
        ['p1', 'One.'],
      ],
      [['p1', 'One.']],
    ],
    ['is cut like a passage', [['p1', wordsFrom(0, 100)]], [['p1', `${wordsFrom(0, 57)} …`]]],
    ['is nothing of a text without paragraphs', [['table-1', 'Name']], []],
    ['is nothing of nothing', [], []],
  ]
  for (const [title, blocks, passages] of cases) {
    test(title, () => {
      assert.deepEqual(
        beginningOf(blocks).map(({ anchor, runs }) => [anchor, write(runs)]),
        passages,
      )
    })
  }
})

suite('a title', () => {
  test('is shown whole, with what was searched for marked', () => {
    const title = `The risks of ${wordsFrom(0, 100)}`
    assert.deepEqual(markText(title, [sequence('risk|risks'), sequence('w99')]), [
      { text: 'The ', marked: false },
      { text: 'risks', marked: true },
      { text: ` of ${wordsFrom(0, 99)} `, marked: false },
      { text: 'w99', marked: true },
    ])
  })

  test('is one run where nothing of it was searched for, and none when it is empty', () => {
    assert.deepEqual(markText('The risks', [sequence('treaty')]), [{ text: 'The risks', marked: false }])
    assert.deepEqual(markText('The risks', []), [{ text: 'The risks', marked: false }])
    assert.deepEqual(markText('', []), [])
  })
})
