import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { parseTerms } from '#search/terms.ts'

suite('what a reader typed', () => {
  const cases: [title: string, typed: string, terms: [text: string, quoted: boolean][]][] = [
    [
      'is words',
      'overseas copyright risk',
      [
        ['overseas', false],
        ['copyright', false],
        ['risk', false],
      ],
    ],
    [
      'may have a phrase anywhere',
      'training "overseas risk" 2024',
      [
        ['training', false],
        ['overseas risk', true],
        ['2024', false],
      ],
    ],
    ['may have curly quotation marks', '“overseas risk”', [['overseas risk', true]]],
    ['may have Chinese quotation marks', '「海外风险」', [['海外风险', true]]],
    [
      'may have a quotation mark that is not closed',
      '"overseas risk',
      [
        ['overseas', false],
        ['risk', false],
      ],
    ],
    ['may be a phrase of one word', '"risk"', [['risk', true]]],
    [
      'may have dashes and signs between its words',
      'usability testing + gov – APIs',
      [
        ['usability', false],
        ['testing', false],
        ['gov', false],
        ['APIs', false],
      ],
    ],
    ['may be nothing', '  ""  ', []],
  ]
  for (const [title, typed, terms] of cases) {
    test(title, () => {
      assert.deepEqual(
        parseTerms(typed),
        terms.map(([text, quoted]) => ({ text, quoted })),
      )
    })
  }
})
