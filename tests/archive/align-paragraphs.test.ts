import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { alignParagraphs } from '#archive/align-paragraphs.ts'
import {
  fingerprintOf,
  formatParagraphs,
  formatRemoved,
  normalise,
  numberingOf,
  parseRemoved,
} from '#archive/paragraph-numbers.ts'
import { edits, LivingText, makeParagraphs } from './edited-text.ts'

const COURSE = 'The course on overseas copyright risk was held in Changsha from 11 to 13 December.'
const GUESTS = 'Officials of eleven provinces, three associations and forty enterprises took part.'
const SPEECH = 'Wang Zhicheng said that enterprises must know the law of the markets in which they sell.'
const CLOSING = 'A second course, for the provinces of the south-west, is planned for the spring of 2025.'
const RAIN = 'Heavy rain closed the mountain road between the two villages for most of the week.'

/** A text whose paragraphs are numbered from 1, the same text edited, and what becomes of the numbers. */
interface Case {
  title: string
  before: string[]
  after: string[]
  numbers: number[]
  removed: [number, number][]
}

const cases: Case[] = [
  {
    title: 'a text that is as it was keeps all its numbers',
    before: [COURSE, GUESTS, SPEECH],
    after: [COURSE, GUESTS, SPEECH],
    numbers: [1, 2, 3],
    removed: [],
  },
  {
    title: 'spaces and line breaks make no difference',
    before: [COURSE, GUESTS],
    after: [COURSE.replaceAll(' ', '\n'), ` ${GUESTS} `],
    numbers: [1, 2],
    removed: [],
  },
  {
    title: 'nor does how a letter with an accent is written',
    before: ['Café', 'Zoé'],
    after: ['Cafe\u0301', 'Zoe\u0301'],
    numbers: [1, 2],
    removed: [],
  },
  {
    title: 'a typing error that is put right changes no number',
    before: [COURSE.replace('Changsha', 'Chansgha'), GUESTS],
    after: [COURSE, GUESTS],
    numbers: [1, 2],
    removed: [],
  },
  {
    title: 'nor do several in one paragraph that moves as well',
    before: [COURSE, GUESTS, SPEECH],
    after: [GUESTS, SPEECH.replace('said', 'says').replace('sell', 'trade'), COURSE.replace('11 to 13', '11 till 14')],
    numbers: [2, 3, 1],
    removed: [],
  },
  {
    title: 'an inserted paragraph gets a number of its own, and those after it keep theirs',
    before: [COURSE, GUESTS, SPEECH],
    after: [COURSE, RAIN, GUESTS, SPEECH],
    numbers: [1, 4, 2, 3],
    removed: [],
  },
  {
    title: 'so does one at the beginning, and one at the end',
    before: [COURSE, GUESTS],
    after: [RAIN, COURSE, GUESTS, CLOSING],
    numbers: [3, 1, 2, 4],
    removed: [],
  },
  {
    title: 'for a removed paragraph the one before it stands in',
    before: [COURSE, GUESTS, SPEECH],
    after: [COURSE, SPEECH],
    numbers: [1, 3],
    removed: [[2, 1]],
  },
  {
    title: 'for a removed first paragraph the one that is first now stands in',
    before: [COURSE, GUESTS, SPEECH],
    after: [GUESTS, SPEECH],
    numbers: [2, 3],
    removed: [[1, 2]],
  },
  {
    title: 'a paragraph that moves takes its number with it',
    before: [COURSE, GUESTS, SPEECH, CLOSING],
    after: [CLOSING, COURSE, GUESTS, SPEECH],
    numbers: [4, 1, 2, 3],
    removed: [],
  },
  {
    title: 'a number does not go to other words that stand where its paragraph stood',
    before: [COURSE, GUESTS, SPEECH],
    after: [COURSE, RAIN, SPEECH],
    numbers: [1, 4, 3],
    removed: [[2, 1]],
  },
  {
    title: 'of a divided paragraph the largest piece keeps the number',
    before: [COURSE, `${GUESTS} ${SPEECH} Others agreed.`, CLOSING],
    after: [COURSE, GUESTS, `${SPEECH} Others agreed.`, CLOSING],
    numbers: [1, 4, 2, 3],
    removed: [],
  },
  {
    title: 'however many pieces there are',
    before: [[COURSE, GUESTS, SPEECH, CLOSING, `${RAIN} And so it was.`].join(' ')],
    after: [COURSE, GUESTS, SPEECH, CLOSING, `${RAIN} And so it was.`],
    numbers: [2, 3, 4, 5, 1],
    removed: [],
  },
  {
    title: 'joined paragraphs have the number of the larger one, which stands in for the smaller',
    before: [COURSE, `${GUESTS} So the hall was full.`, SPEECH],
    after: [`${COURSE} ${GUESTS} So the hall was full.`, SPEECH],
    numbers: [2, 3],
    removed: [[1, 2]],
  },
  {
    title: 'also when the larger one comes first',
    before: [SPEECH, `${GUESTS} So the hall was full.`, COURSE],
    after: [SPEECH, `${GUESTS} So the hall was full. ${COURSE}`],
    numbers: [1, 2],
    removed: [[3, 2]],
  },
  {
    title: 'equal paragraphs keep their numbers in their order',
    before: ['Yes.', COURSE, 'Yes.', GUESTS, 'Yes.'],
    after: ['Yes.', COURSE, 'Yes.', GUESTS, 'Yes.', RAIN],
    numbers: [1, 2, 3, 4, 5, 6],
    removed: [],
  },
  {
    title: 'of equal paragraphs the one between the same neighbours is the same one',
    before: ['Yes.', COURSE, 'Yes.', GUESTS, 'Yes.'],
    after: [COURSE, 'Yes.', GUESTS],
    numbers: [2, 3, 4],
    removed: [
      [1, 2],
      [5, 4],
    ],
  },
  {
    title: 'one more of equal paragraphs gets a number of its own',
    before: ['Yes.', COURSE],
    after: ['Yes.', COURSE, 'Yes.'],
    numbers: [1, 2, 3],
    removed: [],
  },
  {
    title: 'Chinese is compared by its characters',
    before: [
      '版权产业海外风险防控培训班在长沙举办。',
      '来自全国的一百二十名代表参加了培训。',
      '会议由湖南省版权局承办。',
    ],
    after: [
      '来自全国的一百三十名代表参加了本次培训。',
      '版权产业境外风险防控培训班在湖南长沙举办。',
      '下一期将于春天在昆明举行。',
    ],
    numbers: [2, 1, 4],
    removed: [[3, 2]],
  },
  {
    title: 'one word is a paragraph as well, and its typing errors are told from other words',
    before: ['Beijing', 'Changsha', 'Kunming'],
    after: ['Beijng', 'Geneva', 'Kunming'],
    numbers: [1, 4, 3],
    removed: [[2, 1]],
  },
  {
    title: 'paragraphs of one mould are told apart by what differs',
    before: ['In 1990 it heard 120 cases.', 'In 1991 it heard 80 cases.', 'In 1992 it heard 45 cases.'],
    after: ['In 1990 it heard 121 cases.', 'In 1992 it heard 46 cases.'],
    numbers: [1, 3],
    removed: [[2, 1]],
  },
  {
    title: 'when all is written anew no number stays, and all links lead to the beginning',
    before: [COURSE, GUESTS],
    after: [RAIN, '一场大雨封闭了两村之间的山路。'],
    numbers: [3, 4],
    removed: [
      [1, 3],
      [2, 3],
    ],
  },
  {
    title: 'the first paragraphs are numbered from 1',
    before: [],
    after: [COURSE, GUESTS],
    numbers: [1, 2],
    removed: [],
  },
  {
    title: 'where no paragraph is left nothing stands in',
    before: [COURSE, GUESTS],
    after: [],
    numbers: [],
    removed: [
      [1, 0],
      [2, 0],
    ],
  },
  { title: 'nothing comes of nothing', before: [], after: [], numbers: [], removed: [] },
]

suite('the numbers of paragraphs', () => {
  for (const { title, before, after, numbers, removed } of cases) {
    test(title, () => {
      const aligned = alignParagraphs(
        before.map((text, index) => ({ number: index + 1, text })),
        after,
      )
      assert.deepEqual(aligned, { numbers, removed: new Map(removed) })
    })
  }

  test('a paragraph that comes back has the number it had', () => {
    const past = new Map([COURSE, GUESTS, SPEECH].map((text, index) => [text, index + 1]))
    const before = [
      { number: 1, text: COURSE },
      { number: 3, text: SPEECH },
    ]
    assert.deepEqual(alignParagraphs(before, [COURSE, SPEECH, GUESTS, RAIN], past, 3), {
      numbers: [1, 3, 2, 4],
      removed: new Map(),
    })
  })

  test('it has it even where it takes the place of one that is much like it', () => {
    const [older, newer] = ['In 1990 the court heard 120 cases.', 'In 1991 the court heard 80 cases.']
    const past = new Map([
      [older, 1],
      [newer, 2],
    ])
    assert.deepEqual(alignParagraphs([{ number: 2, text: newer }], [older], past, 2), {
      numbers: [1],
      removed: new Map([[2, 1]]),
    })
  })

  test('one that is restored after it was changed was never gone', () => {
    const past = new Map([
      [GUESTS, 2],
      [RAIN, 2],
    ])
    const before = [
      { number: 1, text: COURSE },
      { number: 2, text: RAIN },
    ]
    assert.deepEqual(alignParagraphs(before, [COURSE, GUESTS], past, 2), { numbers: [1, 2], removed: new Map() })
  })

  test('a number that was removed is not given to another paragraph', () => {
    const before = [{ number: 1, text: COURSE }]
    assert.deepEqual(alignParagraphs(before, [COURSE, GUESTS], new Map([[SPEECH, 2]]), 2), {
      numbers: [1, 3],
      removed: new Map(),
    })
  })

  test('whatever is inserted, deleted, moved, mistyped, divided, joined and restored, a number means the same paragraph', () => {
    const rounds = fc.array(fc.array(edits, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 10 }), rounds, (seed, count, scripts) => {
        const text = new LivingText(makeParagraphs(seed), count)
        const recorded = new RecordedText()
        recorded.record(text)
        for (const script of scripts) {
          text.edit(script)
          recorded.record(text)
        }
      }),
      { numRuns: 300 },
    )
  })
})

/** What the ledger would hold of a text, and whose numbers are whose. */
class RecordedText {
  readonly #owners = new Map<number, number>()
  readonly #numbers = new Map<number, number>()
  readonly #past = new Map<string, number>()
  readonly #versions: { paragraphs: string; removed: string }[] = []
  #before: { number: number; text: string }[] = []

  /** Number the paragraphs of a text as recording does, and compare the numbers with who the paragraphs are. */
  record({ paragraphs }: LivingText): void {
    const texts = paragraphs.map(({ text }) => text)
    const last = Math.max(0, ...this.#owners.keys())
    const { numbers, removed } = alignParagraphs(this.#before, texts, this.#past, last)
    for (const [index, { identity, text }] of paragraphs.entries()) {
      const number = numbers[index] ?? 0
      assert.equal(number, this.#numbers.get(identity) ?? number, `“${text}” has lost its number`)
      assert.equal(this.#owners.get(number) ?? identity, identity, `“${text}” has the number of another`)
      this.#numbers.set(identity, number)
      this.#owners.set(number, identity)
    }
    const gone = this.#before.map(({ number }) => number).filter((number) => !numbers.includes(number))
    assert.deepEqual([...removed.keys()], gone)
    for (const instead of removed.values()) assert.ok(numbers.includes(instead), 'what stands in is there')

    this.#before = texts.map((text, index) => ({ number: numbers[index] ?? 0, text }))
    for (const { number, text } of this.#before) this.#past.set(normalise(text), number)
    const printed = this.#before.map(({ number, text }) => ({ number, fingerprint: fingerprintOf(text) }))
    this.#versions.push({ paragraphs: formatParagraphs(printed), removed: formatRemoved(removed) })
    const led = parseRemoved(numberingOf(this.#versions)?.removed ?? '')
    for (const number of this.#owners.keys()) {
      assert.ok(numbers.includes(led.get(number) ?? number), `#p${String(number)} leads nowhere`)
    }
  }
}
