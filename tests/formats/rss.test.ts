import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { parseRssFeed } from 'feedsmith'
import { toRss } from '#formats/rss.ts'
import { HOSTILE, makeEntry, makeFeed } from './make-feed.ts'
import { findXmlFaults } from './well-formed.ts'

suite('a feed in RSS', () => {
  test('says everything of the feed and of its entries', () => {
    assert.equal(
      toRss(makeFeed({ url: 'https://archive.example/feeds/rss.xml' })),
      `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
<title>An Archive</title>
<link>https://archive.example/</link>
<description>What it holds.</description>
<language>en</language>
<lastBuildDate>Tue, 07 Jan 2025 00:00:00 GMT</lastBuildDate>
<atom:link rel="self" type="application/rss+xml" href="https://archive.example/feeds/rss.xml"/>
<item>
<title>A training</title>
<link>https://archive.example/2024/12/a-training/</link>
<guid isPermaLink="false">tag:archive.example,2026:k7m2q4</guid>
<pubDate>Fri, 20 Dec 2024 00:00:00 GMT</pubDate>
<dc:creator>An Agency</dc:creator>
<category domain="https://archive.example/topics/">Copyright</category>
<description>One sentence.</description>
<content:encoded>&lt;p&gt;The first paragraph &amp;amp; more.&lt;/p&gt;</content:encoded>
</item>
</channel>
</rss>
`,
    )
  })

  test('holds the summary alone where there is no text', () => {
    const { html, ...entry } = makeEntry()
    assert.equal(html, '<p>The first paragraph &amp; more.</p>')
    const text = toRss(makeFeed({ entries: [entry] }))
    assert.ok(text.includes('<description>One sentence.</description>\n</item>\n'))
  })

  test('gives the language of an entry that is in another one', () => {
    const text = toRss(makeFeed({ entries: [makeEntry({ language: 'zh-Hans' })] }))
    assert.ok(text.includes('<dc:language>zh-Hans</dc:language>\n'))
  })

  test('is read back with the same identifiers, titles, dates and texts', () => {
    const entries = [makeEntry(), makeEntry({ id: 'tag:archive.example,2026:0000ab', published: '1886-09-09' })]
    const { items: read = [] } = parseRssFeed(toRss(makeFeed({ entries })))
    assert.deepEqual(
      read.map(({ guid, title, pubDate, content, description, link }) => ({
        ...{ guid, title, pubDate, html: content?.encoded, description, link },
      })),
      entries.map(({ id, title, html, summary, url }, index) => ({
        guid: { value: id, isPermaLink: false },
        title,
        pubDate: ['Fri, 20 Dec 2024 00:00:00 GMT', 'Thu, 09 Sep 1886 00:00:00 GMT'][index],
        html,
        description: summary,
        link: url,
      })),
    )
  })

  test('is well formed and keeps titles as they are, whatever stands in them', async () => {
    const entries = HOSTILE.map(([title], index) =>
      makeEntry({ id: `tag:archive.example,2026:${String(index)}`, title, summary: title, html: `<p>${title}</p>` }),
    )
    const text = toRss(makeFeed({ title: HOSTILE.map(([title]) => title).join(' '), entries }))
    assert.deepEqual(await findXmlFaults(text), [])
    assert.deepEqual(
      parseRssFeed(text).items?.map(({ title }) => title),
      HOSTILE.map(([, left]) => left),
    )
  })
})
