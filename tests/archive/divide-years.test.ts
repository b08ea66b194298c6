import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { buildCatalogue } from '#archive/catalogue.ts'
import { divideYears } from '#archive/divide-years.ts'
import { makeIdentifier, makeReport } from './make-report.ts'

suite('years that are divided for files that hold all of a part', () => {
  const cases: [title: string, dates: string[], parts: [id: string, dates: string[]][]][] = [
    ['are none where there are no reports', [], []],
    ['are all together while they have few reports', ['1886', '2024-01-02'], [['all', ['1886', '2024-01-02']]]],
    [
      'are decades while these have few',
      ['1886', '1999', '2000-01', '2009-12-31'],
      [
        ['1880s', ['1886']],
        ['1990s', ['1999']],
        ['2000s', ['2000-01', '2009-12-31']],
      ],
    ],
    [
      'are whole where a decade has more, whatever is known of their dates',
      ['2023', '2023-05', '2024-01-02'],
      [
        ['2023', ['2023', '2023-05']],
        ['2024', ['2024-01-02']],
      ],
    ],
    [
      'are months where they have more',
      ['2023-05-01', '2023-05-02', '2023-06', '2024-01-02'],
      [
        ['2023-05', ['2023-05-01', '2023-05-02']],
        ['2023-06', ['2023-06']],
        ['2024', ['2024-01-02']],
      ],
    ],
    [
      'keep for themselves the reports of which no month is known',
      ['2023', '2023-05-01', '2023-06-02'],
      [
        ['2023', ['2023']],
        ['2023-05', ['2023-05-01']],
        ['2023-06', ['2023-06-02']],
      ],
    ],
  ]
  for (const [title, dates, parts] of cases) {
    test(title, () => {
      const reports = dates.map((date, index) => makeReport({ id: makeIdentifier(index), date }))
      const divided = divideYears(buildCatalogue(reports, []).years, 2)
      assert.deepEqual(
        divided.map((part) => [part.id, part.reports.map(({ date }) => date)]),
        parts,
      )
    })
  }
})
