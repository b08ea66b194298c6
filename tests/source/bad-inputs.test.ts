import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { suite, test } from 'node:test'
import { crc32, deflateSync } from 'node:zlib'
import { completeIdentifier } from '#archive/identifier.ts'
import { formatProblem, type Problem } from '#archive/problem.ts'
import { renderMarkdown } from '#markdown/pipeline.ts'
import { settings } from '#site.config.ts'
import { readArchive, type SourceArchive } from '#source/read-archive.ts'
import { readBody } from '#source/read-report.ts'
import { inTemporaryArchive, report, REPOSITORY, type Files } from './temporary-archive.ts'

/** Every case, however hostile, is answered within two seconds: generous, but a promise. */
const MILLISECONDS = 2000

const A = 'reports/2024/12/a-report.md'
const B = 'reports/2024/12/b-report.md'
const HALL = 'reports/2024/12/a-report/hall.png'
const TOPICS = 'vocabularies/topics.yaml'

/** Another identifier and another text, for a second report that differs from the first. */
/** A text of some forty words, long enough to be compared with another one. */
const LONG =
  'The administration opened a training in the harbour town on Monday for eighty delegates of publishers, studios and ' +
  'collecting societies. They heard how contracts are written abroad, what courts there ask for, and whom to call when a ' +
  'work is copied without leave. The next session is planned for the spring.'

const OTHER = { id: completeIdentifier('b0000') }
const OTHER_TEXT = 'Another paragraph.'

const GONE = { status: 'gone', notice: '{ date: 2025-01-02, text: Removed at the request of the source. }' }

/** One bad input, or one that looks bad and is accepted. */
interface Case {
  /** Its row in the tables of bad inputs in the design of the archive. */
  row: number
  title: string
  files: Files
  /** What only a file system can hold: links, pipes, folders. */
  prepare?: (root: string) => void
  /** All problems of the folder, in order: `file:line:column code`, warnings marked. */
  expect: string[]
  /** What the printed problems must say. */
  says?: string[]
  /** What must have been read. */
  read?: (archive: SourceArchive, root: string) => void
}

/** A case whose only file is the report `A`; places and codes are of that file. */
function ofReport(row: number, title: string, text: string | Uint8Array, expect: string[], more: Partial<Case> = {}) {
  const inFile = expect.map((place) =>
    place.startsWith('warning ') ? place.replace('warning ', `warning ${A}:`) : `${A}:${place}`,
  )
  return { row, title, files: { [A]: text }, expect: inFile, ...more }
}

const frontMatter: Case[] = [
  ofReport(1, 'a missing key is told at the opening line of the front matter', report({ title: null }), [
    '1:1 missing-key',
  ]),
  ofReport(1, 'all missing keys are told at once', report({ id: null, kind: null, lang: null, date: null }), [
    '1:1 missing-key',
    '1:1 missing-key',
    '1:1 missing-key',
    '1:1 missing-key',
  ]),
  ofReport(1, 'a key without a value is missing', report({ title: '' }), ['1:1 missing-key']),
  ofReport(1, 'a missing key of a value is told at that value', report({ source: '{ url: "https://example.org/" }' }), [
    '7:9 missing-key',
  ]),
  ofReport(2, 'a text in place of a list is told at its key', report({ topics: 'copyright' }), ['8:1 wrong-type'], {
    says: ['write a list: [a, b]'],
  }),
  ofReport(2, 'a list in place of a text is told at its key', report({ title: '[A report]' }), ['5:1 wrong-type']),
  ofReport(2, 'a text in place of keys and values is told at its key', report({ source: 'A newspaper' }), [
    '7:1 wrong-type',
  ]),
  ofReport(
    2,
    'a word that is not of the list is told with the nearest that is',
    report({ kind: 'reprot' }),
    ['3:7 wrong-value'],
    { says: ['did you mean “report”?'] },
  ),
  ofReport(
    3,
    'an unknown key is refused and the nearest known key is named',
    report({ title: null, tittle: 'A' }),
    ['1:1 missing-key', '7:1 unknown-key'],
    { says: ['unknown key “tittle”', 'did you mean “title”?'] },
  ),
  ofReport(3, 'a key that other archives have is refused', report({ slug: 'a-report' }), ['8:1 unknown-key']),
  ofReport(
    3,
    'an unknown key of a source is refused at its place',
    report({ source: '{ name: A, ulr: b }' }),
    ['7:20 unknown-key'],
    { says: ['did you mean “url”?'] },
  ),
  {
    row: 3,
    title: 'an unknown key of a term is refused and the nearest known key is named',
    files: { [TOPICS]: 'copyright:\n  label: { en: Copyright }\n  aliasses: [Author’s right]\n' },
    expect: [`${TOPICS}:3:3 unknown-key`],
    says: ['did you mean “aliases”?'],
  },
  {
    row: 3,
    title: 'a name in a language that is none is refused with what to write',
    files: { [TOPICS]: 'copyright: { label: { EN: Copyright } }\n' },
    expect: [`${TOPICS}:1:23 wrong-value`],
    says: ['not a language tag', 'write a tag such as en or zh-Hans'],
  },
  ofReport(4, 'broken YAML is told with line and column', report({ source: '{ name: A newspaper' }), ['7:28 yaml']),
  ofReport(4, 'a quotation that is not closed is told where it was to end', report({ source: '"A newspaper' }), [
    '7:21 yaml',
  ]),
  ofReport(4, 'a tab as indentation is told at the tab', report({ source: '\n\tname: A newspaper' }), ['8:1 yaml']),
  ofReport(4, 'keys after the end of a YAML document are not lost', report({ rights: 'All\n...\nseries: a' }), [
    '10:1 yaml',
  ]),
  ofReport(5, 'front matter that is not closed is not published as text', '---\ntitle: A report\n\nA paragraph.\n', [
    '1 front-matter-not-closed',
  ]),
  ofReport(6, 'an empty file is refused', '', ['1 empty-file']),
  ofReport(6, 'a file of empty lines is refused', '\n\n \n', ['1 empty-file']),
  ofReport(6, 'a file without front matter is refused', 'A paragraph.\n', ['1 no-front-matter']),
  ofReport(6, 'front matter without keys is refused', '---\n---\nA paragraph.\n', ['2 yaml']),
  ofReport(6, 'a list in place of front matter is refused', '---\n- title\n---\nA paragraph.\n', ['2 yaml']),
  ofReport(6, 'an empty body is refused', report({}, ' \n'), ['9 empty-body']),
  ofReport(6, 'an empty body is right when the report is gone', report(GONE, ''), []),
  ofReport(
    7,
    'a key that stands twice is refused at its second place',
    report({ rights: 'A\nrights: B' }),
    ['9:1 yaml'],
    { says: ['the same key twice'] },
  ),
  {
    row: 7,
    title: 'a term that stands twice is refused at its second place',
    files: { [TOPICS]: 'copyright: { label: { en: Copyright } }\ncopyright: { label: { en: Right } }\n' },
    expect: [`${TOPICS}:2:1 yaml`],
  },
  ofReport(8, 'anchors and aliases are refused', report({ title: '&a A report', rights: '*a' }), [
    '5:11 yaml-feature',
    '8:9 yaml-feature',
  ]),
  ofReport(8, 'a merge key is refused', report({ source: '\n  <<: { name: A newspaper }' }), ['8:3 yaml-feature']),
  ofReport(
    9,
    'an alias bomb of nine levels is refused at each anchor and alias',
    report(Object.fromEntries(Array.from('bcdefghij', (key) => [key, bombOf(key)]))),
    Array.from({ length: 9 }, (_, level) => [
      `${String(8 + level)}:7 yaml-feature`,
      ...(level === 0
        ? []
        : Array.from({ length: 9 }, (_, index) => `${String(8 + level)}:${String(8 + index * 4)} yaml-feature`)),
    ]).flat(),
  ),
  ofReport(
    10,
    'YAML of 25 maps inside each other is refused',
    report({ notice: '{a: '.repeat(25) + '}'.repeat(25) }),
    ['8:85 yaml-feature'],
    { says: ['nested more than 20 levels deep'] },
  ),
  ofReport(
    10,
    'YAML of 25 lists inside each other is refused',
    report({ topics: '['.repeat(25) + ']'.repeat(25) }),
    ['8:28 yaml-feature'],
    { says: ['nested more than 20 levels deep'] },
  ),
  ofReport(10, 'front matter of more than 64 kB is refused', report({ rights: 'a'.repeat(64 * 1024) }), [
    '1 front-matter-too-long',
  ]),
  ofReport(
    11,
    'names of the prototype are unknown keys',
    report({ ['__proto__']: 'a', constructor: 'b', prototype: 'c' }),
    ['8:1 unknown-key', '9:1 unknown-key', '10:1 unknown-key'],
  ),
  {
    row: 11,
    title: 'a name of the prototype is not lost from a term',
    files: { [TOPICS]: 'copyright: { label: { en: Copyright, __proto__: Right } }\n' },
    expect: [`${TOPICS}:1:49 wrong-value`],
  },
  ...['!!js/function "() => 1"', '!own A report', '!!python/object:os.system a'].map((title) =>
    ofReport(12, `the tag of ${title} is refused`, report({ title }), ['5:8 yaml']),
  ),
  ofReport(12, 'the tag !!binary is refused', report({ title: '!!binary aGVsbG8=' }), ['5:17 yaml-feature']),
  ofReport(13, 'TOML is refused by its name', '+++\ntitle = "A report"\n+++\nA paragraph.\n', ['1 toml']),
  ...['2024-02-30', '2024-13-45', '2023-02-29', '1', '""', '20 December 2024', '2024-12-2', '2024/12/20'].map((date) =>
    ofReport(14, `the date ${date} is refused`, report({ date }), ['6:7 wrong-value'], {
      says: ['is not a date of the calendar'],
    }),
  ),
  ofReport(14, 'the date null is a missing date', report({ date: 'null' }), ['1:1 missing-key']),
  ...['2024-12-20T10:00:00Z', '2024-12-20 10:00', '2024-12-20+08:00', '2024-12-20Z'].map((date) =>
    ofReport(15, `the date ${date} is refused for its time or zone`, report({ date }), ['6:7 wrong-value']),
  ),
  ofReport(15, 'a month is a date', report({ date: '2024-12' }), []),
  {
    row: 15,
    title: 'a year is a date, and its reports lie in the folder of the year',
    files: { 'reports/1893/a-report.md': report({ date: '1893' }) },
    expect: [],
  },
  {
    row: 16,
    title: 'a report of a later day is held back, which is no problem',
    files: { 'reports/2026/11/a-report.md': report({ date: '2026-11-23' }) },
    expect: [],
    read: ({ reports, held }) => {
      assert.deepEqual(reports, [])
      assert.deepEqual(
        held.map(({ path, date }) => [path, date]),
        [['2026/11/a-report', '2026-11-23']],
      )
    },
  },
  {
    row: 16,
    title: 'a report of the day itself is published, and one of its month and its year too',
    files: {
      'reports/2026/11/a-report.md': report({ date: '2026-11-22' }),
      'reports/2026/11/b-report.md': report({ ...OTHER, date: '2026-11' }, OTHER_TEXT),
      'reports/2026/c-report.md': report({ id: completeIdentifier('c0000'), date: '2026' }, 'A third paragraph.'),
    },
    expect: [],
    read: ({ reports }) => {
      assert.equal(reports.length, 3)
    },
  },
  ofReport(
    16,
    'a correction of a later day is refused',
    report({ corrections: '\n  - { date: 2026-11-23, kind: update, text: The vote was added. }' }),
    ['9:13 correction-date'],
  ),
  {
    row: 17,
    title: 'a year before 1600 is refused',
    files: { 'reports/1599/12/a-report.md': report({ date: '1599-12-31' }) },
    expect: ['reports/1599/12/a-report.md:6:7 wrong-value'],
  },
  {
    row: 17,
    title: 'a year after 9999 is refused',
    files: { 'reports/10000/01/a-report.md': report({ date: '10000-01-01' }) },
    expect: ['reports/10000/01/a-report.md wrong-path', 'reports/10000/01/a-report.md:6:7 wrong-value'],
  },
  ofReport(
    18,
    'an event that ends before it starts is refused',
    report({ event: '2024-12-13/2024-12-11' }),
    ['8:8 wrong-value'],
    { says: ['ends before it starts'] },
  ),
  ofReport(
    18,
    'a correction older than its report is refused',
    report({ corrections: '\n  - { date: 2024-12-19, kind: update, text: The vote was added. }' }),
    ['9:13 correction-date'],
  ),
  ofReport(
    18,
    'a folder that does not agree with the date is refused',
    report({ date: '2024-11-20' }),
    ['6:7 folder-differs'],
    { says: ['move the file to reports/2024/11/'] },
  ),
  {
    row: 18,
    title: 'a day in the folder of a year is refused',
    files: { 'reports/2024/a-report.md': report() },
    expect: ['reports/2024/a-report.md:6:7 folder-differs'],
  },
  ofReport(19, 'an empty title is refused', report({ title: '""' }), ['5:8 wrong-value']),
  ofReport(19, 'a title of spaces is refused', report({ title: '"  \u3000"' }), ['5:8 wrong-value']),
  ofReport(19, 'a title of 301 characters is refused', report({ title: 'a'.repeat(301) }), ['5:8 wrong-value'], {
    says: ['301 characters, 300 are allowed'],
  }),
  ofReport(19, 'a title of 300 characters is accepted', report({ title: 'a'.repeat(300) }), []),
  ofReport(20, 'a control character by a YAML escape is refused', report({ title: '"A\\b"' }), ['5:8 wrong-value'], {
    says: ['the control character U+0008 at character 2'],
  }),
  ofReport(20, 'a control character as it is is refused', report({ title: 'A\u0001' }), ['5:8 wrong-value'], {
    says: ['the control character U+0001 at character 2'],
  }),
  ofReport(
    20,
    'every noncharacter is refused',
    report({ title: '"\\uFFFE\\uFFFF"' }),
    ['5:8 wrong-value', '5:8 wrong-value'],
    { says: ['the noncharacter character U+FFFE at character 1', 'U+FFFF at character 2'] },
  ),
  ofReport(20, 'a lone surrogate is refused', report({ source: '{ name: "\\uD800" }' }), ['7:17 wrong-value'], {
    says: ['the surrogate character U+D800 at character 1'],
  }),
  {
    row: 20,
    title: 'a control character of a role is refused',
    files: {
      [A]: report({ people: '[{ id: jo-smith, role: "\\0" }]' }),
      'vocabularies/people.yaml': 'jo-smith: { label: { en: Jo Smith } }\n',
    },
    expect: [`${A}:8:32 wrong-value`],
    says: ['the control character U+0000 at character 1'],
  },
  ofReport(
    20,
    'characters of the text are refused with line and column',
    report({}, 'A\u0000\n\nB\u{1FFFE}\uFFFF'),
    ['9:2 forbidden-character', '11:2 forbidden-character', '11:4 forbidden-character'],
    { says: ['U+0000', 'U+1FFFE', 'U+FFFF'] },
  ),
  {
    row: 20,
    title: 'a control character of a term is refused',
    files: { [TOPICS]: 'copyright:\n  label: { en: "Copy\\eright" }\n' },
    expect: [`${TOPICS}:2:16 forbidden-character`],
    says: ['U+001B'],
  },
  ofReport(
    21,
    'a bidirectional override in a title is a warning',
    report({ title: 'A \u202Ereport' }),
    ['warning 5:8 invisible-character'],
    { says: ['U+202E'] },
  ),
  ofReport(21, 'a bidirectional override in the text is a warning', report({}, 'A \u202Ereport'), [
    'warning 9:3 invisible-character',
  ]),
  ofReport(
    21,
    'a hidden character in an address is refused',
    report({ source: '{ name: A, url: "https://a\u200B.org" }' }),
    ['7:25 wrong-value', 'warning 7:25 invisible-character'],
  ),
  ofReport(21, 'a hidden character in a link is refused', report({}, '[A](https://a\u2066.org)'), [
    '9:1 bad-link',
    'warning 9:14 invisible-character',
  ]),
  ofReport(21, 'a hidden character in an id is refused', report({ id: 'k7m2q4\u200B' }), [
    '2:5 wrong-value',
    'warning 2:5 invisible-character',
  ]),
  ofReport(
    21,
    'joiners that Persian is written with are accepted',
    report({ title: 'می\u200Cخواهم' }, 'می\u200Cخواهم'),
    [],
  ),
  {
    row: 21,
    title: 'a bidirectional override in the name of a term is a warning',
    files: { [TOPICS]: 'copyright:\n  label: { en: "Copy\u202Eright" }\n' },
    expect: [`warning ${TOPICS}:2:16 invisible-character`],
  },
  ...['</script><script>alert(1)</script>', ']]>', '-->', '<!--<script', '"; alert(1) //', '{{7*7}}'].map((title) =>
    ofReport(22, `the title ${title} is read as it is`, report({ title: JSON.stringify(title) }), [], {
      read: ({ reports }) => {
        assert.deepEqual(
          reports.map((one) => one.title),
          [title],
        )
      },
    }),
  ),
  ...['12e45', '0x12a', '01234', '00000', '1e999']
    .map((payload) => completeIdentifier(payload))
    .map((id) =>
      ofReport(23, `the id ${id} is text, however like a number it looks`, report({ id }), [], {
        read: ({ reports }) => {
          assert.deepEqual(
            reports.map((one) => one.id),
            [id],
          )
        },
      }),
    ),
  ...['1984', '1_000', '0o17', '.inf', '2024-12-20', 'true', 'No', '12:30:45', '1.0'].map((title) =>
    ofReport(23, `the title ${title} stays text`, report({ title }), [], {
      read: ({ reports }) => {
        assert.deepEqual(
          reports.map((one) => one.title),
          [title],
        )
      },
    }),
  ),
  ofReport(23, 'the language no is Norwegian', report({ lang: 'no' }), [], {
    read: ({ reports }) => {
      assert.equal(reports[0]?.lang, 'no')
    },
  }),
  ...[
    { name: 'a byte order mark', change: (text: string) => '\uFEFF' + text },
    { name: 'CRLF', change: (text: string) => text.replaceAll('\n', '\r\n') },
    { name: 'CR', change: (text: string) => text.replaceAll('\n', '\r') },
  ].map(({ name, change }) => {
    const text = report({ corrections: '\n  - { date: 2025-01-02, kind: update, text: More. }' }, 'First.\n\nSecond.')
    return ofReport(24, `${name} changes nothing but the digest of the bytes`, change(text), [], {
      read: ({ reports }, root) => {
        const [read] = reports
        assert.ok(read)
        assert.equal(read.title, 'A report')
        assert.deepEqual(read.corrections, [{ date: '2025-01-02', kind: 'update', text: 'More.' }])
        assert.equal(readBody(root, read.file, read.digest), 'First.\n\nSecond.\n')
        assert.equal(read.digest, createHash('sha256').update(change(text)).digest('hex'))
      },
    })
  }),
  ...['\r\n', '\r'].map((end) =>
    ofReport(
      24,
      `lines that end with ${JSON.stringify(end)} are counted right`,
      report({}, 'First.\n\nA <b>').replaceAll('\n', end),
      ['11:3 raw-html'],
    ),
  ),
  ofReport(
    25,
    'a byte that is not UTF-8 is told with its offset',
    joinBytes(report(), [0xff, 0x0a]),
    ['10 not-utf-8'],
    { says: [`byte ${String(report().length)} (0xff)`] },
  ),
  ofReport(
    25,
    'Latin-1 is refused at its first letter',
    Buffer.from(report({}, 'Café au lait'), 'latin1'),
    ['9 not-utf-8'],
    { says: [`byte ${String(report({}, 'Caf').length - 1)} (0xe9)`] },
  ),
  ofReport(
    25,
    'GBK is refused at its first letter',
    joinBytes(report(), [0xd6, 0xd0, 0xce, 0xc4, 0x0a]),
    ['10 not-utf-8'],
    { says: [`byte ${String(report().length)} (0xd6)`] },
  ),
  ofReport(
    25,
    'a character that is cut off at the end is refused',
    joinBytes(report(), [0xe7, 0x89]),
    ['10 not-utf-8'],
    { says: [`byte ${String(report().length)} (0xe7)`] },
  ),
  ofReport(
    25,
    'the line of a bad byte is right where lines end with CR',
    joinBytes(report().replaceAll('\n', '\r'), [0xff]),
    ['10 not-utf-8'],
  ),
  ofReport(25, 'UTF-16 is refused by its name', Buffer.from('\uFEFF' + report(), 'utf16le'), ['1 not-utf-8'], {
    says: ['the file is UTF-16'],
  }),
  ofReport(
    25,
    'UTF-16 the other way round is refused by its name',
    Buffer.from('\uFEFF' + report(), 'utf16le').swap16(),
    ['1 not-utf-8'],
  ),
  ofReport(25, 'UTF-16 without a mark is refused', Buffer.from(report(), 'utf16le'), ['1 no-front-matter']),
  {
    row: 25,
    title: 'a vocabulary that is not UTF-8 is refused',
    files: { [TOPICS]: joinBytes('copyright: { label: { en: Copyright } }\n', [0xff]) },
    expect: [`${TOPICS}:2 not-utf-8`],
  },
  ...[
    'javascript:alert(1)',
    'data:text/html,a',
    '//evil.example/',
    'https://user:secret@example.org/',
    'https://user@example.org/',
    'https://example.org/a b',
    'https:/example.org/',
    'ftp://example.org/',
    'example.org',
  ].map((url) =>
    ofReport(26, `the address ${url} is refused`, report({ source: `{ name: A, url: "${url}" }` }), [
      '7:25 wrong-value',
    ]),
  ),
  ofReport(
    26,
    'a host that looks like another is shown as Punycode',
    report({ source: '{ name: A, url: "https://еxample.org/" }' }),
    ['7:25 wrong-value'],
    { says: ['xn--xample-2of.org'] },
  ),
  ofReport(
    26,
    'the addresses of sources and of a notice are checked too',
    report({
      kind: 'brief',
      status: 'withdrawn',
      notice: '{ date: 2025-01-02, text: Wrong., alternative: "javascript:a" }',
      sources: '\n  - { name: A, url: "javascript:b" }',
    }),
    ['9:56 wrong-value', '11:21 wrong-value'],
  ),
  ofReport(
    27,
    'a name with quotation marks, commas and an “and” stays one name',
    report({ source: `{ name: 'Smith, "Jo" and Sons' }` }),
    [],
    {
      read: ({ reports }) => {
        assert.equal(reports[0]?.source?.name, 'Smith, "Jo" and Sons')
      },
    },
  ),
  ...['"Smith\\nSons"', '"Smith\\u2028Sons"'].map((name) =>
    ofReport(27, `the line break of ${name} is refused`, report({ source: `{ name: ${name} }` }), ['7:17 wrong-value']),
  ),
  {
    row: 27,
    title: 'a line break in the name of a term is refused',
    files: { 'vocabularies/people.yaml': 'jo-smith:\n  label:\n    en: |\n      Jo\n      Smith\n' },
    expect: ['vocabularies/people.yaml:3:9 wrong-value'],
  },
]

/** One level of an alias bomb: an anchor on nine words, or on nine aliases of the level before. */
function bombOf(key: string): string {
  const before = String.fromCodePoint((key.codePointAt(0) ?? 0) - 1)
  return `&${key} [${Array.from({ length: 9 }, () => (key === 'b' ? 'a' : `*${before}`)).join(', ')}]`
}

function joinBytes(text: string, bytes: readonly number[]): Uint8Array {
  return Buffer.concat([Buffer.from(text), Buffer.from(bytes)])
}

const WINDOWS_DEVICES = ['con', 'prn', 'aux', 'nul', 'com1', 'lpt9']

const names: Case[] = [
  ...[
    'A-report',
    'a_report',
    'a--report',
    '-a',
    'a-',
    '2024',
    'a'.repeat(81),
    'a..b',
    '%2e%2e',
    'a#b',
    'a?b',
    'a:b',
    'a\\b',
    'a b',
    'a\nb',
    'caf\u00e9',
    'cafe\u0301',
    'a\u200Bb',
    '版权',
    '📰',
    ...WINDOWS_DEVICES,
  ].map((slug) => ({
    row: 28,
    title: `the file name ${JSON.stringify(slug)} is refused`,
    files: { [`reports/2024/12/${slug}.md`]: report() },
    expect: [`reports/2024/12/${slug}.md wrong-path`],
  })),
  {
    row: 28,
    title: 'a slug of 80 characters is accepted',
    files: { [`reports/2024/12/${'a'.repeat(80)}.md`]: report() },
    expect: [],
  },
  ...[
    'reports/a-report.md',
    'reports/2024/12/20/a-report.md',
    'reports/24/12/a-report.md',
    'reports/2024/1/a-report.md',
  ].map((file) => ({
    row: 28,
    title: `the path ${file} is refused`,
    files: { [file]: report() },
    expect: [`${file} wrong-path`],
  })),
  {
    row: 29,
    title: 'an id that two reports share is told of both',
    files: { [A]: report(), [B]: report({}, OTHER_TEXT) },
    expect: [`${A}:2:5 shared-id`, `${B}:2:5 shared-id`],
    says: [`is also that of ${B}`, `is also that of ${A}`],
  },
  {
    row: 29,
    title: 'an id is shared with a draft and with a report of a later day too',
    files: {
      [A]: report(),
      [B]: report({ status: 'draft' }, OTHER_TEXT),
      'reports/2099/01/c-report.md': report({ date: '2099-01-01' }, 'A third paragraph.'),
    },
    expect: [`${A}:2:5 shared-id`, `${B}:2:5 shared-id`, 'reports/2099/01/c-report.md:2:5 shared-id'],
  },
  ...['k7m2q5', '7km2q4', 'K7M2Q4', 'k7m2q', 'k7m2qi'].map((id) =>
    ofReport(29, `the id ${id} is refused for its check character`, report({ id }), ['2:5 wrong-value']),
  ),
  ...['page', 'feed'].map((slug) => ({
    row: 30,
    title: `the slug ${slug} is reserved`,
    files: { [`reports/2024/12/${slug}.md`]: report() },
    expect: [`reports/2024/12/${slug}.md wrong-path`],
    says: ['is reserved'],
  })),
  {
    row: 30,
    title: 'the id of a term is a slug too',
    files: { [TOPICS]: 'Copyright: { label: { en: A } }\npage: { label: { en: B } }\n"1": { label: { en: C } }\n' },
    expect: [`${TOPICS}:1:1 wrong-id`, `${TOPICS}:2:1 wrong-id`, `${TOPICS}:3:1 wrong-id`],
  },
  {
    row: 31,
    title: 'an unknown term is told at its place with the nearest term',
    files: {
      [A]: report({ topics: '[training, copyrihgt]' }),
      [TOPICS]: 'copyright: { label: { en: Copyright } }\ntraining: { label: { en: Training } }\n',
    },
    expect: [`${A}:8:20 unknown-term`],
    says: ['did you mean “copyright”? add it to vocabularies/topics.yaml'],
  },
  ofReport(
    31,
    'an unknown term of every vocabulary is told',
    report({
      dateline: 'paris',
      topics: '[copyright]',
      places: '[geneva]',
      organisations: '[{ id: wipo, role: host }]',
      people: '\n  - jo-smith',
      series: 'talks',
    }),
    [
      '8:11 unknown-term',
      '9:10 unknown-term',
      '10:10 unknown-term',
      '11:17 unknown-term',
      '13:5 unknown-term',
      '14:9 unknown-term',
    ],
  ),
  {
    row: 37,
    title: 'names that operating systems leave are passed over',
    files: {
      [A]: report(),
      'reports/.DS_Store': 'a',
      'reports/2024/12/Thumbs.db': 'a',
      'reports/2024/desktop.ini': 'a',
      'reports/2025/.gitkeep': '',
      'vocabularies/.DS_Store': 'a',
      '.DS_Store': 'a',
    },
    expect: [],
  },
  ...['reports/2024/12/.a-report.md', 'reports/.git/a-report.md', 'vocabularies/.topics.yaml.swp', '.a-report.md'].map(
    (file) => ({
      row: 37,
      title: `the hidden file ${file} is told`,
      files: { [A]: report(), [file]: report() },
      expect: [`${file.replace('/a-report.md', '')} stray-file`],
    }),
  ),
  ...[
    'reports/notes.txt',
    'reports/2024/12/a-report.markdown',
    'reports/2024/12/hall.png',
    'reports/2024/12/B-REPORT.MD',
    'vocabularies/topics.yml',
    'vocabularies/colours.yaml',
    'notes.txt',
  ].map((file) => ({
    row: 37,
    title: `the stray file ${file} is told`,
    files: { [A]: report(), [file]: 'a' },
    expect: [`${file} stray-file`],
  })),
  {
    row: 37,
    title: 'a link to a file outside is told and not followed',
    files: { [A]: report() },
    prepare: (root) => {
      symlinkSync(join(REPOSITORY, 'package.json'), join(root, B))
    },
    expect: [`${B} stray-file`],
  },
  {
    row: 37,
    title: 'a link to a folder is told and not followed',
    files: { [A]: report() },
    prepare: (root) => {
      symlinkSync('2024', join(root, 'reports/2025'))
    },
    expect: ['reports/2025 stray-file'],
  },
  {
    row: 37,
    title: 'a link that leads nowhere is told',
    files: { [A]: report() },
    prepare: (root) => {
      symlinkSync('nowhere', join(root, B))
    },
    expect: [`${B} stray-file`],
  },
  ...['nowhere', '../reports/2024/12/a-report.md'].map((target) => ({
    row: 37,
    title: `a vocabulary that is a link to ${target} is told and not followed`,
    files: { [A]: report(), 'vocabularies/people.yaml': '' },
    prepare: (root: string) => {
      symlinkSync(target, join(root, TOPICS))
    },
    expect: [`${TOPICS} stray-file`],
  })),
  {
    row: 37,
    title: 'a pipe is told and not waited for',
    files: { [A]: report() },
    prepare: (root) => {
      execFileSync('mkfifo', [join(root, B)])
    },
    expect: [`${B} stray-file`],
  },
  {
    row: 37,
    title: 'a folder named like a report is told',
    files: { [A]: report(), 'reports/2024/12/b-report.md/c-report.md': report() },
    expect: [`${B} stray-file`],
  },
  {
    row: 37,
    title: 'a folder in place of a vocabulary is told',
    files: { [A]: report(), 'vocabularies/topics.yaml/notes.txt': 'a' },
    expect: [`${TOPICS} stray-file`],
  },
  {
    row: 37,
    title: 'a file in place of the folder of reports is told',
    files: { reports: 'a' },
    expect: ['reports unreadable'],
  },
  {
    row: 37,
    title: 'a file in place of the folder of vocabularies is told',
    files: { [A]: report(), vocabularies: 'a' },
    expect: ['organisations', 'people', 'places', 'series', 'topics'].map(
      (name) => `vocabularies/${name}.yaml unreadable`,
    ),
  },
  {
    row: 37,
    title: 'a file whose name is not UTF-8 is told',
    files: { [A]: report() },
    prepare: (root) => {
      writeFileSync(
        Buffer.concat([Buffer.from(join(root, 'reports/2024/12/caf')), Buffer.from([0xe9]), Buffer.from('.md')]),
        report(),
      )
    },
    expect: ['reports/2024/12/caf\uFFFD.md wrong-path', 'reports/2024/12/caf\uFFFD.md unreadable'],
  },
  {
    row: 37,
    title: 'a report that may not be read is told, unless the reader may read everything',
    files: { [A]: report(), [B]: report(OTHER, OTHER_TEXT) },
    prepare: (root) => {
      chmodSync(join(root, A), 0o000)
    },
    expect: process.getuid?.() === 0 ? [] : [`${A} unreadable`],
  },
]

const body: Case[] = [
  ...[
    ['A <b>bold</b> word.', '9:3', '9:10'],
    ['<div>\nA word.\n</div>', '9:1'],
    ['<!-- a comment -->', '9:1'],
    ['A <!-- comment --> word.', '9:3'],
    ['The firm <RIGS> won.', '9:10'],
    ['The <Chemlawn Corp> won.', '9:5'],
    ['## The <RIGS>', '9:8'],
    ['- a\n- > <RIGS>', '10:5'],
    ['| a |\n| - |\n| <b> |', '11:3'],
    ['A word.[^1]\n\n[^1]: A <i>note</i>.', '11:9', '11:16'],
    ['<?php echo 1 ?>', '9:1'],
    ['<![CDATA[a]]>', '9:1'],
    ['<!DOCTYPE html>', '9:1'],
    ['<script src="https://example.org/a.js"></script>', '9:1'],
  ].map(([text = '', ...places]) =>
    ofReport(
      38,
      `the HTML of ${JSON.stringify(text)} is refused`,
      report({}, text),
      places.map((place) => `${place} raw-html`),
      {
        says: ['write \\< for <'],
      },
    ),
  ),
  ...[
    'The firm \\<RIGS> won.',
    '`<b>`',
    '    <b>',
    '<https://example.org/>',
    '<a@example.org>',
    '1 < 2 > 1',
    '&lt;b>',
  ].map((text) => ofReport(38, `${JSON.stringify(text)} is not HTML`, report({}, text), [])),
  ...[
    '[a](javascript:alert(1))',
    '[a](JavaScript:alert(1))',
    '[a](data:text/html,a)',
    '[a](vbscript:a)',
    '[a](<java&#10;script:alert(1)>)',
    '[a](java&Tab;script:alert&lpar;1))',
    '[a](&#106;avascript:alert(1))',
    '[a](javascript&colon;alert(1))',
    '<javascript:alert(1)>',
    '[a](//evil.example/)',
    '[a](https://user:secret@example.org/)',
    '[a](b-report.md)',
  ].map((text) => ofReport(39, `the link ${text} is refused`, report({}, text), ['9:1 bad-link'])),
  ofReport(
    39,
    'a link by reference is refused where its address stands',
    report({}, '[a][b]\n\n[b]: javascript:alert(1)'),
    ['11:1 bad-link'],
  ),
  ofReport(39, 'a relative link by reference is refused, whatever its ending', report({}, '[a][b]\n\n[b]: hall.png'), [
    '11:1 bad-link',
  ]),
  ...['javascript:alert(1)', 'data:image/png;base64,aGVsbG8=', '../hall.png', '/hall.png', '&#106;avascript:a.png'].map(
    (url) => ofReport(39, `the picture ${url} is refused`, report({}, `![A hall](${url})`), ['9:1 bad-picture']),
  ),
  ofReport(
    40,
    'headings cannot take the place of a property of the page',
    report({}, '## location\n\n## attributes'),
    [],
    {
      read: ({ reports }, root) => {
        assert.deepEqual(
          reports.flatMap((one) => render(readBody(root, one.file, one.digest)).anchors),
          ['section-location', 'section-attributes'],
        )
      },
    },
  ),
  ofReport(41, 'a body of more bytes than allowed is refused', report({}, 'a '.repeat(256 * 1024)), [
    '9 body-too-long',
  ]),
  ofReport(41, '3,000 quotations inside each other are refused', report({}, 'A.\n\n' + '> '.repeat(3000) + 'a'), [
    '11 nested-too-deep',
  ]),
  ofReport(
    41,
    '200 lists inside each other are refused at the deepest',
    report({}, Array.from({ length: 200 }, (_, level) => '  '.repeat(level) + '- a').join('\n')),
    ['208 nested-too-deep'],
  ),
  ofReport(41, '3,000 lists on one line are refused', report({}, '- '.repeat(3000) + 'a'), ['9 nested-too-deep']),
  ofReport(41, '150 emphases inside each other are refused', report({}, '**a '.repeat(150) + ' a**'.repeat(150)), [
    '9 nested-too-deep',
  ]),
  ofReport(41, '3,000 emphases inside each other are refused', report({}, '**a '.repeat(3000) + ' a**'.repeat(3000)), [
    '9 nested-too-deep',
  ]),
  ofReport(41, '2,000 footnotes are refused', report({}, footnotes(2000)), ['9 too-many-footnotes']),
  ofReport(41, '2,000 footnotes in a quotation are refused', report({}, quote(footnotes(2000))), [
    '9 too-many-footnotes',
  ]),
  ofReport(41, 'a table of 1,500 rows of 30 cells is refused', report({}, table(1500, 30)), ['9 too-many-table-cells']),
  ofReport(41, 'a table of 1,500 rows of 30 cells in a quotation is refused', report({}, quote(table(1500, 30))), [
    '9 too-many-table-cells',
  ]),
  ofReport(41, 'a line of 80,000 spaces is harmless', report({}, 'A.\n\n' + ' '.repeat(80_000) + 'a'), []),
  ofReport(
    41,
    '400 footnotes and a table of 9,000 cells are accepted',
    report({}, footnotes(400) + '\n\n' + table(300, 30)),
    [],
  ),
  ofReport(43, 'a fence that is not closed is closed', report({}, '```\nA line of code'), [], {
    read: ({ reports }, root) => {
      assert.deepEqual(
        reports.map((one) => render(readBody(root, one.file, one.digest)).html),
        ['<pre><code>A line of code\n</code></pre>'],
      )
    },
  }),
  ofReport(43, 'a broken table is a paragraph', report({}, '| a | b |\n| - |\n| c |'), [], {
    read: ({ reports }, root) => {
      assert.deepEqual(
        reports.flatMap((one) => render(readBody(root, one.file, one.digest)).paragraphs),
        [{ id: 'p1', text: '| a | b |\n| - |\n| c |' }],
      )
    },
  }),
  {
    row: 44,
    title: 'a picture is measured',
    files: { [A]: report({}, '![A hall](hall.png)'), [HALL]: png(1, 1) },
    expect: [],
    read: ({ reports }) => {
      assert.deepEqual(reports[0]?.pictures, { 'hall.png': { width: 1, height: 1 } })
    },
  },
  ofReport(44, 'a picture that is not there is told where it is shown', report({}, 'A.\n\nB ![A hall](hall.png)'), [
    '11:3 missing-picture',
  ]),
  {
    row: 44,
    title: 'a picture of more than 20 MB is refused',
    files: {
      [A]: report({}, '![A hall](hall.png)'),
      [HALL]: Buffer.concat([png(1, 1), Buffer.alloc(20 * 1024 * 1024)]),
    },
    expect: [`${A}:9:1 picture-too-large`],
    says: ['more than 20 MB'],
  },
  {
    row: 44,
    title: 'a small file that unfolds into a huge picture is refused',
    files: { [A]: report({}, '![A hall](hall.png)'), [HALL]: png(100_000, 100_000) },
    expect: [`${A}:9:1 picture-too-large`],
    says: ['100000 × 100000 pixels are too many'],
  },
  {
    row: 44,
    title: 'a file that is not a picture is refused',
    files: { [A]: report({}, '![A hall](hall.png)'), [HALL]: 'A hall' },
    expect: [`${A}:9:1 bad-picture`],
  },
  {
    row: 44,
    title: 'an empty picture is refused',
    files: { [A]: report({}, '![A hall](hall.png)'), [HALL]: '' },
    expect: [`${A}:9:1 bad-picture`],
  },
  {
    row: 44,
    title: 'an SVG picture is refused, and nothing else may show it',
    files: { [A]: report({}, '![A hall](hall.svg)'), [HALL.replace('.png', '.svg')]: svg() },
    expect: [`${A}:9:1 bad-picture`, `warning ${HALL.replace('.png', '.svg')} unused-picture`],
    says: ['SVG may hold scripts'],
  },
  {
    row: 44,
    title: 'an SVG picture under the name of another format is refused',
    files: { [A]: report({}, '![A hall](hall.png)'), [HALL]: svg() },
    expect: [`${A}:9:1 bad-picture`],
  },
  {
    row: 44,
    title: 'a picture without alternative text is refused',
    files: { [A]: report({}, '![](hall.png)'), [HALL]: png(1, 1) },
    expect: [`${A}:9:1 missing-alternative`],
  },
  {
    row: 44,
    title: 'a picture without alternative text is refused by reference too',
    files: { [A]: report({}, '![ ][hall]\n\n[hall]: hall.png'), [HALL]: png(1, 1) },
    expect: [`${A}:9:1 missing-alternative`],
  },
  {
    row: 44,
    title: 'a picture that no text shows is a warning',
    files: { [A]: report(), [HALL]: png(1, 1) },
    expect: [`warning ${HALL} unused-picture`],
  },
  ofReport(45, 'a link to a missing report is refused', report({}, 'A.\n\nSee [this](/2024/12/no-report/).'), [
    '11:5 broken-link',
  ]),
  {
    row: 45,
    title: 'a link to a missing place of a report is refused',
    files: {
      [A]: report({}, '[a](/2024/12/b-report/#p1), [b](/2024/12/b-report/#p2)'),
      [B]: report(OTHER, OTHER_TEXT),
    },
    expect: [`${A}:9:29 broken-fragment`],
  },
  ofReport(
    45,
    'a link to a missing place of the own text is refused',
    report({}, 'A [word](#p1) and [another](#p2).'),
    ['9:19 broken-fragment'],
  ),
  ofReport(45, 'a fragment that cannot be decoded is refused', report({}, '[a](#%zz)'), ['9:1 broken-fragment']),
  ofReport(
    45,
    'a link to a page in another language is right, one to a report as if it were in several is not',
    report({}, '[a](/zh/years/), [b](/zh/search/), [c](/zh/2024/12/a-report/)'),
    ['9:36 broken-link'],
  ),
  ofReport(45, 'a path that cannot be decoded is refused', report({}, '[a](/%zz/)'), ['9:1 broken-link']),
  {
    row: 45,
    title: 'a link without its last slash is refused with the right address',
    files: { [A]: report({}, '[a](/2024/12/b-report)'), [B]: report(OTHER, OTHER_TEXT) },
    expect: [`${A}:9:1 broken-link`],
    says: ['did you mean /2024/12/b-report/?'],
  },
  {
    row: 45,
    title: 'a link to a report that is gone is a warning',
    files: { [A]: report({}, '[a](/2024/12/b-report/)'), [B]: report({ ...OTHER, ...GONE }, '') },
    expect: [`warning ${A}:9:1 link-to-gone`],
  },
  {
    row: 45,
    title: 'a link to a draft or to a report that is held back is refused',
    files: {
      [A]: report({}, '[a](/2024/12/b-report/), [b](/2099/01/c-report/)'),
      [B]: report({ ...OTHER, status: 'draft' }, OTHER_TEXT),
      'reports/2099/01/c-report.md': report(
        { id: completeIdentifier('c0000'), date: '2099-01-01' },
        'A third paragraph.',
      ),
    },
    expect: [`${A}:9:1 broken-link`, `${A}:9:26 broken-link`],
  },
  ofReport(46, 'an empty heading is refused', report({}, '## A\n\n##\n\nA paragraph.'), ['11:1 empty-heading']),
  ...['https://example.org/a.png', '//example.org/a.png', 'http://example.org/a.png'].map((url) =>
    ofReport(47, `the remote picture ${url} is refused`, report({}, `![A hall](${url})`), ['9:1 bad-picture']),
  ),
  ofReport(
    47,
    'a remote picture is refused by reference too',
    report({}, '![A hall][a]\n\n[a]: https://example.org/a.png'),
    ['9:1 bad-picture'],
  ),
  ofReport(48, 'a heading of level 1 is refused', report({}, '# A\n\nB\n===\n\nC'), [
    '9:1 heading-level',
    '11:1 heading-level',
  ]),
  ofReport(48, 'a heading that skips a level is a warning', report({}, '## A\n\n#### B\n\n## C\n\n### D'), [
    'warning 11:1 heading-level',
  ]),
  ofReport(48, 'a first heading below level 2 is a warning', report({}, '### A'), ['warning 9:1 heading-level']),
  {
    row: 49,
    title: 'a text that another report has is told with the name of the other',
    files: { [A]: report(), [B]: report(OTHER) },
    expect: [`${B}:1 same-text`],
    says: [`the text is the same as that of ${A}`],
  },
  {
    row: 49,
    title: 'a text that differs from another in its spaces alone is the same',
    files: { [A]: report({}, 'One word\nand another.'), [B]: report(OTHER, '\nOne  word and\nanother.\n\n') },
    expect: [`${B}:1 same-text`],
  },
  {
    row: 49,
    title: 'a text that is nearly that of another report is told as a warning',
    files: { [A]: report({}, LONG), [B]: report(OTHER, LONG.replace('eighty', 'ninety')) },
    expect: [`warning ${B}:1 similar-text`],
  },
]

function footnotes(count: number): string {
  const numbers = Array.from({ length: count }, (_, index) => String(index + 1))
  return [...numbers.map((number) => `A[^${number}]`), '', ...numbers.map((number) => `[^${number}]: Note.`)].join('\n')
}

function table(rows: number, columns: number): string {
  const row = (cell: string): string => `|${` ${cell} |`.repeat(columns)}`
  return [row('a'), row('-'), ...Array.from({ length: rows - 1 }, () => row('a'))].join('\n')
}

function quote(text: string): string {
  return text.replaceAll(/^/gm, '> ')
}

function svg(): string {
  return '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><script>alert(1)</script></svg>'
}

/** A PNG of one grey pixel, whose header claims another size. */
function png(width: number, height: number): Uint8Array {
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0, 0])
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.from([0, 128]))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const content = Buffer.concat([Buffer.from(type), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(content))
  return Buffer.concat([length, content, sum])
}

/** Render a text as the build does. */
function render(text: string) {
  return renderMarkdown(text, { language: 'en', base: '', address: '/2024/12/a-report/', pictures: {} })
}

/** A problem as the cases write it. */
function placeOf({ file, line, column, code, severity }: Problem): string {
  const place = [file, line, column].filter((part) => part !== undefined).join(':')
  return `${severity === 'warning' ? 'warning ' : ''}${place} ${code}`
}

for (const [table, cases] of Object.entries({ 'front matter': frontMatter, 'names and addresses': names, body })) {
  suite(table, () => {
    for (const { row, title, files, prepare, expect, says = [], read } of cases) {
      test(`row ${String(row)}: ${title}`, () => {
        inTemporaryArchive(files, (root) => {
          prepare?.(root)
          const start = process.cpuUsage()
          const archive = readArchive({ root, settings, today: '2026-11-22' })
          const milliseconds = process.cpuUsage(start).user / 1000

          assert.deepEqual(archive.problems.map(placeOf), expect)
          const printed = archive.problems.map(formatProblem).join('\n')
          for (const words of says) assert.ok(printed.includes(words), `“${words}” is not in:\n${printed}`)
          read?.(archive, root)
          assert.ok(milliseconds < MILLISECONDS, `it took ${milliseconds.toFixed(0)} ms`)
        })
      })
    }
  })
}

suite('all problems in one run', () => {
  test('a mistake in the front matter hides no other problem of the report', () => {
    const files = {
      [A]: report({ tittle: 'A', topics: '[nothing]' }, 'A [word](#p99) and <b>.'),
      [B]: report({}, OTHER_TEXT),
    }
    inTemporaryArchive(files, (root) => {
      assert.deepEqual(readArchive({ root, settings, today: '2026-11-22' }).problems.map(placeOf), [
        `${A}:2:5 shared-id`,
        `${A}:8:1 unknown-key`,
        `${A}:9:10 unknown-term`,
        `${A}:11:3 broken-fragment`,
        `${A}:11:20 raw-html`,
        `${B}:2:5 shared-id`,
      ])
    })
  })

  test('row 10: front matter of 30,000 brackets names its file and line', () => {
    inTemporaryArchive({ [A]: report({ topics: '['.repeat(30_000) + ']'.repeat(30_000) }) }, (root) => {
      const { problems } = readArchive({ root, settings, today: '2026-11-22' })
      assert.deepEqual(
        // The column is where the parser gave up, which depends on the machine.
        problems.map(({ file, line }) => [file, line]),
        [[A, 8]],
      )
    })
  })

  test('a folder that is not there is one problem', () => {
    const { problems } = readArchive({ root: '/nowhere/content', settings, today: '2026-11-22' })
    assert.deepEqual(problems.map(placeOf), ['/nowhere/content no-content'])
  })
})

suite('pipes', () => {
  // Reading a pipe waits for ever, so these run in a process that can be ended.
  for (const [pipe, expect] of [
    [TOPICS, [`${TOPICS} stray-file`]],
    [HALL, [`${HALL} stray-file`]],
  ] as const) {
    test(`row 37: a pipe at ${pipe} is told and not waited for`, () => {
      inTemporaryArchive({ [A]: report({}, pipe === HALL ? '![A hall](hall.png)' : 'A paragraph.') }, (root) => {
        mkdirSync(join(root, pipe, '..'), { recursive: true })
        execFileSync('mkfifo', [join(root, pipe)])
        const { stdout, signal } = spawnSync(process.execPath, ['src/commands/check.ts', root, '--json'], {
          cwd: REPOSITORY,
          encoding: 'utf8',
          timeout: 5000,
        })
        assert.equal(signal, null)
        assert.deepEqual((JSON.parse(stdout) as { problems: Problem[] }).problems.map(placeOf), expect)
      })
    })
  }
})

suite('the pipeline, when a report comes to it unchecked', () => {
  // Row 42: that a build with such a report fails and names its file is for the test of the build.
  test('row 42: stops at raw HTML and says where', () => {
    assert.throws(() => render('First.\n\nA <b>bold</b> word.'), {
      name: '3:3-3:6',
      reason: 'raw HTML: <b>',
      line: 3,
      column: 3,
      fatal: true,
    })
  })

  test('row 46: gives equal headings ids of their own, the same in every build', () => {
    const text = '## Results\n\n## Results\n\n### Results 2\n\n## Results'
    const anchors = ['section-results', 'section-results-2', 'section-results-2-2', 'section-results-3']
    assert.deepEqual(render(text).anchors, anchors)
    assert.deepEqual(render(text).anchors, anchors)
  })
})
