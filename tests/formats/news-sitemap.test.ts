import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { firstDayOfNews, NEWS_MAX_ROWS, toNewsSitemap, type NewsRow } from '#formats/news-sitemap.ts'
import { findXmlFaults } from './well-formed.ts'

const row: NewsRow = {
  address: 'https://archive.example/2026/11/a-treaty/',
  title: 'A treaty <signed> & sealed',
  date: '2026-11-21',
  language: 'en-GB',
}

suite('the sitemap of news', () => {
  test('names the archive, the language, the day and the title of each report', () => {
    assert.equal(
      toNewsSitemap('Copyright & News', [row]),
      '<?xml version="1.0" encoding="UTF-8"?>\n' +
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">\n' +
        '<url><loc>https://archive.example/2026/11/a-treaty/</loc><news:news>' +
        '<news:publication><news:name>Copyright &amp; News</news:name><news:language>en</news:language></news:publication>' +
        '<news:publication_date>2026-11-21</news:publication_date><news:title>A treaty &lt;signed&gt; &amp; sealed</news:title>' +
        '</news:news></url>\n' +
        '</urlset>\n',
    )
  })

  test('names Chinese by its script, and every other language by two or three letters', () => {
    const named = ['zh-Hans', 'zh', 'zh-Hant', 'zh-TW', 'pt-BR', 'gsw-CH'].map(
      (language) => /<news:language>([^<]*)/.exec(toNewsSitemap('An Archive', [{ ...row, language }]))?.[1],
    )
    assert.deepEqual(named, ['zh-cn', 'zh-cn', 'zh-tw', 'zh-tw', 'pt', 'gsw'])
  })

  test('holds 1,000 reports at most', () => {
    const rows = Array.from({ length: NEWS_MAX_ROWS + 1 }, () => row)
    assert.equal(toNewsSitemap('An Archive', rows).match(/<url>/g)?.length, 1000)
  })

  test('is well-formed XML with no report, and with any title', async () => {
    const title = '"<&>\'\u0000\u000b\ufffe\ud800]]> 版权 \u202e'
    assert.deepEqual(await findXmlFaults(toNewsSitemap('An Archive', [])), [])
    assert.deepEqual(await findXmlFaults(toNewsSitemap(title, [{ ...row, title }])), [])
  })

  test('reaches back two days before the day of the build, over the end of a month and a leap day', () => {
    assert.equal(firstDayOfNews('2026-11-22'), '2026-11-20')
    assert.equal(firstDayOfNews('2024-03-01'), '2024-02-28')
    assert.equal(firstDayOfNews('2025-01-01'), '2024-12-30')
  })

  test('has no first day in a build that was told no day', () => {
    assert.equal(firstDayOfNews('9999-12-31'), undefined)
  })
})
