import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { parseJsonFeed } from 'feedsmith'
import { toJsonFeed } from '#formats/json-feed.ts'
import { HOSTILE, makeEntry, makeFeed } from './make-feed.ts'

suite('a feed in JSON Feed', () => {
  test('says everything of the feed and of its entries', () => {
    assert.deepEqual(JSON.parse(toJsonFeed(makeFeed({ url: 'https://archive.example/feeds/feed.json' }))), {
      version: 'https://jsonfeed.org/version/1.1',
      title: 'An Archive',
      home_page_url: 'https://archive.example/',
      feed_url: 'https://archive.example/feeds/feed.json',
      description: 'What it holds.',
      language: 'en',
      authors: [{ name: 'An Archive', url: 'https://archive.example/' }],
      items: [
        {
          id: 'tag:archive.example,2026:k7m2q4',
          url: 'https://archive.example/2024/12/a-training/',
          title: 'A training',
          content_html: '<p>The first paragraph &amp; more.</p>',
          summary: 'One sentence.',
          date_published: '2024-12-20T00:00:00Z',
          date_modified: '2025-01-07T00:00:00Z',
          authors: [{ name: 'An Agency' }],
          tags: ['Copyright'],
        },
      ],
    })
  })

  test('gives the language of an entry that is in another one, and leaves out what is not known', () => {
    const { summary, ...entry } = makeEntry({ language: 'zh-Hans', categories: [{ term: 'a' }], authors: [] })
    const [item] = (JSON.parse(toJsonFeed(makeFeed({ entries: [entry] }))) as { items: [Record<string, unknown>] })
      .items
    assert.equal(summary, 'One sentence.')
    assert.deepEqual(Object.keys(item), [
      ...['id', 'url', 'title', 'content_html', 'date_published', 'date_modified', 'tags', 'language'],
    ])
    assert.deepEqual([item['language'], item['tags']], ['zh-Hans', ['a']])
  })

  test('holds the summary as text where there is no other, or the title where there is not even that', () => {
    const { html, ...entry } = makeEntry()
    const { summary, ...least } = entry
    assert.deepEqual([html, summary], ['<p>The first paragraph &amp; more.</p>', 'One sentence.'])
    const { items } = JSON.parse(toJsonFeed(makeFeed({ entries: [entry, least] }))) as { items: object[] }
    assert.deepEqual(
      items.map((item) => ['content_html' in item, 'content_text' in item && item.content_text]),
      [
        [false, 'One sentence.'],
        [false, 'A training'],
      ],
    )
  })

  test('is read back with the same identifiers, titles, dates and texts, whatever stands in them', () => {
    const entries = HOSTILE.map(([title], index) =>
      makeEntry({ id: `tag:archive.example,2026:${String(index)}`, title, html: `<p>${title}</p>` }),
    )
    const { items = [] } = parseJsonFeed(toJsonFeed(makeFeed({ entries })))
    assert.deepEqual(
      items.map(({ id, date_published: published }) => [id, published]),
      entries.map(({ id }) => [id, '2024-12-20T00:00:00Z']),
    )
    assert.deepEqual(
      items.map(({ title, content_html: html }) => [title, html]),
      HOSTILE.map(([title]) => [title, `<p>${title}</p>`]),
    )
  })
})
