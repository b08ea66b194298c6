import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { parseAtomFeed } from 'feedsmith'
import { toAtom } from '#formats/atom.ts'
import { HOSTILE, makeEntry, makeFeed } from './make-feed.ts'
import { findXmlFaults } from './well-formed.ts'

suite('a feed in Atom', () => {
  test('says everything of the feed and of its entries', () => {
    assert.equal(
      toAtom(makeFeed()),
      `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<id>tag:archive.example,2026:reports</id>
<title>An Archive</title>
<subtitle>What it holds.</subtitle>
<link rel="self" type="application/atom+xml" href="https://archive.example/feeds/atom.xml"/>
<link rel="alternate" type="text/html" href="https://archive.example/"/>
<updated>2025-01-07T00:00:00Z</updated>
<author>
<name>An Archive</name>
<uri>https://archive.example/</uri>
</author>
<entry>
<id>tag:archive.example,2026:k7m2q4</id>
<title>A training</title>
<link rel="alternate" type="text/html" hreflang="en" href="https://archive.example/2024/12/a-training/"/>
<link rel="via" title="An Agency" href="https://agency.example/news?id=1&amp;lang=en"/>
<published>2024-12-20T00:00:00Z</published>
<updated>2025-01-07T00:00:00Z</updated>
<author>
<name>An Agency</name>
</author>
<category term="copyright" scheme="https://archive.example/topics/" label="Copyright"/>
<summary>One sentence.</summary>
<content type="html">&lt;p&gt;The first paragraph &amp;amp; more.&lt;/p&gt;</content>
</entry>
</feed>
`,
    )
  })

  test('holds the summary alone where there is no text', () => {
    const { html, ...entry } = makeEntry()
    assert.equal(html, '<p>The first paragraph &amp; more.</p>')
    const text = toAtom(makeFeed({ entries: [entry] }))
    assert.ok(text.includes('<summary>One sentence.</summary>\n</entry>\n'))
  })

  test('gives the language of an entry that is in another one', () => {
    const text = toAtom(makeFeed({ entries: [makeEntry({ language: 'zh-Hans', title: '版权培训' })] }))
    assert.ok(text.includes('<entry xml:lang="zh-Hans">\n'))
    assert.ok(text.includes('hreflang="zh-Hans"'))
  })

  test('that is part of an archive leads to the documents before and after it, and says that it will not change', () => {
    const archives = {
      isArchive: true,
      current: 'https://archive.example/feeds/atom.xml',
      previous: 'https://archive.example/feeds/2023/atom.xml',
      next: 'https://archive.example/feeds/2025/atom.xml',
    }
    const lines = toAtom(makeFeed({ archives })).split('\n')
    assert.deepEqual(
      lines.filter((line) => /history|fh:|current|-archive/.test(line)),
      [
        '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:fh="http://purl.org/syndication/history/1.0" xml:lang="en">',
        '<fh:archive/>',
        '<link rel="current" href="https://archive.example/feeds/atom.xml"/>',
        '<link rel="prev-archive" href="https://archive.example/feeds/2023/atom.xml"/>',
        '<link rel="next-archive" href="https://archive.example/feeds/2025/atom.xml"/>',
      ],
    )
  })

  test('is read back with the same identifiers, titles, dates, texts and terms', () => {
    const entries = [makeEntry(), makeEntry({ id: 'tag:archive.example,2026:0000ab', title: '版权', language: 'zh' })]
    const { entries: read = [] } = parseAtomFeed(toAtom(makeFeed({ entries })))
    assert.deepEqual(
      read.map((entry) => ({
        id: entry.id,
        title: entry.title?.value,
        published: entry.published,
        updated: entry.updated,
        html: entry.content?.value,
        summary: entry.summary?.value,
        categories: entry.categories,
        links: entry.links?.map(({ href }) => href),
      })),
      entries.map(({ id, title, published, updated, html, summary, categories, url, source }) => ({
        ...{ id, title, published: `${published}T00:00:00Z`, updated: `${updated}T00:00:00Z`, html, summary },
        ...{ categories, links: [url, source?.url] },
      })),
    )
  })

  test('is well formed and keeps titles as they are, whatever stands in them', async () => {
    const entries = HOSTILE.map(([title], index) =>
      makeEntry({ id: `tag:archive.example,2026:${String(index)}`, title, summary: title, html: `<p>${title}</p>` }),
    )
    const text = toAtom(makeFeed({ title: HOSTILE.map(([title]) => title).join(' '), entries }))
    assert.deepEqual(await findXmlFaults(text), [])
    assert.deepEqual(
      parseAtomFeed(text).entries?.map(({ title }) => title?.value),
      HOSTILE.map(([, left]) => left),
    )
  })
})
