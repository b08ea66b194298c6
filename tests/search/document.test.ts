import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { toSearchDocument, toSortKey } from '#search/document.ts'
import { makeReport } from '../archive/make-report.ts'
import { attributesOf, TAG } from '../markdown/read-html.ts'
import { render } from '../markdown/render-fixture.ts'

suite('the page that the search engine reads', () => {
  test('holds the title, the text and what a report is filtered, sorted and shown by', () => {
    const report = makeReport({
      title: 'Training held in Changsha',
      summary: 'The sixth training.',
      lang: 'en',
      date: '2024-12-20',
      kind: 'report',
      topics: ['copyright', 'training'],
      source: { name: 'NCAC' },
    })
    const document = toSearchDocument({ report, text: '<p id="p1">The text.</p>', names: ['Changsha', '长沙'] })
    assert.deepEqual(document.replaceAll('><', '>\n<').split('\n'), [
      '<!doctype html>',
      '<html lang="en">',
      '<head>',
      '<title>Training held in Changsha</title>',
      '</head>',
      '<body data-pagefind-body>',
      '<h1 data-pagefind-meta="title">Training held in Changsha</h1>',
      '<data data-pagefind-meta="date[value]" value="2024-12-20">',
      '</data>',
      '<data data-pagefind-meta="kind[value]" value="report">',
      '</data>',
      '<data data-pagefind-meta="lang[value]" value="en">',
      '</data>',
      '<data data-pagefind-meta="source[value]" value="NCAC">',
      '</data>',
      '<data data-pagefind-meta="summary[value]" value="The sixth training.">',
      '</data>',
      '<data data-pagefind-meta="names[value]" value="Changsha · 长沙">',
      '</data>',
      '<data data-pagefind-sort="date[value]" value="2024-12-20">',
      '</data>',
      '<data data-pagefind-filter="kind[value]" value="report">',
      '</data>',
      '<data data-pagefind-filter="year[value]" value="2024">',
      '</data>',
      '<data data-pagefind-filter="topics[value]" value="copyright">',
      '</data>',
      '<data data-pagefind-filter="topics[value]" value="training">',
      '</data>',
      '<p id="p1">The text.</p>',
      '</body>',
      '</html>',
    ])
  })

  test('leaves out a source, a summary and names that are not there', () => {
    const document = toSearchDocument({ report: makeReport(), text: '', names: [] })
    assert.deepEqual(
      tagsOf(document).flatMap(({ attributes }) => attributes['data-pagefind-meta'] ?? []),
      ['title', 'date[value]', 'kind[value]', 'lang[value]'],
    )
  })

  test('holds the text as it was rendered, without the marks of its footnotes', () => {
    const { html } = render('The risks[^1] are known[^source].\n\n## Risks[^1]\n\n[^1]: One.\n[^source]: Two.')
    const document = toSearchDocument({ report: makeReport(), text: html, names: [] })
    assert.match(document, /<\/a>The risks are known\.<\/p>/)
    assert.match(document, />Risks<\/h2>/)
    assert.equal(tagsOf(document).filter(({ name }) => name === 'sup').length, 0)
  })

  test('holds the text without the marks of its footnotes in a language without words of ours', () => {
    const { html } = render('Hatari[^1] zinajulikana.\n\n[^1]: Tazama.', { language: 'sw' })
    const document = toSearchDocument({ report: makeReport({ lang: 'sw' }), text: html, names: [] })
    assert.match(document, /<\/a>Hatari zinajulikana\.<\/p>/)
  })

  test('keeps hostile titles, summaries, sources and names inside their places', () => {
    const hostile = '"></data><script>alert(\'1\')</script> &quot; data-pagefind-ignore="all'
    const report = makeReport({ title: hostile, summary: hostile, source: { name: hostile } })
    const document = toSearchDocument({ report, text: '', names: [hostile] })
    const attribute = "&quot;>&lt;/data>&lt;script>alert('1')&lt;/script> &amp;quot; data-pagefind-ignore=&quot;all"
    assert.deepEqual(document.replaceAll('><', '>\n<').split('\n').slice(3, 16), [
      `<title>${attribute}</title>`,
      '</head>',
      '<body data-pagefind-body>',
      `<h1 data-pagefind-meta="title">${attribute}</h1>`,
      '<data data-pagefind-meta="date[value]" value="2024-12-20">',
      '</data>',
      '<data data-pagefind-meta="kind[value]" value="report">',
      '</data>',
      '<data data-pagefind-meta="lang[value]" value="en">',
      '</data>',
      `<data data-pagefind-meta="source[value]" value="${attribute}">`,
      '</data>',
      `<data data-pagefind-meta="summary[value]" value="${attribute}">`,
    ])
  })

  test('has the same elements and attributes whatever words are in it', () => {
    const words = fc.string({
      unit: fc.constantFrom('"', "'", '<', '>', '&', '=', '/', ' ', 'a', '&quot;'),
      minLength: 1,
    })
    const shapeOf = (title: string): unknown => {
      const report = makeReport({ title, summary: title, source: { name: title }, topics: [title] })
      const document = toSearchDocument({ report, text: '', names: [title, title] })
      return tagsOf(document).map(({ name, attributes }) => [name, Object.keys(attributes)])
    }
    fc.assert(
      fc.property(words, (title) => {
        assert.deepEqual(shapeOf(title), shapeOf('A title'))
      }),
    )
  })
})

suite('the key that reports are sorted by', () => {
  for (const [date, key] of [
    ['2024-12-20', '2024-12-20'],
    ['2024-12', '2024-12-00'],
    ['2024', '2024-00-00'],
  ] as const) {
    test(`is ${key} for ${date}`, () => {
      assert.equal(toSortKey(date), key)
    })
  }
})

function tagsOf(document: string): { name: string; attributes: ReturnType<typeof attributesOf> }[] {
  return Array.from(document.matchAll(TAG), ([tag, name = '']) => ({ name, attributes: attributesOf(tag) }))
}
