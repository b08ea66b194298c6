import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { findChanges } from '#archive/changes.ts'
import { makeIdentifier, makeReport } from './make-report.ts'

suite('what was done to reports after they were published', () => {
  test('the newest comes first, corrections and removals in one list', () => {
    const reports = [
      makeReport({
        id: makeIdentifier(1),
        corrections: [
          { date: '2024-12-22', kind: 'correction', text: 'The number is 120.' },
          { date: '2025-03-01', kind: 'update', text: 'A day was added.' },
        ],
      }),
      makeReport({
        id: makeIdentifier(2),
        status: 'gone',
        notice: { date: '2025-01-05', text: 'A court ordered it.' },
      }),
      makeReport({
        id: makeIdentifier(3),
        status: 'withdrawn',
        corrections: [{ date: '2024-12-23', kind: 'clarification', text: 'It was a draft.' }],
        notice: { date: '2024-12-24', text: 'The source retracted it.' },
      }),
      makeReport({ id: makeIdentifier(4) }),
    ]
    assert.deepEqual(
      findChanges(reports).map(({ report, ordinal, date, kind, text }) => [report.id, ordinal, date, kind, text]),
      [
        [makeIdentifier(1), 2, '2025-03-01', 'update', 'A day was added.'],
        [makeIdentifier(2), 1, '2025-01-05', 'gone', 'A court ordered it.'],
        [makeIdentifier(3), 2, '2024-12-24', 'withdrawn', 'The source retracted it.'],
        [makeIdentifier(3), 1, '2024-12-23', 'clarification', 'It was a draft.'],
        [makeIdentifier(1), 1, '2024-12-22', 'correction', 'The number is 120.'],
      ],
    )
  })
})
