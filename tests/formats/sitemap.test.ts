import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import {
  divideSitemap,
  latestDay,
  SITEMAP_LIMITS,
  toSitemap,
  toSitemapIndex,
  type SitemapRow,
} from '#formats/sitemap.ts'
import { findXmlFaults } from './well-formed.ts'

const HEAD =
  '<?xml version="1.0" encoding="UTF-8"?>\n' +
  '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'

suite('a sitemap', () => {
  test('says when a page changed last where that is known, and nothing where it is not', () => {
    assert.equal(
      toSitemap([
        { address: 'https://archive.example/2024/12/a/', lastmod: '2025-01-02' },
        { address: 'https://archive.example/?a=1&b=2' },
      ]),
      HEAD +
        '<url><loc>https://archive.example/2024/12/a/</loc><lastmod>2025-01-02</lastmod></url>\n' +
        '<url><loc>https://archive.example/?a=1&amp;b=2</loc></url>\n' +
        '</urlset>\n',
    )
  })

  test('names the same report in every language, itself included, and the one for all other readers', () => {
    const translations = [
      { language: 'en', address: 'https://archive.example/2024/12/an-english-one/' },
      { language: 'zh-Hans', address: 'https://archive.example/2024/12/a-chinese-one/' },
      { language: 'x-default', address: 'https://archive.example/2024/12/a-chinese-one/' },
    ]
    const links =
      '<xhtml:link rel="alternate" hreflang="en" href="https://archive.example/2024/12/an-english-one/"/>' +
      '<xhtml:link rel="alternate" hreflang="zh-Hans" href="https://archive.example/2024/12/a-chinese-one/"/>' +
      '<xhtml:link rel="alternate" hreflang="x-default" href="https://archive.example/2024/12/a-chinese-one/"/>'
    assert.equal(
      toSitemap([
        { address: 'https://archive.example/2024/12/an-english-one/', lastmod: '2024-12-20', translations },
        { address: 'https://archive.example/2024/12/a-chinese-one/', lastmod: '2024-12-20', translations },
      ]),
      HEAD +
        `<url><loc>https://archive.example/2024/12/an-english-one/</loc><lastmod>2024-12-20</lastmod>${links}</url>\n` +
        `<url><loc>https://archive.example/2024/12/a-chinese-one/</loc><lastmod>2024-12-20</lastmod>${links}</url>\n` +
        '</urlset>\n',
    )
  })

  test('is well-formed XML, whatever the addresses', async () => {
    const address = 'https://archive.example/?q="<&>\'\u0000\u000b\ufffe\ud800]]>'
    const rows = [{ address, lastmod: '2024', translations: [{ language: 'x-default', address }] }]
    assert.deepEqual(await findXmlFaults(toSitemap(rows)), [])
    assert.deepEqual(await findXmlFaults(toSitemapIndex(rows)), [])
  })
})

suite('the index of a sitemap', () => {
  test('says when a part changed last where that is known', () => {
    assert.equal(
      toSitemapIndex([
        { address: 'https://archive.example/sitemaps/pages/sitemap.xml' },
        { address: 'https://archive.example/sitemaps/2024-12/sitemap.xml', lastmod: '2025-01-02' },
      ]),
      '<?xml version="1.0" encoding="UTF-8"?>\n' +
        '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n' +
        '<sitemap><loc>https://archive.example/sitemaps/pages/sitemap.xml</loc></sitemap>\n' +
        '<sitemap><loc>https://archive.example/sitemaps/2024-12/sitemap.xml</loc><lastmod>2025-01-02</lastmod></sitemap>\n' +
        '</sitemapindex>\n',
    )
  })

  test('takes the latest day of a part, and none when one of them is not known', () => {
    assert.equal(latestDay(['2024-12-20', '2025-01-02', '2024-12-31']), '2025-01-02')
    assert.equal(latestDay(['2024-12-20', undefined]), undefined)
    assert.equal(latestDay([]), undefined)
  })
})

suite('the parts of a sitemap', () => {
  test('hold 50,000 rows and 50 MB at most', () => {
    assert.deepEqual(SITEMAP_LIMITS, { rows: 50_000, bytes: 52_428_800 })
  })

  test('are divided where a file would have too many bytes', () => {
    const rows = ['a', 'b', 'c'].map((name) => ({ address: `https://archive.example/${name}/` }))
    const two = Buffer.byteLength(toSitemap(rows.slice(0, 2)))
    const names = (bytes: number): string[] =>
      divideSitemap(new Map([['2024-12', rows]]), { rows: 10, bytes }).map(
        (part) => `${part.name}: ${String(part.rows.length)}`,
      )
    assert.deepEqual(names(two), ['2024-12: 2', '2024-12-2: 1'])
    assert.deepEqual(names(two - 1), ['2024-12: 1', '2024-12-2: 1', '2024-12-3: 1'])
  })

  test('together hold every row once, in order, each within the limits', () => {
    const row = fc.record({ address: fc.webUrl(), lastmod: fc.constant('2024-12-20') })
    fc.assert(
      fc.property(
        fc.array(row),
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 2000 }),
        (rows, most, bytes) => {
          const parts = divideSitemap(new Map<string, SitemapRow[]>([['2024-12', rows]]), { rows: most, bytes })
          assert.deepEqual(
            parts.flatMap((part) => part.rows),
            rows,
          )
          assert.equal(new Set(parts.map(({ name }) => name)).size, parts.length)
          for (const part of parts) {
            assert.ok(part.rows.length <= most)
            // A single row cannot be divided.
            assert.ok(part.rows.length === 1 || Buffer.byteLength(toSitemap(part.rows)) <= bytes)
          }
        },
      ),
    )
  })
})
