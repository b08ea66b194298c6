import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { renderForFeed } from '#markdown/feed-html.ts'

const URL = 'https://archive.example/news/2024/12/a-training/'

function render(body: string, language = 'en'): string {
  const pictures = { 'hall.jpg': { width: 1200, height: 800 } }
  return renderForFeed(body, { language, base: '/news', address: '/2024/12/a-training/', pictures }, URL)
}

suite('the text of a report in a feed', () => {
  const cases: readonly (readonly [title: string, body: string, html: string])[] = [
    ['has no link of a paragraph to itself', 'One.\n\nTwo.', '<p>One.</p>\n<p>Two.</p>'],
    [
      'has whole addresses, also of its own parts',
      'See [here](#p2), [there](/2024/12/a-treaty/#p4) and [elsewhere](https://x.example?a=1).',
      `<p>See <a href="${URL}#p2">here</a>, <a href="https://archive.example/news/2024/12/a-treaty/#p4">there</a> and <a href="https://x.example?a=1">elsewhere</a>.</p>`,
    ],
    [
      'shows pictures with their captions',
      '![Delegates](hall.jpg "The session | Photo: NCAC")',
      `<figure><img src="${URL}hall.jpg" alt="Delegates" width="1200" height="800"><figcaption>The session <small>Photo: NCAC</small></figcaption></figure>`,
    ],
    [
      'shows a table without the region that it scrolls in',
      '| a | b |\n|--:|---|\n| 1 | 2 |',
      '<table>\n<thead>\n<tr>\n<th scope="col">a</th>\n<th scope="col">b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>1</td>\n<td>2</td>\n</tr>\n</tbody>\n</table>',
    ],
    [
      'has its footnotes, which lead to the page',
      'Text.[^1]\n\n[^1]: A note.',
      `<p>Text.<sup><a href="${URL}#note-fn-1">1</a></sup></p>\n<h2>Notes</h2>\n<ol>\n<li>\n<p>A note. <a href="${URL}#note-fnref-1">↩</a></p>\n</li>\n</ol>\n`,
    ],
    [
      'has headings, quotations and numbers of lists',
      '## A\n\n> B\n\n3. C',
      '<h2>A</h2>\n<blockquote>\n<p>B</p>\n</blockquote>\n<ol start="3">\n<li>C</li>\n</ol>',
    ],
  ]
  for (const [title, body, html] of cases) {
    test(title, () => {
      assert.equal(render(body), html)
    })
  }

  test('says so when it is written from right to left', () => {
    assert.equal(render('مرحبا', 'ar'), '<div lang="ar" dir="rtl"><p>مرحبا</p></div>')
  })
})
