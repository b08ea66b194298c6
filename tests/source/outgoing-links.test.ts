import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { completeIdentifier } from '#archive/identifier.ts'
import type { OutgoingLink } from '#archive/outgoing-links.ts'
import { formatProblem } from '#archive/problem.ts'
import { settings } from '#site.config.ts'
import { readArchive, type SourceArchive } from '#source/read-archive.ts'
import { readOutgoingLinks } from '#source/read-outgoing-links.ts'
import { writeOutgoingLinks } from '#source/write-outgoing-links.ts'
import { SMALL_ARCHIVE } from '../build.ts'
import { inTemporaryArchive, report, type Files } from './temporary-archive.ts'

const FILE = 'outgoing-links.jsonl'
const A = 'reports/2024/12/a-report.md'

/** What is read from a report that links to https://example.org/b and names https://example.org/a as its source. */
function read(files: Files, use: (archive: SourceArchive) => void): void {
  inTemporaryArchive({ [A]: report({}, 'A [link](https://example.org/b).'), ...files }, (root) => {
    use(readArchive({ root, settings, today: '2026-11-22' }))
  })
}

suite('what is known of pages elsewhere', () => {
  const cases: [title: string, lines: string[], problems: string[]][] = [
    [
      'may be a copy with its day',
      ['{"url":"https://example.org/a","archived":"https://a.example/1","captured":"2025-01-03"}'],
      [],
    ],
    ['may be an answer with its day', ['{"url":"https://example.org/b","checked":"2025-01-03","status":0}'], []],
    ['may be written with empty lines and in another spelling', ['', '{"url":"HTTPS://example.org:443/a"}', '  '], []],
    [
      'is told line by line, all of it at once',
      [
        'https://example.org/a',
        '["https://example.org/a"]',
        '{"archived":"https://a.example/1","captured":"2025-01-03"}',
        '{"url":"https://example.org/a","archive":"https://a.example/1"}',
        '{"url":"file:///a"}',
        '{"url":"https://example.org/a#part"}',
        '{"url":7,"captured":"2025-02-30","archived":"//a.example"}',
      ],
      [
        `${FILE}:1:1  -  not keys and values in JSON  write one page a line: {"url":"https://…","archived":"https://…","captured":"2026-11-22"}`,
        `${FILE}:2:1  -  not keys and values in JSON  write one page a line: {"url":"https://…","archived":"https://…","captured":"2026-11-22"}`,
        `${FILE}:3:1  url  the key “url” is missing  add it; docs/report-format.md says what it holds`,
        `${FILE}:4:1  archive  unknown key “archive”  did you mean “archived”? the keys are url, archived, captured, checked, status`,
        `${FILE}:5:1  url  the scheme “file:” is not allowed  write an address that begins with https:// or http://`,
        `${FILE}:6:1  url  the address names a part of a page  remove what begins with #: a copy is one of the whole page`,
        `${FILE}:7:1  url  a value of another form is needed  write a single text`,
        `${FILE}:7:1  archived  not a whole address  write an address that begins with https:// or http://`,
        `${FILE}:7:1  captured  “2025-02-30” is not a day  write one such as 2026-11-22`,
      ],
    ],
    [
      'has both of what belongs together, and no copy that is the page itself',
      [
        '{"url":"https://example.org/a","archived":"https://a.example/1","status":200}',
        '{"url":"https://example.org/a","captured":"2025-01","checked":"2025-01-03"}',
        '{"url":"https://example.org/a","archived":"https://example.org/a","captured":"2025-01-03"}',
        '{"url":"https://example.org/a","checked":"2025-01-03","status":42}',
        '{"url":"https://example.org/a","checked":"2025-01-03","status":"200"}',
      ],
      [
        `${FILE}:1:1  captured  a copy without its day, or a day without its copy  write archived and captured, or neither`,
        `${FILE}:1:1  checked  an answer without its day, or a day without its answer  remove both: \`npm run audit\` writes them`,
        `${FILE}:2:1  captured  “2025-01” is not a day  write one such as 2026-11-22`,
        `${FILE}:2:1  captured  a copy without its day, or a day without its copy  write archived and captured, or neither`,
        `${FILE}:2:1  checked  an answer without its day, or a day without its answer  remove both: \`npm run audit\` writes them`,
        `${FILE}:3:1  archived  the copy is the page itself  name a copy in a web archive`,
        `${FILE}:4:1  status  no status of HTTP  write the number that was answered, or 0 when nothing was`,
        `${FILE}:5:1  status  a value of another form is needed  write a number, without quotation marks`,
      ],
    ],
    [
      'stands once for each page, however that is spelt',
      ['{"url":"https://example.org/a"}', '{"url":"https://EXAMPLE.org/a"}'],
      [`${FILE}:2:1  url  https://EXAMPLE.org/a stands in line 1 too  keep one of the two lines`],
    ],
    [
      'is of pages that a report names; of others it warns',
      ['{"url":"https://example.org/a"}', '{"url":"https://example.org/c"}'],
      [
        `${FILE}:2:1  url  warning: no report links to https://example.org/c, or names it as a source  correct the address, or remove the line`,
      ],
    ],
  ]
  for (const [title, lines, problems] of cases) {
    test(title, () => {
      read({ [FILE]: lines.join('\n') }, (archive) => {
        assert.deepEqual(archive.problems.map(formatProblem), problems)
      })
    })
  }

  test('may be nothing: without the file nothing is wrong', () => {
    read({}, ({ problems }) => {
      assert.deepEqual(problems, [])
    })
  })

  test('is told together with what is wrong elsewhere, and then warns of no page', () => {
    const files = { [A]: report({ title: null }), [FILE]: '{"url":"https://example.org/c"}\n{}\n' }
    read(files, ({ problems }) => {
      assert.deepEqual(
        problems.map(({ file, line, code }) => `${file}:${String(line)} ${code}`),
        [`${FILE}:2 missing-key`, `${A}:1 missing-key`],
      )
    })
  })

  test('is text in UTF-8', () => {
    read({ [FILE]: new Uint8Array([0xff, 0xfe, 0x7b, 0]) }, ({ problems }) => {
      assert.deepEqual(
        problems.map(({ file, code }) => `${file} ${code}`),
        [`${FILE} not-utf-8`],
      )
    })
  })

  test('may be of a page that only an earlier wording links to', () => {
    // The first wording of fx0018 and its second have the same links: the file of the first is read when one is taken out.
    const line = '{"url":"https://example.org/elsewhere"}\n'
    const path = 'reports/2024/12/a-report-with-everything.md'
    const copied = Object.fromEntries(
      readdirSync(SMALL_ARCHIVE, { recursive: true, encoding: 'utf8', withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        .map((file) => [file.slice(SMALL_ARCHIVE.length + 1), new Uint8Array(readFileSync(file))]),
    )
    const text = readFileSync(join(SMALL_ARCHIVE, path), 'utf8')
      .replace('[page elsewhere](https://example.org/elsewhere)', 'page elsewhere')
      .replace('corrections:\n', 'corrections:\n  - { date: 2024-12-23, kind: update, text: A link was taken out. }\n')
    inTemporaryArchive({ ...copied, [path]: text, [FILE]: line }, (root) => {
      const { problems } = readArchive({ root, settings, today: '2026-11-22' })
      assert.deepEqual(
        problems.map(({ code }) => code).filter((code) => code === 'unlinked-page'),
        [],
      )
    })
  })
})

suite('the pages that reports name', () => {
  test('are their sources and the links of their texts, each page once with its reports', () => {
    const other = report(
      {
        id: completeIdentifier('b0000'),
        kind: 'brief',
        source: null,
        sources: '[{ name: B, url: "https://example.org/b#x" }, { name: C }]',
      },
      'See <https://example.org/版>, [here][b], /2024/ and ![a](a.png).\n\n[b]: https://EXAMPLE.org/b\n[c]: https://c.example/',
    )
    read({ 'reports/2024/12/b-report.md': other }, ({ outgoing }) => {
      const [a, b] = [
        { path: '2024/12/a-report', date: '2024-12-20' },
        { path: '2024/12/b-report', date: '2024-12-20' },
      ]
      assert.deepEqual(outgoing, [
        { url: 'https://example.org/%E7%89%88', reports: [b] },
        { url: 'https://example.org/a', reports: [a] },
        { url: 'https://example.org/b', reports: [a, b] },
      ])
    })
  })

  test('are none of a removed report', () => {
    const gone = report(
      { status: 'gone', notice: '{ date: 2025-01-02, text: Removed. }' },
      '[a](https://example.org/b)',
    )
    read({ [A]: gone }, ({ outgoing }) => {
      assert.deepEqual(outgoing, [])
    })
  })
})

suite('writing what is known', () => {
  test('gives a file from which the same is read', () => {
    const day = fc.constantFrom('1996-01-31', '2024-02-29', '2026-11-22')
    const link: fc.Arbitrary<OutgoingLink> = fc
      .record({
        url: fc.webUrl({ withQueryParameters: true }),
        copy: fc.option(
          fc.record({ archived: fc.webUrl().map((url) => `https://archive.example/${url}`), captured: day }),
        ),
        answer: fc.option(fc.record({ checked: day, status: fc.constantFrom(0, 200, 404) })),
      })
      .map(({ url, copy, answer }) => ({ url, ...copy, ...answer }))
    const links = fc.uniqueArray(link, { selector: ({ url }) => URL.parse(url)?.href, maxLength: 5 })
    fc.assert(
      fc.property(links, (lines) => {
        inTemporaryArchive({}, (root) => {
          writeOutgoingLinks(root, lines)
          const { links: again, problems } = readOutgoingLinks(root)
          const byUrl = (a: OutgoingLink, b: OutgoingLink): number => (a.url < b.url ? -1 : 1)
          assert.deepEqual([again, problems], [lines.toSorted(byUrl), []])
        })
      }),
      { numRuns: 50 },
    )
  })

  test('leaves nothing but the file, and does not touch one that says the same', () => {
    inTemporaryArchive({}, (root) => {
      const lines = [{ url: 'https://example.org/a' }]
      assert.deepEqual([writeOutgoingLinks(root, lines), writeOutgoingLinks(root, lines)], [true, false])
      assert.deepEqual(readdirSync(root), [FILE])
    })
  })

  test('makes no file when there is nothing to say', () => {
    inTemporaryArchive({}, (root) => {
      assert.equal(writeOutgoingLinks(root, []), false)
      assert.deepEqual(readdirSync(root), [])
    })
  })
})
