import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { divideTyped, divideWords, fold, isUnspacedWord, RUN_START, wordAtEnd } from '#search/words.ts'

suite('the words that a text is found by', () => {
  const cases: [title: string, text: string, words: string[]][] = [
    [
      'are its runs of letters and digits, without capitals',
      'The 6th Training, held',
      ['the', '6th', 'training', 'held'],
    ],
    ['have no accents', 'Café NAÏVE, Genève', ['cafe', 'naive', 'geneve']],
    ['are the same however an accent is written', 'e\u0301te\u0301 \u00e9t\u00e9', ['ete', 'ete']],
    ['end at every sign', 'covid-19 AT&T a_b foo@bar.com', ['covid', '19', 'at', 't', 'a', 'b', 'foo', 'bar', 'com']],
    ['end at an apostrophe, straight or curly', "don't l’année", ['don', 't', 'l', 'annee']],
    ['hold digits as they stand', 'h2o 3D covid19', ['h2o', '3d', 'covid19']],
    ['are of one width', 'ＡＢＣ １２', ['abc', '12']],
    ['have no ligatures', 'ﬁnance ﬂow', ['finance', 'flow']],
    ['are plain digits where digits are raised, lowered or circled', 'x² H₂O ①', ['x2', 'h2o', '1']],
    ['hold none of the letters that mark their end in an index', 'aː bˑc dˬ eˮf', ['a', 'bc', 'd', 'ef']],
    ['are none of a text without letters and digits', ' … — ☃ 👍 ː ', []],
    ['are none of an empty text', '', []],

    ['are a whole number where its thousands are set apart', 'about 1,200,000 yuan', ['about', '1200000', 'yuan']],
    ['are a whole number beside a sign', '(¥12,345)', ['12345']],
    ['are the parts of a number with a point', '1,234.56', ['1234', '56']],
    ['are two numbers where a comma divides no thousands', '1,2 1,23 1234,567', ['1', '2', '1', '23', '1234', '567']],
    ['are the parts of a date', '2024-12-20', ['2024', '12', '20']],

    [
      'are every two letters of Chinese, and the first and the last one',
      '海外风险',
      ['海ˑ', '海外', '外风', '风险', '险'],
    ],
    ['are both letters of Chinese that has only two, and both together', '版权', ['版ˑ', '版权', '权']],
    ['are the letter itself, as the first and as the last, where Chinese has only one', '版', ['版ˑ', '版']],
    ['of Chinese end at signs', '版权。保护', ['版ˑ', '版权', '权', '保ˑ', '保护', '护']],
    ['of Chinese end at spaces', '版权\u3000保护', ['版ˑ', '版权', '权', '保ˑ', '保护', '护']],
    ['of Chinese end at Latin words and numbers', 'NCAC版权2024年', ['ncac', '版ˑ', '版权', '权', '2024', '年ˑ', '年']],
    ['of Chinese hold letters of rare planes', '𠮷野家', ['𠮷ˑ', '𠮷野', '野家', '家']],
    ['of Chinese hold the sign that repeats a letter', '人々', ['人ˑ', '人々', '々']],
    ['of Japanese keep the marks of syllables', 'かき がき', ['かˑ', 'かき', 'き', 'がˑ', 'がき', 'き']],
    [
      'of Japanese are the same in half width, whose marks are no letters of their own',
      'ｶﾞｲﾄﾞ ﾊﾟ',
      ['ガˑ', 'ガイ', 'イド', 'ド', 'パˑ', 'パ'],
    ],
    ['of Japanese hold long vowels', 'データ', ['デˑ', 'デー', 'ータ', 'タ']],
    [
      'of Korean are every two syllables between spaces',
      '저작권 보호',
      ['저ˑ', '저작', '작권', '권', '보ˑ', '보호', '호'],
    ],
    ['of Thai have no marks', 'ไม่ไป', ['ไˑ', 'ไม', 'มไ', 'ไป', 'ป']],

    ['of Greek are the same in capitals', 'ΟΔΟΣ οδός', ['οδος', 'οδος']],
    ['of Russian are the same in capitals', 'ДОГОВОР договор', ['договор', 'договор']],
    ['of Arabic have no vowel marks', 'مُحَمَّد محمد', ['محمد', 'محمد']],
    ['of Turkish have one i for its capital with a dot', 'İstanbul istanbul', ['istanbul', 'istanbul']],
  ]
  for (const [title, text, words] of cases) {
    test(title, () => {
      assert.deepEqual(
        divideWords(text).map((word) => word.text),
        words,
      )
    })
  }

  test('say where they stand, so that they can be marked', () => {
    const text = 'Genève, 1,200 (版权𠮷)'
    assert.deepEqual(
      divideWords(text).map((word) => ({ ...word, marked: text.slice(word.start, word.end) })),
      [
        { text: 'geneve', start: 0, end: 6, marked: 'Genève' },
        { text: '1200', start: 8, end: 13, marked: '1,200' },
        { text: '版ˑ', start: 15, end: 16, marked: '版' },
        { text: '版权', start: 15, end: 17, marked: '版权' },
        { text: '权𠮷', start: 16, end: 19, marked: '权𠮷' },
        { text: '𠮷', start: 17, end: 19, marked: '𠮷' },
      ],
    )
  })

  const units = [
    'a',
    'É',
    'e\u0301',
    '1',
    ',',
    '000',
    ' ',
    '-',
    '版',
    '权',
    'が',
    'か\u3099',
    'ｶﾞ',
    'ไม่',
    '한',
    '\n',
    '☃',
    '́',
  ]

  test('are what stands at their places, in their order, and nothing is left over', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...units) }), (text) => {
        const words = divideWords(text)
        for (const { text: word, start, end } of words)
          assert.equal(fold(text.slice(start, end)), word.replace(RUN_START, ''))
        words.forEach(({ start, end }, index) => {
          const next = words[index + 1]
          assert.ok(start < end && end <= text.length)
          assert.ok(next === undefined || (start <= next.start && end <= next.end))
        })
        const rest = words.reduceRight(
          (left, { start, end }) => left.slice(0, start) + ' '.repeat(end - start) + left.slice(end),
          text,
        )
        assert.doesNotMatch(rest, /[\p{L}\p{N}]/u)
      }),
    )
  })
})

suite('the words of a plain text', () => {
  test('are those that it has beside a sign of another script', () => {
    const units = ['a', 'Z', '1', '23', '456', ',', ',', '.', "'", '-', '_', ' ', '\n', '“', '’', '–', '1,234']
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...units) }), (text) => {
        assert.deepEqual(divideWords(text), divideWords(`${text} ☃`))
      }),
      { numRuns: 2000 },
    )
  })
})

suite('a word without capitals and accents', () => {
  test('changes no more when it is folded again, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const folded = fold(text)
        assert.equal(fold(folded), folded)
        assert.match(folded, /^[\p{L}\p{N}]*$/u)
        assert.doesNotMatch(folded, /[ːˑˬˮ]/)
        assert.equal(folded.toLowerCase(), folded)
      }),
      { numRuns: 1000 },
    )
  })

  test('is the same for the two ways to write each accented letter', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        assert.equal(fold(text.normalize('NFD')), fold(text.normalize('NFC')))
      }),
      { numRuns: 1000 },
    )
  })
})

suite('a Chinese character', () => {
  test('is folded as it would be among others, though no one looks', () => {
    for (let code = 0x4e00; code <= 0x9fff; code += 1) {
      const character = String.fromCodePoint(code)
      assert.equal(fold(character), fold(`é${character}`).slice(1))
    }
  })
})

suite('the words of what a reader typed', () => {
  const cases: [title: string, typed: string, words: string[]][] = [
    ['are those of a text where there are spaces', 'overseas risk', ['overseas', 'risk']],
    ['leave out the first and the last letter of Chinese, since a text may go on there', '版权', ['版权']],
    ['leave out only the first and the last letter of Chinese', '版权保护', ['版权', '权保', '保护']],
    ['hold a single letter of Chinese once', '版', ['版']],
    ['hold each of two letters of Chinese with a space between them', '版 权', ['版', '权ˑ']],
    ['hold a letter of Chinese between others twice, as a text does', '版 权 保', ['版', '权ˑ', '权', '保ˑ']],
    ['leave out the last letter after a Latin word, and hold the first', 'NCAC版权', ['ncac', '版ˑ', '版权']],
    ['leave out the first letter before a Latin word, and hold the last', '版权NCAC', ['版权', '权', 'ncac']],
    ['hold what stands on both sides of a digit', '版权1保护', ['版权', '权', '1', '保ˑ', '保护']],
    ['hold what stands on both sides of a comma', '版权，保护', ['版权', '权', '保ˑ', '保护']],
    ['leave out the first and the last syllable of Korean', '저작권 보호', ['저작', '작권', '권', '보ˑ', '보호']],
    ['are none of signs', '—', []],
    ['are none of nothing', '', []],
  ]
  for (const [title, typed, words] of cases) {
    test(title, () => {
      assert.deepEqual(divideTyped(typed), words)
    })
  }

  const letters = fc.constantFrom('版', '权', '保', '护', '𠮷', 'か', 'が', 'ｶﾞ', '한', 'ไม่')

  /** Whether a text is found by what a reader typed. */
  function isFound(text: readonly string[], typed: readonly string[]): boolean {
    const words = divideWords(text.join('')).map((word) => word.text)
    const wanted = divideTyped(typed.join(''))
    return words.some((_, at) => wanted.every((word, index) => words[at + index] === word))
  }

  function stands(text: readonly string[], typed: readonly string[]): boolean {
    return text.some((_, at) => typed.every((letter, index) => text[at + index] === letter))
  }

  /** A text, and what may stand in it or not. */
  function textAndTyped(
    unit: fc.Arbitrary<string>,
    minLength: number,
  ): fc.Arbitrary<{ text: string[]; typed: string[] }> {
    return fc.array(unit, { maxLength: 12 }).chain((text) =>
      fc.record({
        text: fc.constant(text),
        typed: fc.oneof(
          fc.array(unit, { minLength, maxLength: 4 }),
          fc
            .tuple(fc.nat({ max: text.length }), fc.nat({ max: text.length }))
            .map(([one, other]) => text.slice(Math.min(one, other), Math.max(one, other))),
        ),
      }),
    )
  }

  test('stand together wherever two letters or more of a script without spaces do, and nowhere else', () => {
    fc.assert(
      fc.property(
        textAndTyped(letters, 2).filter(({ typed }) => typed.length > 1),
        ({ text, typed }) => {
          assert.equal(isFound(text, typed), stands(text, typed))
        },
      ),
      { numRuns: 1000 },
    )
  })

  test('stand together wherever letters of a script without spaces do with digits and signs between them', () => {
    const units = fc.oneof({ weight: 3, arbitrary: letters }, fc.constantFrom('1版', '，权', '2版1', 'x，'))
    fc.assert(
      fc.property(
        textAndTyped(units, 1).map(({ text, typed }) => ({
          text: Array.from(text.join('')),
          typed: Array.from(typed.join('').replaceAll(/^，|，$/g, '')),
        })),
        ({ text, typed }) => {
          fc.pre(divideTyped(typed.join('')).length > 1 && stands(text, typed))
          // Latin words and numbers are found only whole.
          const isWhole = text.some(
            (_, at) =>
              typed.every((letter, index) => text[at + index] === letter) &&
              ![at, at + typed.length].some((place) =>
                /^[a-z0-9]{2}$/.test((text[place - 1] ?? '') + (text[place] ?? '')),
              ),
          )
          fc.pre(isWhole)
          assert.ok(isFound(text, typed))
        },
      ),
      { numRuns: 1000 },
    )
  })
})

test('a word is of a script without spaces by its first letter', () => {
  assert.deepEqual(
    ['版权', '版', 'かき', '한국', 'ไม', 'ㄅ', '々', 'ー', 'copyright', '2024', 'договор', 'محمد', '', '。'].map(
      (word) => [word, isUnspacedWord(word)],
    ),
    [
      ['版权', true],
      ['版', true],
      ['かき', true],
      ['한국', true],
      ['ไม', true],
      ['ㄅ', true],
      ['々', true],
      ['ー', true],
      ['copyright', false],
      ['2024', false],
      ['договор', false],
      ['محمد', false],
      ['', false],
      ['。', false],
    ],
  )
})

test('the word that may still go on is the last that was typed, of two letters at least', () => {
  assert.deepEqual(
    ['', 'c', 'co', 'trade Cópy', 'trade ', 'trade.', '"berne', 'title:tre', '-copy', '版权', '版权co', '12'].map(
      wordAtEnd,
    ),
    [undefined, undefined, 'co', 'copy', undefined, undefined, 'berne', 'tre', 'copy', undefined, 'co', '12'],
  )
})
