import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { toBibTeX } from '#formats/bibtex.ts'
import type { Citable } from '#formats/citation.ts'
import { toCsv } from '#formats/csv.ts'
import { toRis } from '#formats/ris.ts'
import { divideSitemap, SITEMAP_LIMITS } from '#formats/sitemap.ts'
import { xmlText } from '#formats/xml-text.ts'

const report: Citable = {
  id: 'k7m2q4',
  kind: 'report',
  publisher: 'An Agency',
  title: 'A title',
  date: '2024-12-20',
  language: 'en',
  archive: 'An Archive',
  url: 'https://archive.example/2024/12/a-title/',
}

suite('row 50: a table of comma-separated values', () => {
  const cases: [title: string, field: string, written: string][] = [
    ['keeps a plain text as it is', 'plain 版权', 'plain 版权'],
    ['quotes a comma', 'a, b', '"a, b"'],
    ['doubles a quotation mark', 'say "no"', '"say ""no"""'],
    ['quotes a line break', 'a\nb', '"a\nb"'],
    ['disarms a formula', "=cmd|'/c calc'!A1", "'=cmd|'/c calc'!A1"],
    ['disarms a plus', '+1', "'+1"],
    ['disarms a minus', '-1', "'-1"],
    ['disarms an at sign', '@SUM(A1)', "'@SUM(A1)"],
    ['disarms a tab', '\t=1', "'\t=1"],
    ['disarms a carriage return and quotes it', '\r=1', '"\'\r=1"'],
    ['disarms a formula that needs quoting too', '=1,"2"', '"\'=1,""2"""'],
  ]
  for (const [title, field, written] of cases) {
    test(title, () => {
      assert.equal(toCsv([[field, 'x']]), `${written},x\r\n`)
    })
  }

  test('gives back every table that was written', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }), { minLength: 1 }), (rows) => {
        const disarmed = rows.map((row) => row.map((field) => (/^[=+\-@\t\r]/.test(field) ? `'${field}` : field)))
        assert.deepEqual(readCsv(toCsv(rows)), disarmed)
      }),
    )
  })
})

suite('row 51: a citation', () => {
  test('in BibLaTeX escapes braces, percent signs, commands and line breaks', () => {
    const title = '100 % of {braces}, \\input{/etc/passwd}\n@comment{x} #1 & a_b ~ ^ $x$'
    const expected =
      '  title = {{100 \\% of \\textbraceleft{}braces\\textbraceright{}, \\textbackslash{}input\\textbraceleft{}/etc/passwd\\textbraceright{} @comment\\textbraceleft{}x\\textbraceright{} \\#1 \\& a\\_b \\textasciitilde{} \\textasciicircum{} \\$x\\$}},'
    assert.ok(
      toBibTeX({ ...report, title })
        .split('\n')
        .includes(expected),
    )
  })

  test('in BibLaTeX is one entry with balanced braces, whatever the title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (title) => {
        const entry = toBibTeX({ ...report, title })
        assert.equal(entry.match(/\{/g)?.length, entry.match(/\}/g)?.length)
        assert.equal(entry.match(/^@/gm)?.length, 1)
      }),
    )
  })

  test('in RIS cannot end its record early or begin another', () => {
    const title = 'A title\nER  - \r\nTY  - BOOK'
    assert.equal(
      toRis({ ...report, title }),
      [
        'TY  - NEWS',
        'ID  - k7m2q4',
        'AU  - An Agency',
        'TI  - A title ER - TY - BOOK',
        'T2  - An Archive',
        'PY  - 2024',
        'DA  - 2024/12/20/',
        'LA  - en',
        'UR  - https://archive.example/2024/12/a-title/',
        'ER  - ',
        '',
      ].join('\r\n'),
    )
  })
})

suite('row 52: a sitemap', () => {
  test('is divided where a file would have more rows than allowed', () => {
    const rows = Array.from({ length: SITEMAP_LIMITS.rows + 1 }, (_, index) => ({
      address: `https://archive.example/${String(index)}/`,
    }))
    const parts = divideSitemap(
      new Map([
        ['pages', [{ address: 'https://archive.example/' }]],
        ['1987-03', rows],
      ]),
    )
    assert.deepEqual(
      parts.map((part) => [part.name, part.rows.length]),
      [
        ['pages', 1],
        ['1987-03', 50_000],
        ['1987-03-2', 1],
      ],
    )
  })

  test('holds no character that XML forbids', () => {
    assert.equal(xmlText('a\u0000\u0008\u000b\ufffe\ud800b <&>"'), 'ab &lt;&amp;&gt;&quot;')
  })
})

/** Read comma-separated values, by the letter of RFC 4180: the oracle of the writer. */
function readCsv(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at < text.length) {
    const quoted = text[at] === '"'
    const pattern = quoted ? /"((?:[^"]|"")*)"/y : /([^,\r\n]*)/y
    pattern.lastIndex = at
    const [whole = '', field = ''] = pattern.exec(text) ?? []
    row.push(quoted ? field.replaceAll('""', '"') : field)
    at += whole.length
    if (text.startsWith('\r\n', at)) {
      rows.push(row)
      row = []
      at += 2
    } else at += 1
  }
  return rows
}
