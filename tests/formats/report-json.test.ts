import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { suite, test } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { toReportJson, type Paragraph } from '#formats/report-json.ts'
import { toReportSchema } from '#formats/report-schema.ts'
import { bareBrief, changsha, descriptions, fullReport } from './descriptions.ts'

const SCHEMA = 'https://archive.example/schemas/report-1.json'
const schema = toReportSchema(SCHEMA)
const validate = new Ajv2020({ allErrors: true, strict: true }).compile(schema)

const paragraphs: fc.Arbitrary<Paragraph[]> = fc.array(
  fc.record({ id: fc.integer({ min: 1, max: 999 }).map((number) => `p${String(number)}`), text: fc.string() }),
  { maxLength: 3 },
)

suite('a report as JSON', () => {
  test('says of a bare brief what is known, in a fixed order', () => {
    assert.equal(
      toReportJson(bareBrief, { schema: SCHEMA, paragraphs: [{ id: 'p4', text: 'They were combined.' }] }),
      `{
  "$schema": "https://archive.example/schemas/report-1.json",
  "version": 1,
  "id": "q5r6s7",
  "kind": "brief",
  "status": "published",
  "language": "en",
  "title": "Secretariats combined",
  "titleSupplied": false,
  "url": "https://archive.example/1893/secretariats-combined/",
  "shortUrl": "https://archive.example/r/q5r6s7/",
  "date": "1893",
  "covers": "1893",
  "publisher": {
    "name": "An Archive",
    "url": "https://archive.example/"
  },
  "archive": {
    "name": "An Archive",
    "url": "https://archive.example/",
    "description": "News on copyright.",
    "language": "en"
  },
  "sources": [
    {
      "name": "A history of WIPO",
      "url": "https://www.wipo.int/history"
    },
    {
      "name": "A book"
    }
  ],
  "copies": [],
  "license": "https://creativecommons.org/licenses/by/4.0/",
  "topics": [],
  "places": [],
  "organisations": [],
  "people": [],
  "translations": [],
  "corrections": [],
  "alternates": [],
  "text": [
    {
      "number": 4,
      "text": "They were combined."
    }
  ],
  "csl": {
    "id": "q5r6s7",
    "type": "webpage",
    "author": [
      {
        "literal": "An Archive"
      }
    ],
    "title": "Secretariats combined",
    "event-date": {
      "date-parts": [
        [
          1893
        ]
      ]
    },
    "language": "en",
    "URL": "https://archive.example/1893/secretariats-combined/"
  }
}
`,
    )
  })

  test('says who did what, where it stands in its thread, and which wording it is', () => {
    const report = read(fullReport)
    assert.deepEqual(report['organisations'], [
      {
        id: 'ncac',
        name: 'National Copyright Administration of China',
        names: { en: 'National Copyright Administration of China', 'zh-Hans': '国家版权局' },
        aliases: ['NCAC'],
        url: 'https://archive.example/organisations/ncac/',
        sameAs: ['https://en.ncac.gov.cn/', 'https://www.wikidata.org/entity/Q1'],
        role: 'organizer',
      },
    ])
    assert.deepEqual(report['series'], {
      id: 'trainings',
      name: 'Trainings',
      names: { en: 'Trainings' },
      aliases: [],
      url: 'https://archive.example/series/trainings/',
      sameAs: [],
      position: 6,
      count: 6,
    })
    assert.equal(report['wording'], 2)
    assert.deepEqual(report['publisher'], { name: 'National Copyright Administration of China' })
  })

  test('keeps no text of a report that was removed', () => {
    const notice = { date: '2026-11-22', text: 'A court ordered its removal.' }
    const report = read({ ...fullReport, status: 'gone', notice })
    assert.deepEqual(report['text'], [])
    assert.deepEqual(report['notice'], { date: '2026-11-22', text: 'A court ordered its removal.' })
  })

  test('is as its schema says, whatever the report', () => {
    fc.assert(
      fc.property(descriptions, paragraphs, (description, text) => {
        const report: unknown = JSON.parse(toReportJson(description, { schema: SCHEMA, paragraphs: text }))
        assert.ok(validate(report), JSON.stringify(validate.errors))
      }),
    )
  })

  test('says where copies of its sources and of the pages that it links to are', () => {
    const copy = { url: 'https://web-archive.example/1', captured: '2025-01-03' }
    const sources = [{ name: 'An office', url: 'https://example.org/a', copy }]
    const copies = [
      { original: 'https://example.org/b', url: 'https://web-archive.example/2', captured: '2025-01-04', text: 'b' },
    ]
    const written = (status: 'published' | 'gone'): Record<string, unknown> =>
      JSON.parse(
        toReportJson({ ...fullReport, status, sources }, { schema: SCHEMA, paragraphs: [], copies }),
      ) as Record<string, unknown>
    const report = written('published')
    assert.ok(validate(report), JSON.stringify(validate.errors))
    assert.deepEqual(report['sources'], sources)
    assert.deepEqual(report['copies'], [
      { original: 'https://example.org/b', url: 'https://web-archive.example/2', captured: '2025-01-04' },
    ])
    // The text of a removed report is taken back, and with it what it led to.
    assert.deepEqual(written('gone')['copies'], [])
  })

  test('may leave copies out, as before there were any', () => {
    const { copies, ...report } = read(fullReport)
    assert.deepEqual([copies, validate(report)], [[], true])
  })

  test('has its keys in the order of its schema', () => {
    const complete: typeof fullReport = {
      ...fullReport,
      license: 'https://creativecommons.org/licenses/by/4.0/',
      translationOf: { id: 'm3n4p5', title: 'A title', language: 'fr', url: 'https://archive.example/a/' },
      notice: { date: '2026-11-22', text: 'Why.' },
    }
    assert.deepEqual(Object.keys(read(complete)), Object.keys(schema['properties'] as object))
  })

  test('is the same text for the same report', () => {
    const parts = { schema: SCHEMA, paragraphs: [] }
    const reordered = Object.fromEntries(Object.entries(fullReport).toReversed()) as unknown as typeof fullReport
    assert.equal(toReportJson(reordered, parts), toReportJson(fullReport, parts))
  })
})

suite('the schema of a report as JSON', () => {
  const faults: [title: string, changed: object][] = [
    ['a key that it does not know', { author: 'Somebody' }],
    ['another version of the format', { version: 2 }],
    ['a day of no form', { date: '20 December 2024' }],
    ['a state of its own making', { status: 'draft' }],
    ['an address that is none', { url: '/2024/12/a-training/' }],
    ['a term without a name', { places: [{ ...changsha, name: undefined, vocabulary: undefined }] }],
    ['a copy without its day', { copies: [{ original: 'https://a.example/', url: 'https://b.example/' }] }],
    ['a paragraph without a number', { text: [{ text: 'A paragraph.' }] }],
  ]
  for (const [title, changed] of faults) {
    test(`refuses ${title}`, () => {
      const report: unknown = JSON.parse(JSON.stringify({ ...read(fullReport), ...changed }))
      assert.equal(validate(report), false)
    })
  }

  test('has a permanent address and a sentence on every key', () => {
    assert.equal(schema['$id'], SCHEMA)
    assert.deepEqual(
      keysOf(schema).filter(({ description }) => description === undefined),
      [],
    )
  })

  test('has every key in its manual', () => {
    const manual = readFileSync(new URL('../../docs/report-json.md', import.meta.url), 'utf8')
    assert.deepEqual(
      keysOf(schema).filter(({ name }) => !manual.includes(`\`${name}\``)),
      [],
    )
  })
})

function read(description: typeof fullReport): Record<string, unknown> {
  const text = toReportJson(description, { schema: SCHEMA, paragraphs: [{ id: 'p1', text: 'A paragraph.' }] })
  return JSON.parse(text) as Record<string, unknown>
}

/** Every key of a schema, also of what lies inside it. */
function keysOf(part: unknown): { name: string; description: unknown }[] {
  if (typeof part !== 'object' || part === null) return []
  const { properties = {}, items } = part as { properties?: Record<string, { description?: unknown }>; items?: unknown }
  const own = Object.entries(properties).flatMap(([name, value]) => [
    { name, description: value.description },
    ...keysOf(value),
  ])
  return [...own, ...keysOf(items)]
}
