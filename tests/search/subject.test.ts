import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { buildCatalogue, type Report } from '#archive/catalogue.ts'
import { indexedOf, toColumns, toSubject } from '#search/subject.ts'
import { makeIdentifier, makeReport, makeTerm } from '../archive/make-report.ts'

const terms = [
  { ...makeTerm('topics', 'copyright'), label: { en: 'Copyright', 'zh-Hans': '版权' }, aliases: ['Author’s rights'] },
  { ...makeTerm('topics', 'training'), label: { en: 'Training' } },
  { ...makeTerm('places', 'changsha'), label: { en: 'Changsha' }, aliases: ['长沙'] },
  { ...makeTerm('organisations', 'ncac'), label: { en: 'NCAC' } },
  { ...makeTerm('people', 'li-ming'), label: { en: 'Li Ming' } },
  { ...makeTerm('series', 'bulletin'), label: { en: 'Bulletin' } },
]

function subjectOf(given: Partial<Report>, blocks: [string, string][] = []): ReturnType<typeof toSubject> {
  return toSubject(makeReport(given), blocks, buildCatalogue([], terms), 'The Archive')
}

suite('a report as search sees it', () => {
  test('is shown with its terms, and found by its title, its text, its names and its addresses', () => {
    const report: Partial<Report> = {
      id: 'k7m2q4',
      title: 'Training held in Changsha',
      date: '2024-12-20',
      lang: 'en',
      summary: 'The sixth training.',
      topics: ['copyright', 'training'],
      dateline: 'changsha',
      organisations: [{ id: 'ncac', role: 'host' }],
      people: [{ id: 'li-ming' }],
      series: 'bulletin',
      source: { name: 'NCAC Weekly', url: 'https://example.org/1' },
      sources: [
        { name: 'Another', url: 'https://example.org/2' },
        { name: 'A third' },
        { name: 'The first again', url: 'https://example.org/1' },
      ],
    }
    assert.deepEqual(subjectOf(report, [['p1', 'The text.']]), {
      record: {
        id: 'k7m2q4',
        address: '/2024/12/report-k7m2q4/',
        title: 'Training held in Changsha',
        date: '2024-12-20',
        kind: 'report',
        lang: 'en',
        source: 'NCAC Weekly',
        publisher: 'NCAC Weekly',
        terms: [
          ['topics', 'copyright', { en: 'Copyright', 'zh-Hans': '版权' }],
          ['topics', 'training', { en: 'Training' }],
          ['places', 'changsha', { en: 'Changsha' }],
          ['organisations', 'ncac', { en: 'NCAC' }],
          ['people', 'li-ming', { en: 'Li Ming' }],
          ['series', 'bulletin', { en: 'Bulletin' }],
        ],
        blocks: [
          ['', 'The sixth training.'],
          ['p1', 'The text.'],
        ],
      },
      names: [
        ...['Copyright', '版权', 'Author’s rights', 'Training', 'Changsha', '长沙', 'NCAC', 'Li Ming', 'Bulletin'],
        'NCAC Weekly',
      ],
      keys: ['k7m2q4', 'https://example.org/1', 'https://example.org/2'],
    })
  })

  test('is found by its title, its summary and its text', () => {
    const subject = subjectOf({ title: 'A report', summary: 'In short.' }, [['p1', 'At length.']])
    assert.deepEqual(indexedOf(subject), {
      title: 'A report',
      blocks: ['In short.', 'At length.'],
      names: [],
      keys: ['k7m2q4'],
    })
  })

  test('is published by the archive when it has no source, and is found by little', () => {
    assert.deepEqual(subjectOf({ title: 'A report' }), {
      record: {
        id: 'k7m2q4',
        address: '/2024/12/report-k7m2q4/',
        title: 'A report',
        date: '2024-12-20',
        kind: 'report',
        lang: 'en',
        publisher: 'The Archive',
        terms: [],
        blocks: [],
      },
      names: [],
      keys: ['k7m2q4'],
    })
  })

  test('is published by the archive when the archive wrote it, whatever its source', () => {
    const { record } = subjectOf({ kind: 'brief', source: { name: 'NCAC Weekly' } })
    assert.deepEqual([record.source, record.publisher], ['NCAC Weekly', 'The Archive'])
  })

  test('has each name once', () => {
    const { names } = subjectOf({ topics: ['training'], organisations: [{ id: 'ncac' }], source: { name: 'NCAC' } })
    assert.deepEqual(names, ['Training', 'NCAC'])
  })

  test('has no term that its vocabulary does not have', () => {
    const { record, names } = subjectOf({ topics: ['training', 'unheard-of'] })
    assert.deepEqual(record.terms, [['topics', 'training', { en: 'Training' }]])
    assert.deepEqual(names, ['Training'])
  })
})

suite('the columns of an index', () => {
  test('are the days, the lengths, and the reports of each kind, language and term, by their places', () => {
    const reports = [
      makeReport({ id: makeIdentifier(1), date: '2024', topics: ['training', 'training'] }),
      makeReport({
        id: makeIdentifier(2),
        date: '2024-12-20',
        lang: 'zh-Hans',
        topics: ['copyright', 'training'],
        dateline: 'changsha',
      }),
      makeReport({
        id: makeIdentifier(3),
        date: '2024-12-20',
        kind: 'brief',
        places: [{ id: 'beijing' }],
        series: 'bulletin',
      }),
    ]
    assert.deepEqual(toColumns(reports, [12, 0, 3000]), {
      core: {
        days: [
          ['2024', 1],
          ['2024-12-20', 2],
        ],
        lengths: Uint32Array.of(12, 0, 3000),
        kind: new Map([
          ['report', Uint32Array.of(0, 1)],
          ['brief', Uint32Array.of(2)],
        ]),
        lang: new Map([
          ['en', Uint32Array.of(0, 2)],
          ['zh-Hans', Uint32Array.of(1)],
        ]),
      },
      terms: [
        [
          'topics',
          new Map([
            ['training', Uint32Array.of(0, 1)],
            ['copyright', Uint32Array.of(1)],
          ]),
        ],
        [
          'places',
          new Map([
            ['changsha', Uint32Array.of(1)],
            ['beijing', Uint32Array.of(2)],
          ]),
        ],
        ['organisations', new Map()],
        ['people', new Map()],
        ['series', new Map([['bulletin', Uint32Array.of(2)]])],
      ],
    })
  })

  test('are empty without reports', () => {
    const { core, terms: lists } = toColumns([], [])
    assert.deepEqual(core, { days: [], lengths: Uint32Array.of(), kind: new Map(), lang: new Map() })
    assert.deepEqual(
      lists.map(([, list]) => list.size),
      [0, 0, 0, 0, 0],
    )
  })
})
