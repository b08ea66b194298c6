import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { toDataRow } from '#formats/data-field.ts'
import { toDataPackage, toTableSchema } from '#formats/datapackage.ts'
import type { Description } from '#formats/description.ts'
import { toJsonLines } from '#formats/json-lines.ts'
import { REPORT_COLUMNS } from '#formats/report-columns.ts'
import { REPORT_FIELDS } from '#formats/report-fields.ts'
import { toSha256Sums } from '#formats/sha256-sums.ts'
import { TERM_FIELDS } from '#formats/term-fields.ts'

/** A report of which only what must be known is known. */
const bare: Description = {
  id: 'k7m2q4',
  kind: 'report',
  status: 'published',
  language: 'en',
  title: 'A title',
  titleSupplied: false,
  url: 'https://archive.example/2024/12/a-title/',
  shortUrl: 'https://archive.example/r/k7m2q4/',
  date: '2024-12',
  publisher: { name: 'An Archive', url: 'https://archive.example/' },
  archive: { name: 'An Archive', url: 'https://archive.example/', description: 'An archive.', language: 'en' },
  sources: [],
  topics: [],
  places: [],
  organisations: [],
  people: [],
  translations: [],
  corrections: [],
  alternates: [],
}

const topic = {
  vocabulary: 'topics' as const,
  id: 'copyright',
  name: 'Copyright',
  names: { en: 'Copyright', 'zh-Hans': '版权' },
  aliases: ['author’s right'],
  url: 'https://archive.example/topics/copyright/',
  sameAs: ['https://www.wikidata.org/entity/Q1297822'],
}
const place = { ...topic, vocabulary: 'places' as const, id: 'changsha', name: 'Changsha' }
const person = { ...topic, vocabulary: 'people' as const, id: 'wang-zhicheng', role: 'Director General' }

/** A report of which everything is known. */
const full: Description = {
  ...bare,
  titleSupplied: true,
  summary: 'A summary.',
  date: '2024-12-20',
  published: '2024-12-20',
  recorded: '2026-11-22',
  modified: '2026-11-24',
  covers: '2024-12-11/2024-12-13',
  version: 2,
  publisher: { name: 'An Agency', url: 'https://agency.example/1' },
  sources: [
    { name: 'An Agency', url: 'https://agency.example/1' },
    { name: 'A Paper' },
    { name: 'A Site', url: 'https://site.example/' },
  ],
  rights: 'An Agency',
  license: 'https://creativecommons.org/licenses/by/4.0/',
  topics: [topic],
  places: [place, { ...place, id: 'hunan' }],
  organisations: [],
  people: [person],
  dateline: place,
  series: { ...topic, vocabulary: 'series', id: 'a-series', position: 2, count: 3 },
  translationOf: { id: 'k7m2q5', title: '题', language: 'zh-Hans', url: 'https://archive.example/2024/12/ti/' },
  translations: [{ id: 'k7m2q6', title: 'Un titre', language: 'fr', url: 'https://archive.example/2024/12/un-titre/' }],
  corrections: [{ date: '2026-11-24', kind: 'correction', text: 'A name was put right.' }],
}

suite('a report as a line of JSON', () => {
  test('has everything but its text, under keys in one order', () => {
    assert.deepEqual(Object.entries(toDataRow(REPORT_FIELDS, full)), [
      ['id', 'k7m2q4'],
      ['url', 'https://archive.example/2024/12/a-title/'],
      ['shortUrl', 'https://archive.example/r/k7m2q4/'],
      ['kind', 'report'],
      ['language', 'en'],
      ['title', 'A title'],
      ['titleSupplied', true],
      ['summary', 'A summary.'],
      ['date', '2024-12-20'],
      ['published', '2024-12-20'],
      ['recorded', '2026-11-22'],
      ['modified', '2026-11-24'],
      ['covers', '2024-12-11/2024-12-13'],
      ['version', 2],
      ['publisher', 'An Agency'],
      [
        'sources',
        [
          { name: 'An Agency', url: 'https://agency.example/1' },
          { name: 'A Paper', url: null },
          { name: 'A Site', url: 'https://site.example/' },
        ],
      ],
      ['rights', 'An Agency'],
      ['license', 'https://creativecommons.org/licenses/by/4.0/'],
      ['topics', ['copyright']],
      ['places', ['changsha', 'hunan']],
      ['organisations', []],
      ['people', ['wang-zhicheng']],
      ['roles', [{ vocabulary: 'people', id: 'wang-zhicheng', role: 'Director General' }]],
      ['dateline', 'changsha'],
      ['series', 'a-series'],
      ['seriesPosition', 2],
      ['translationOf', 'k7m2q5'],
      ['translations', ['k7m2q6']],
      ['corrections', [{ date: '2026-11-24', kind: 'correction', text: 'A name was put right.' }]],
    ])
  })

  test('has the same keys when little is known of it, with null', () => {
    const row = toDataRow(REPORT_FIELDS, bare)
    assert.deepEqual(Object.keys(row), Object.keys(toDataRow(REPORT_FIELDS, full)))
    assert.deepEqual(
      Object.keys(row).filter((key) => row[key] === null),
      [
        ...['summary', 'published', 'recorded', 'modified', 'covers', 'version', 'rights', 'license'],
        ...['dateline', 'series', 'seriesPosition', 'translationOf'],
      ],
    )
  })

  test('has in each key what the description of the data says', () => {
    for (const subject of [bare, full]) {
      for (const { name, type, of } of REPORT_FIELDS) {
        const value = of(subject)
        const found = Array.isArray(value) ? 'array' : typeof value === 'number' ? 'integer' : typeof value
        assert.ok(value === null || found === type, name)
      }
    }
  })
})

suite('a report as a row of the table', () => {
  test('keeps the first columns of earlier tables in their places', () => {
    assert.deepEqual(
      REPORT_COLUMNS.slice(0, 13).map(({ name }) => name),
      [
        ...['id', 'address', 'kind', 'language', 'date', 'event', 'title', 'source'],
        ...['topics', 'places', 'organisations', 'people', 'series'],
      ],
    )
  })

  test('has several values in one field, parted by spaces', () => {
    assert.deepEqual(Object.entries(toDataRow(REPORT_COLUMNS, full)), [
      ['id', 'k7m2q4'],
      ['address', 'https://archive.example/2024/12/a-title/'],
      ['kind', 'report'],
      ['language', 'en'],
      ['date', '2024-12-20'],
      ['event', '2024-12-11/2024-12-13'],
      ['title', 'A title'],
      ['source', 'An Agency'],
      ['topics', 'copyright'],
      ['places', 'changsha hunan'],
      ['organisations', ''],
      ['people', 'wang-zhicheng'],
      ['series', 'a-series'],
      ['titleSupplied', 'true'],
      ['summary', 'A summary.'],
      ['dateline', 'changsha'],
      ['sourceAddresses', 'https://agency.example/1 https://site.example/'],
      ['rights', 'An Agency'],
      ['license', 'https://creativecommons.org/licenses/by/4.0/'],
      ['published', '2024-12-20'],
      ['recorded', '2026-11-22'],
      ['modified', '2026-11-24'],
      ['version', '2'],
      ['translationOf', 'k7m2q5'],
      ['shortAddress', 'https://archive.example/r/k7m2q4/'],
    ])
  })

  test('has empty fields for what is not known', () => {
    const row = toDataRow(REPORT_COLUMNS, bare)
    assert.equal(row['event'], '')
    assert.equal(row['source'], '')
    assert.equal(row['version'], '')
  })
})

test('a term as a line of JSON has its names and what it is', () => {
  const described = { ...topic, notes: { en: 'A right.' } }
  assert.equal(
    toJsonLines([toDataRow(TERM_FIELDS, described)]),
    '{"vocabulary":"topics","id":"copyright","url":"https://archive.example/topics/copyright/","name":"Copyright",' +
      '"names":{"en":"Copyright","zh-Hans":"版权"},"aliases":["author’s right"],' +
      '"sameAs":["https://www.wikidata.org/entity/Q1297822"],"notes":{"en":"A right."}}\n',
  )
})

suite('lines of JSON', () => {
  test('stand on a line each, which ends, whatever they hold', () => {
    assert.equal(toJsonLines([]), '')
    assert.equal(toJsonLines(['a\nb\u2028', { c: null }]), '"a\\nb\u2028"\n{"c":null}\n')
  })

  test('give back every value that was written', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (values) => {
        const lines = toJsonLines(values).split('\n').slice(0, -1)
        assert.deepEqual(
          lines.map((line): unknown => JSON.parse(line)),
          values,
        )
      }),
    )
  })
})

suite('the sums of files', () => {
  test('are found right by sha256sum, and a changed file is named', (context) => {
    const folder = mkdtempSync(join(tmpdir(), 'sums '))
    context.after(() => {
      rmSync(folder, { recursive: true })
    })
    const files = [
      { path: 'reports.jsonl', digest: createHash('sha256').update('{}\n').digest('hex') },
      { path: 'datapackage.json', digest: createHash('sha256').update('').digest('hex') },
    ]
    assert.equal(
      toSha256Sums(files),
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  datapackage.json\n' +
        'ca3d163bab055381827226140568f3bef7eaac187cebd76878e0b63e9e442356  reports.jsonl\n',
    )
    writeFileSync(join(folder, 'SHA256SUMS'), toSha256Sums(files))
    writeFileSync(join(folder, 'reports.jsonl'), '{}\n')
    writeFileSync(join(folder, 'datapackage.json'), '')
    const check = (): string =>
      execFileSync('sha256sum', ['--check', 'SHA256SUMS'], { cwd: folder, encoding: 'utf8', stdio: 'pipe' })
    assert.equal(check(), 'datapackage.json: OK\nreports.jsonl: OK\n')
    writeFileSync(join(folder, 'reports.jsonl'), '[]\n')
    assert.throws(check, (error: Error & { stdout: string }) => error.stdout.includes('reports.jsonl: FAILED'))
  })
})

suite('the description of the data', () => {
  test('names each file, its size, its digest and the file that says what stands in it', () => {
    const described = toDataPackage({
      title: 'Copyright News Archive',
      description: 'Reports on copyright.',
      homepage: 'https://archive.example/data/',
      resources: [
        {
          path: 'reports.csv',
          title: 'All reports',
          description: 'One row each.',
          format: 'csv',
          mediaType: 'text/csv',
          bytes: 12,
          digest: '0a1b',
          schema: 'table.schema.json',
        },
      ],
    })
    assert.deepEqual(JSON.parse(described), {
      profile: 'data-package',
      name: 'copyright-news-archive',
      title: 'Copyright News Archive',
      description: 'Reports on copyright.',
      homepage: 'https://archive.example/data/',
      resources: [
        {
          profile: 'tabular-data-resource',
          name: 'reports-csv',
          path: 'reports.csv',
          title: 'All reports',
          description: 'One row each.',
          format: 'csv',
          mediatype: 'text/csv',
          encoding: 'utf-8',
          bytes: 12,
          hash: 'sha256:0a1b',
          dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true },
          schema: 'table.schema.json',
        },
      ],
    })
  })

  test('says what stands in files of one kind, field by field', () => {
    const field = { name: 'id', type: 'string', description: 'The identifier.', of: () => '' } as const
    assert.deepEqual(JSON.parse(toTableSchema([field], ['id'])), {
      fields: [{ name: 'id', type: 'string', description: 'The identifier.' }],
      missingValues: [''],
      primaryKey: ['id'],
    })
  })

  test('has a name of small letters, whatever the archive is called', () => {
    const nameOf = (title: string): unknown =>
      (JSON.parse(toDataPackage({ title, description: '', homepage: '', resources: [] })) as { name: unknown }).name
    assert.deepEqual(['Éditions & Copies 2', '版权新闻档案'].map(nameOf), ['editions-copies-2', 'archive'])
  })

  test('tells the fields of every file apart, with a sentence on each', () => {
    for (const fields of [REPORT_FIELDS, REPORT_COLUMNS, TERM_FIELDS]) {
      assert.equal(new Set(fields.map(({ name }) => name)).size, fields.length)
      for (const { description } of fields) assert.match(description, /^.+\.$/)
    }
  })
})
