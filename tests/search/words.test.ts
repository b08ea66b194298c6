import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { divideTyped, divideWords, fold, isUnspacedWord } from '#search/words.ts'

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
    ['hold none of the letters that mark their end in an index', 'aː bˑc', ['a', 'bc']],
    ['are none of a text without letters and digits', ' … — ☃ 👍 ː ', []],
    ['are none of an empty text', '', []],

    ['are a whole number where its thousands are set apart', 'about 1,200,000 yuan', ['about', '1200000', 'yuan']],
    ['are a whole number beside a sign', '(¥12,345)', ['12345']],
    ['are the parts of a number with a point', '1,234.56', ['1234', '56']],
    ['are two numbers where a comma divides no thousands', '1,2 1,23 1234,567', ['1', '2', '1', '23', '1234', '567']],
    ['are the parts of a date', '2024-12-20', ['2024', '12', '20']],

    ['are every two letters of Chinese, and the last one', '海外风险', ['海外', '外风', '风险', '险']],
    ['are the letter itself where Chinese has only one', '版', ['版']],
    ['of Chinese end at signs', '版权。保护', ['版权', '权', '保护', '护']],
    ['of Chinese end at spaces', '版权\u3000保护', ['版权', '权', '保护', '护']],
    ['of Chinese end at Latin words and numbers', 'NCAC版权2024年', ['ncac', '版权', '权', '2024', '年']],
    ['of Chinese hold letters of rare planes', '𠮷野家', ['𠮷野', '野家', '家']],
    ['of Chinese hold the sign that repeats a letter', '人々', ['人々', '々']],
    ['of Japanese keep the marks of syllables', 'かき がき', ['かき', 'き', 'がき', 'き']],
    ['of Japanese hold long vowels', 'データ', ['デー', 'ータ', 'タ']],
    ['of Korean are every two syllables between spaces', '저작권 보호', ['저작', '작권', '권', '보호', '호']],
    ['of Thai have no marks', 'ไม่ไป', ['ไม', 'มไ', 'ไป', 'ป']],

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
        for (const { text: word, start, end } of words) assert.equal(fold(text.slice(start, end)), word)
        words.forEach(({ start, end }, index) => {
          const next = words[index + 1]
          assert.ok(start < end && end <= text.length)
          assert.ok(next === undefined || (start < next.start && end <= next.end))
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

suite('a word without capitals and accents', () => {
  test('changes no more when it is folded again, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const folded = fold(text)
        assert.equal(fold(folded), folded)
        assert.match(folded, /^[\p{L}\p{N}]*$/u)
        assert.doesNotMatch(folded, /[ːˑ]/)
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

suite('the words of what a reader typed', () => {
  const cases: [title: string, typed: string, words: string[], tail: string | undefined][] = [
    ['are those of a text where there are spaces', 'overseas risk', ['overseas', 'risk'], undefined],
    ['leave out the last letter of Chinese, since more may follow it in a text', '版权', ['版权'], '权'],
    ['leave out only the last letter of Chinese', '版权保护', ['版权', '权保', '保护'], '护'],
    ['hold a single letter of Chinese', '版', ['版'], undefined],
    ['hold each of two letters of Chinese with a space between them', '版 权', ['版', '权'], undefined],
    ['leave out the last letter after a Latin word', 'NCAC版权', ['ncac', '版权'], '权'],
    ['hold the last letter of Chinese before a Latin word', '版权NCAC', ['版权', '权', 'ncac'], undefined],
    ['leave out the last syllable of Korean', '저작권 보호', ['저작', '작권', '권', '보호'], '호'],
    ['are none of signs', '—', [], undefined],
    ['are none of nothing', '', [], undefined],
  ]
  for (const [title, typed, words, tail] of cases) {
    test(title, () => {
      assert.deepEqual(divideTyped(typed), { words, tail })
    })
  }

  const letters = fc.constantFrom('版', '权', '保', '护', '𠮷', 'か', 'が', '한', 'ไม่')

  test('stand together wherever two letters or more of a script without spaces do, and nowhere else', () => {
    const texts = fc.array(letters, { maxLength: 12 })
    const phrases = fc.array(letters, { minLength: 2, maxLength: 4 })
    const pieces = texts.chain((text) =>
      fc.record({
        text: fc.constant(text),
        typed: fc.oneof(
          phrases,
          fc
            .tuple(fc.nat({ max: text.length }), fc.nat({ max: text.length }))
            .map(([one, other]) => text.slice(Math.min(one, other), Math.max(one, other))),
        ),
      }),
    )
    fc.assert(
      fc.property(
        pieces.filter(({ typed }) => typed.length > 1),
        ({ text, typed }) => {
          const words = divideWords(text.join('')).map((word) => word.text)
          const wanted = divideTyped(typed.join('')).words
          const found = words.some((_, at) => wanted.every((word, index) => words[at + index] === word))
          const stands = text.some((_, at) => typed.every((letter, index) => text[at + index] === letter))
          assert.equal(found, stands)
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
