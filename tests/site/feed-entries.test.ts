import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { findChanges } from '#archive/changes.ts'
import type { Description } from '#formats/description.ts'
import { newestOf, orderPublications, toChangeEntry, toEntry } from '#site/feed-entries.ts'
import { makeIdentifier, makeReport } from '../archive/make-report.ts'
import { fullReport } from '../formats/descriptions.ts'

const OPTIONS = { host: 'archive.example', labels: true }

suite('an entry of a feed', () => {
  test('says what the archive says of the report', () => {
    assert.deepEqual(toEntry(fullReport, '<p>Text</p>', OPTIONS), {
      id: 'tag:archive.example,2026:k7m2q4',
      url: 'https://archive.example/2024/12/a-training/',
      title: 'Training held in Changsha',
      language: 'en',
      published: '2026-11-22',
      updated: '2026-11-23',
      summary: 'The sixth training took place in Changsha.',
      html: '<p>Text</p>',
      authors: [{ name: 'National Copyright Administration of China' }],
      categories: [
        { term: 'training', scheme: 'https://archive.example/topics/', label: 'Training' },
        { term: 'changsha', scheme: 'https://archive.example/places/', label: 'Changsha' },
        {
          term: 'ncac',
          scheme: 'https://archive.example/organisations/',
          label: 'National Copyright Administration of China',
        },
        { term: 'trainings', scheme: 'https://archive.example/series/', label: 'Trainings' },
      ],
      source: { name: 'National Copyright Administration of China', url: 'https://en.ncac.gov.cn/t20241220.html' },
    })
  })

  test('is called as before when the report moves, or the site moves within its host', () => {
    const moved = { ...fullReport, url: 'http://archive.example:8080/news/2023/11/the-training/' }
    assert.equal(toEntry(moved, '', OPTIONS).id, toEntry(fullReport, '', OPTIONS).id)
  })

  test('has no text where feeds hold summaries', () => {
    const { html, ...rest } = toEntry(fullReport, '<p>Text</p>', OPTIONS)
    assert.equal(html, '<p>Text</p>')
    assert.deepEqual(toEntry(fullReport, undefined, OPTIONS), rest)
  })

  test('that is corrected is as it was but for the day of its last change', () => {
    const { modified, ...uncorrected } = fullReport
    assert.deepEqual(toEntry({ ...uncorrected, ...(modified !== undefined && { modified }) }, '', OPTIONS), {
      ...toEntry(uncorrected, '', OPTIONS),
      updated: '2026-11-23',
    })
  })

  const days: readonly (readonly [title: string, given: Partial<Description>, published: string, updated: string])[] = [
    ['was published on the day of the ledger', { recorded: '2025-02-03' }, '2025-02-03', '2026-11-23'],
    ['was never changed before it was published', { recorded: '2027-01-01' }, '2027-01-01', '2027-01-01'],
    ['that is filed under a month begins with it', { date: '2024-12' }, '2024-12-01', '2026-11-23'],
    ['that is filed under a year begins with it', { date: '1893' }, '1893-01-01', '2026-11-23'],
    ['that was changed in a month was so on its first day', { modified: '2027-05' }, '2024-12-20', '2027-05-01'],
  ]
  for (const [title, given, published, updated] of days) {
    test(title, () => {
      const { recorded, ...unrecorded } = fullReport
      assert.equal(recorded, '2026-11-22')
      const entry = toEntry({ ...unrecorded, ...given }, '', OPTIONS)
      assert.deepEqual([entry.published, entry.updated], [published, updated])
    })
  }
})

suite('the newest reports', () => {
  test('are those that the archive published last, whatever date they are filed under', () => {
    const old = makeReport({ id: makeIdentifier(1), date: '1886-09-09' })
    const first = makeReport({ id: makeIdentifier(2), date: '2024-01-02' })
    const second = makeReport({ id: makeIdentifier(3), date: '2024-12-20' })
    const publishedOn = new Map([
      [old, '2026-11-22'],
      [first, '2025-01-01'],
      [second, '2025-01-01'],
    ])
    const published = orderPublications([first, second, old], (report) => publishedOn.get(report) ?? '')
    assert.deepEqual(newestOf([old, first, second], published, 2), [old, second])
    assert.deepEqual(newestOf([first, second], published, 50), [second, first])
  })
})

suite('the feed of corrections', () => {
  const corrected = makeReport({
    id: makeIdentifier(1),
    title: 'A training',
    corrections: [
      { date: '2025-01-07', kind: 'correction', text: 'A name <was> misspelt.' },
      { date: '2025-01-07', kind: 'correction', text: 'So was another.' },
      { date: '2025-02', kind: 'update', text: 'It took place.' },
    ],
  })
  const withdrawn = makeReport({
    id: makeIdentifier(2),
    lang: 'ar',
    status: 'withdrawn',
    notice: { date: '2025-01-20', text: 'سبب' },
  })
  const gone = makeReport({
    id: makeIdentifier(3),
    status: 'gone',
    notice: { date: '2025-01-07', text: 'At request.' },
  })

  const entries = findChanges([corrected, withdrawn, gone]).map((change) =>
    toChangeEntry(change, `${change.kind}: ${change.report.title}`, 'https://archive.example/', 'archive.example'),
  )

  test('has every change as an entry of its own, the newest first', () => {
    assert.deepEqual(
      entries.map(({ id, published }) => [id, published]),
      [
        [`tag:archive.example,2026:${corrected.id}/update/2025-02/1`, '2025-02-01'],
        [`tag:archive.example,2026:${withdrawn.id}/withdrawn/2025-01-20/1`, '2025-01-20'],
        [`tag:archive.example,2026:${corrected.id}/correction/2025-01-07/1`, '2025-01-07'],
        [`tag:archive.example,2026:${corrected.id}/correction/2025-01-07/2`, '2025-01-07'],
        [`tag:archive.example,2026:${gone.id}/gone/2025-01-07/1`, '2025-01-07'],
      ],
    )
  })

  test('says what was changed, in the language of the report', () => {
    const [, inArabic, first] = entries
    assert.equal(inArabic?.html, '<p lang="ar" dir="rtl">سبب</p>')
    assert.deepEqual(first, {
      id: `tag:archive.example,2026:${corrected.id}/correction/2025-01-07/1`,
      url: 'https://archive.example/',
      title: 'correction: A training',
      language: 'en',
      published: '2025-01-07',
      updated: '2025-01-07',
      html: '<p>A name &lt;was&gt; misspelt.</p>',
      authors: [],
      categories: [{ term: 'correction' }],
    })
  })
})
