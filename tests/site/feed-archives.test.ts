import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { indexLedger, type LedgerLine } from '#archive/ledger.ts'
import type { Description } from '#formats/description.ts'
import { toAtom } from '#formats/atom.ts'
import { divideArchives, ENTRIES_PER_ARCHIVE, recordedOn } from '#site/feed-archives.ts'
import { toEntry } from '#site/feed-entries.ts'
import { makeIdentifier } from '../archive/make-report.ts'
import { fullReport } from '../formats/descriptions.ts'
import { makeFeed } from '../formats/make-feed.ts'

suite('the archive of a feed', () => {
  test('has a document for each year in which something was published', () => {
    const published = ['2023-03-01', '2023-11-30', '2025-01-02']
    const publications = published.map((day, index) => ({ id: makeIdentifier(index), published: day }))
    assert.deepEqual(divideArchives(publications), [
      { year: '2023', number: 1, publications: publications.slice(0, 2), closed: '2023-12-31' },
      { year: '2025', number: 1, publications: publications.slice(2) },
    ])
  })

  test('divides a year that has too many, and closes a full document when the next report is published', () => {
    const publications = Array.from({ length: ENTRIES_PER_ARCHIVE + 1 }, (_, index) => ({
      id: makeIdentifier(index),
      published: index < ENTRIES_PER_ARCHIVE ? '2024-05-01' : '2024-06-09',
    }))
    const documents = divideArchives(publications)
    assert.deepEqual(
      documents.map((document) => [document.number, document.publications.length, document.closed]),
      [
        [1, ENTRIES_PER_ARCHIVE, '2024-06-09'],
        [2, 1, undefined],
      ],
    )
  })

  test('holds everything exactly once, and what is published later changes none of its closed documents', () => {
    const days = fc.constantFrom('2022-12-31', '2023-01-01', '2023-06-15', '2024-02-29', '2024-12-31', '2025-01-01')
    const publications = fc
      .array(days, { maxLength: 300 })
      .map((all) => all.map((published, index) => ({ id: makeIdentifier((index * 7919) % 100_000), published })))
    fc.assert(
      fc.property(publications, fc.integer({ min: 1, max: 120 }), (before, more) => {
        const later = Array.from({ length: more }, (_, index) => ({
          id: makeIdentifier(index * 13),
          published: index % 2 === 0 ? '2025-01-02' : '2026-07-01',
        })).filter(({ id }) => before.every((one) => one.id !== id))
        const documents = divideArchives(before)
        assert.deepEqual(
          documents.flatMap((document) => document.publications.map(({ id }) => id)).sort(),
          before.map(({ id }) => id).sort(),
        )
        const closed = documents.filter((document) => document.closed !== undefined)
        assert.equal(closed.length, Math.max(0, documents.length - 1))
        assert.deepEqual(divideArchives([...before, ...later]).slice(0, closed.length), closed)
      }),
    )
  })

  test('tells where a report was on a day, and its wording then', () => {
    const { histories } = indexLedger(LINES)
    const history = histories.get(A)
    assert.ok(history !== undefined)
    assert.deepEqual(recordedOn(history, '2024-12-31'), { path: '2024/12/a-training', version: 1 })
    assert.deepEqual(recordedOn(history, '2025-03-01'), { path: '2024/12/a-training', version: 2 })
    assert.deepEqual(recordedOn(history, '2026-01-01'), { path: '2024/12/the-training', version: 2 })
  })
})

const A = makeIdentifier(1)
const B = makeIdentifier(2)
const C = makeIdentifier(3)
const D = makeIdentifier(4)

/** A report published in 2024, corrected in March 2025 and moved in May; another one of 2024, and one of January 2025. */
const LINES: readonly LedgerLine[] = [
  line(A, '2024-12-20', '2024/12/a-training', 1),
  line(B, '2024-12-21', '2024/12/a-treaty', 1),
  line(C, '2025-01-15', '2025/01/a-decision', 1),
  line(A, '2025-03-01', '2024/12/a-training', 2),
  line(A, '2025-05-01', '2024/12/the-training'),
]

suite('a closed year', () => {
  const before = LINES.slice(0, 3)
  const [closed] = writeArchives(before)

  test('holds what was published in it, as it was at its end, and names terms by their ids alone', () => {
    assert.deepEqual(
      closed?.split('\n').filter((row) => /^<(?:id|title|updated|category|content|fh)|hreflang/.test(row)),
      [
        '<id>tag:archive.example,2026:reports</id>',
        '<title>An Archive</title>',
        '<fh:archive/>',
        '<updated>2025-01-07T00:00:00Z</updated>',
        `<id>tag:archive.example,2026:${B}</id>`,
        `<title>${B}, wording 1</title>`,
        '<link rel="alternate" type="text/html" hreflang="en" href="https://archive.example/2024/12/a-treaty/"/>',
        '<updated>2024-12-21T00:00:00Z</updated>',
        '<category term="training" scheme="https://archive.example/topics/"/>',
        '<content type="html">&lt;p&gt;Wording 1&lt;/p&gt;</content>',
        `<id>tag:archive.example,2026:${A}</id>`,
        `<title>${A}, wording 1</title>`,
        '<link rel="alternate" type="text/html" hreflang="en" href="https://archive.example/2024/12/a-training/"/>',
        '<updated>2024-12-20T00:00:00Z</updated>',
        '<category term="training" scheme="https://archive.example/topics/"/>',
        '<content type="html">&lt;p&gt;Wording 1&lt;/p&gt;</content>',
      ],
    )
  })

  const changes: readonly (readonly [title: string, lines: readonly LedgerLine[], labels?: string])[] = [
    ['a correction in a later year', LINES.slice(0, 4)],
    ['a report that moves in a later year', LINES],
    ['a new report in a later year', [...LINES, line(D, '2026-02-01', '2026/02/a-law', 1)]],
    ['a term that gets another name', before, 'Another name'],
  ]
  for (const [title, lines, label] of changes) {
    test(`keeps every byte with ${title}`, () => {
      assert.equal(writeArchives(lines, label)[0], closed)
    })
  }

  test('no longer holds a report that was removed, and keeps all others as they were', () => {
    const removed = [...LINES, { ...line(A, '2026-03-01', '2024/12/the-training'), status: 'gone' as const }]
    const [first = ''] = writeArchives(removed)
    assert.ok(!first.includes(A))
    assert.ok(closed?.includes(first.slice(first.indexOf('<entry>'), first.indexOf('</feed>'))))
  })
})

suite('the newest document', () => {
  test('changes when a report is published in the same year', () => {
    const more = [...LINES, line(D, '2025-06-01', '2025/06/a-law', 1)]
    assert.notEqual(writeArchives(more).at(-1), writeArchives(LINES).at(-1))
  })
})

function line(id: string, since: string, path: string, version?: number): LedgerLine {
  const wording = version === undefined ? {} : { version, wording: '0'.repeat(32), paragraphs: '' }
  return { id, since, path, status: 'published', chain: '', ...wording }
}

/** Every document of the archive of a ledger in Atom, the oldest first; each wording of a report says its number. */
function writeArchives(lines: readonly LedgerLine[], label = 'Training'): string[] {
  const { histories } = indexLedger(lines)
  const publications = Array.from(histories.values(), ({ id, published }) => ({ id, published }))
  return divideArchives(publications).map(({ publications: own, closed }) => {
    const entries = own.flatMap(({ id, published }) => {
      const history = histories.get(id)
      const then = history === undefined ? undefined : recordedOn(history, closed ?? '9999-12-31')
      if (then === undefined || history?.current.status !== 'published') return []
      const description = describe(id, published, then, label)
      const html = `<p>Wording ${String(then.version)}</p>`
      return toEntry(description, html, { host: 'archive.example', labels: closed === undefined })
    })
    const archives = { isArchive: closed !== undefined, current: 'https://archive.example/feeds/atom.xml' }
    return toAtom(makeFeed({ entries: entries.reverse(), archives }))
  })
}

function describe(id: string, recorded: string, then: { path: string; version: number }, label: string): Description {
  const { modified, summary, series, ...known } = fullReport
  assert.ok(modified !== undefined && summary !== undefined && series !== undefined)
  return {
    ...known,
    ...{ id, recorded, title: `${id}, wording ${String(then.version)}`, places: [], organisations: [] },
    url: `https://archive.example/${then.path}/`,
    topics: fullReport.topics.map((topic) => ({ ...topic, name: label })),
    ...(then.version > 1 && { modified: '2025-03-01' }),
  }
}
