import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { render } from './render-fixture.ts'

suite('the headings of a text', () => {
  test('are those of the second and third level in their order, with the anchors of the page', () => {
    const { headings } = render('## First\n\nText.\n\n### A part *of* it\n\n#### Too small\n\n## 第二部分\n\nText.')
    assert.deepEqual(headings, [
      { id: 'section-first', text: 'First', level: 2 },
      { id: 'section-a-part-of-it', text: 'A part of it', level: 3 },
      { id: 'section-第二部分', text: '第二部分', level: 2 },
    ])
  })

  test('are told apart as on the page when they are equal', () => {
    const { headings } = render('## Vote\n\n## Vote')
    assert.deepEqual(headings, [
      { id: 'section-vote', text: 'Vote', level: 2 },
      { id: 'section-vote-2', text: 'Vote', level: 2 },
    ])
  })

  test('hold no number of a footnote, and not the heading above the footnotes', () => {
    const { headings } = render('## Figures[^1]\n\nText.\n\n[^1]: A note.')
    assert.deepEqual(headings, [{ id: 'section-figures', text: 'Figures', level: 2 }])
  })

  test('are not those of what is quoted', () => {
    const { headings } = render('> ## Quoted\n>\n> Text.\n\n## Own')
    assert.deepEqual(headings, [{ id: 'section-own', text: 'Own', level: 2 }])
  })

  test('are none where a text has none', () => {
    assert.deepEqual(render('Text.').headings, [])
  })
})
