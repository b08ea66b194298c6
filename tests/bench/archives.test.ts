import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { suite, test } from 'node:test'
import { isIdentifier } from '#archive/identifier.ts'
import { settings } from '#site.config.ts'
import { readArchive } from '#source/read-archive.ts'
import { convertCorpus } from './convert-corpus.ts'
import { pickKnownItems } from './known-items.ts'
import { makeNews, plainTextOf } from './make-news.ts'
import { mendMarkdown } from './mend-markdown.ts'

suite('archives to measure with', () => {
  test('a text of another site is mended', () => {
    const cases: [markdown: string, mended: string][] = [
      ['# Top\n\n### Deep\n\nSet\n===', '## Top\n\n### Deep\n\n## Set'],
      ['<div>\n  <b>x</b> `a<b>c`\n</div>', '\\<div>\n  \\<b>x\\</b> `a<b>c`\n\\</div>'],
      ['a <a href="https://example.org/">b</a>', 'a \\<a href="https://example.org/">b \\</a>'],
      ['One <!-- not seen --> two', 'One  two'],
      ['[x]({{< ref "y.md" >}} "Y"), [z](https://example.org/)', 'x, [z](https://example.org/)'],
      ['![A *map*](map.png) and `{{ code }}`', 'A map and `{{ code }}`'],
      ['{{< img src="a.png" alt="A hall" >}}', 'A hall'],
      [
        'See [this][1] and [that][2].\n\n[1]: /old/\n[2]: https://example.org/',
        'See this and [that][2].\n\n\n[2]: https://example.org/',
      ],
      ['Over https://me:secret@example.org/ there', 'Over `https://me:secret@example.org/` there'],
    ]
    assert.deepEqual(
      cases.map(([markdown]) => mendMarkdown(markdown)),
      cases.map(([, mended]) => mended),
    )
  })

  test('what becomes of a corpus passes the check, and what cannot is named', () => {
    const item = {
      id: 'one',
      title: 'A “first” one',
      date: '2014-02-28T09:00:00Z',
      lang: 'en',
      topics: ['open source'],
    }
    const items = [
      { ...item, people: ['Ana Díaz'], source: 'GSA/site', url: '', body: '# Hello\n\n<p>World</p>' },
      { ...item, id: 'two', people: [], source: 'GSA/site', url: 'https://example.org/', body: 'Something else' },
      { ...item, id: 'three', people: [], source: 'GSA/site', body: ' Something  else' },
      { ...item, id: 'four', people: [], source: 'GSA/site', body: '![](map.png)' },
    ]
    const folder = mkdtempSync(join(tmpdir(), 'corpus '))
    try {
      const { written, refused } = convertCorpus(items.map((one) => JSON.stringify(one)).join('\n'), folder)
      assert.deepEqual(refused, ['three: the text stands twice', 'four: the report has no text'])
      assert.equal(written, 2)
      const { reports, terms, problems } = readArchive({ root: folder, settings, today: '2026-11-22' })
      assert.deepEqual(problems, [])
      assert.deepEqual(
        reports.map(({ path }) => path),
        ['2014/02/a-first-one-2', '2014/02/a-first-one'],
      )
      assert.deepEqual(
        terms.map(({ id }) => id),
        ['open-source', 'gsa', 'ana-diaz'],
      )
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })

  test('made-up news is the same for the same seed, and spread evenly over its days', () => {
    const options = { seed: 7, from: 2023, to: 2024, languages: 'en+zh' } as const
    const news = makeNews(731, options)
    assert.deepEqual(news, makeNews(731, options))
    assert.equal(new Set(news.reports.map(({ date }) => date)).size, 731)
    assert.equal(new Set(news.reports.map(({ id }) => id)).size, 731)
    assert.ok(news.reports.every(({ id }) => isIdentifier(id) && plainTextOf(news.texts.get(id) ?? '').length > 0))
  })

  test('the words to look for are the rarest of a text', () => {
    const reports = [
      { id: 'a', title: 'A', text: 'common common rare-word 1234x tiny old' },
      { id: 'b', title: 'B', text: 'Common tongue' },
    ]
    assert.deepEqual(pickKnownItems(reports, 2, 1), [
      { id: 'a', title: 'A', words: ['tiny', 'common'] },
      { id: 'b', title: 'B', words: ['tongue', 'common'] },
    ])
  })
})
