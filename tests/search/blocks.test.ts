import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { toBlocks } from '#search/blocks.ts'
import type { Block } from '#search/record.ts'
import { render } from '../markdown/render-fixture.ts'

suite('what search shows of a text', () => {
  const cases: [title: string, body: string, blocks: Block[]][] = [
    ['is nothing of nothing', '', []],
    [
      'are its paragraphs, each with its number',
      'The first.\n\nThe second.',
      [
        ['p1', 'The first.'],
        ['p2', 'The second.'],
      ],
    ],
    [
      'has no marks of emphasis, links and code',
      'The **ri**sk of [a *link*](https://example.org/) and `code`.',
      [['p1', 'The risk of a link and code.']],
    ],
    ['has one line for the lines of a paragraph', 'One\ntwo  \nthree\\\nfour', [['p1', 'One two three four']]],
    [
      'has the headings, and they lead to themselves',
      'Before.\n\n## The *risks*\n\nAfter.',
      [
        ['p1', 'Before.'],
        ['section-the-risks', 'The risks'],
        ['p2', 'After.'],
      ],
    ],
    [
      'has the items of lists, however deep',
      '- one\n- two\n\n  more of two\n  1. three\n  2. four\n',
      [
        ['p1', 'one'],
        ['p2', 'two'],
        ['p3', 'more of two'],
        ['p4', 'three'],
        ['p5', 'four'],
      ],
    ],
    [
      'has the items of a list of tasks with their marks',
      '- [ ] open\n- [x] done',
      [
        ['p1', '☐ open'],
        ['p2', '☑ done'],
      ],
    ],
    [
      'has a table row by row, with spaces between its cells',
      'Before.\n\n| Name | Count |\n| - | - |\n| one | **1** |\n| two | 2 |\n\nAfter.',
      [
        ['p1', 'Before.'],
        ['table-1', 'Name Count'],
        ['table-1', 'one 1'],
        ['table-1', 'two 2'],
        ['p2', 'After.'],
      ],
    ],
    [
      'has the caption of a table',
      'Table 1: The risks\n\n| Name |\n| - |\n| one |',
      [
        ['table-1', 'Table 1: The risks'],
        ['table-1', 'Name'],
        ['table-1', 'one'],
      ],
    ],
    [
      'leads from a quotation to the paragraph before it',
      'He said:\n\n> Once.\n>\n> Twice.\n\nAfter.',
      [
        ['p1', 'He said:'],
        ['p1', 'Once.'],
        ['p1', 'Twice.'],
        ['p2', 'After.'],
      ],
    ],
    [
      'leads from a quotation that comes first to nowhere',
      '> Once.\n\nAfter.',
      [
        ['', 'Once.'],
        ['p1', 'After.'],
      ],
    ],
    [
      'leads from a quotation in an item of a list to the item',
      '1. one\n\n   > quoted\n\n   after',
      [
        ['p1', 'one'],
        ['p1', 'quoted'],
        ['p2', 'after'],
      ],
    ],
    [
      'has code of several lines as one',
      'Before.\n\n```js\nconst a = 1 < 2\nconst b = 2\n```\n\n***',
      [
        ['p1', 'Before.'],
        ['p1', 'const a = 1 < 2 const b = 2'],
      ],
    ],
    [
      'has no numbers of footnotes and no arrows back, but the notes',
      'The risks[^1] are known[^source].\n\n## Risks[^1]\n\n[^1]: One.\n[^source]: Two.\n\n    More of two.',
      [
        ['p1', 'The risks are known.'],
        ['section-risks', 'Risks'],
        ['note-fn-1', 'One.'],
        ['note-fn-source', 'Two.'],
        ['note-fn-source', 'More of two.'],
      ],
    ],
    [
      'has footnotes of other things than paragraphs',
      'A text[^1].\n\n[^1]:\n    > quoted\n\n    - one\n    - two',
      [
        ['p1', 'A text.'],
        ['note-fn-1', 'quoted'],
        ['note-fn-1', 'one'],
        ['note-fn-1', 'two'],
      ],
    ],
    [
      'has no number of a footnote in a table',
      '| Name |\n| - |\n| one[^1] |\n\n[^1]: A note.',
      [
        ['table-1', 'Name'],
        ['table-1', 'one'],
        ['note-fn-1', 'A note.'],
      ],
    ],
    ['keeps a link to a place of the page itself', 'See [below](#p2) or [1](#note-fn-1).', [['p1', 'See below or 1.']]],
    [
      'keeps the signs of HTML where they are text',
      'AT&T: a < b > c & "d" \'e\' `<b id="p9">`',
      [['p1', 'AT&T: a < b > c & "d" \'e\' <b id="p9">']],
    ],
    [
      'reads character references once',
      '&amp;lt; &lt;p&gt; &copy; &#x1F600; &#128512; &#39;',
      [['p1', "&lt; <p> © 😀 😀 '"]],
    ],
    ['makes one space of several of any kind', 'a&nbsp;&nbsp;b \u3000 c', [['p1', 'a b c']]],
    [
      'leaves no tag that is only told of as one',
      'a &lt;/p&gt;&lt;p id="p7"&gt; b\n\n&lt;sup&gt;&lt;a href="#note-fn-1"&gt;1&lt;/a&gt;&lt;/sup&gt;',
      [
        ['p1', 'a </p><p id="p7"> b'],
        ['p2', '<sup><a href="#note-fn-1">1</a></sup>'],
      ],
    ],
    [
      'is not led astray by signs in the title of a link',
      '[one](https://example.org/ "a > b <p id=\'p7\'>") two',
      [['p1', 'one two']],
    ],
  ]
  for (const [title, body, blocks] of cases) {
    test(title, () => {
      assert.deepEqual(toBlocks(render(body).html), blocks)
    })
  }

  test('has the caption of a picture, and words on its two sides stay apart', () => {
    const pictures = { 'hall.jpg': { width: 1, height: 1 } }
    const body = 'Before![](hall.jpg)it.\n\n![The hall](hall.jpg "The opening | Photo: NCAC")'
    assert.deepEqual(toBlocks(render(body, { pictures }).html), [
      ['p1', 'Before it.'],
      ['p1', 'The opening Photo: NCAC'],
    ])
  })

  test('leads to the paragraph that is there, not to a removed one that has left its anchor in it', () => {
    const numbering = { paragraphs: '4:2bfa23a1 1:7a89749e', removed: '2>1 3>0' }
    assert.deepEqual(toBlocks(render('The first.\n\n- The second.', { numbering }).html), [
      ['p4', 'The first.'],
      ['p1', 'The second.'],
    ])
  })

  for (const [language, body, blocks] of [
    [
      'zh-Hans',
      '版权[^1]保护。\n\n[^1]: 注。',
      [
        ['p1', '版权保护。'],
        ['note-fn-1', '注。'],
      ],
    ],
    [
      'sw',
      'Hatari[^1] zinajulikana.\n\n[^1]: Tazama.',
      [
        ['p1', 'Hatari zinajulikana.'],
        ['note-fn-1', 'Tazama.'],
      ],
    ],
  ] as const) {
    test(`has no furniture of footnotes in a text in ${language} either`, () => {
      assert.deepEqual(toBlocks(render(body, { language }).html), blocks)
    })
  }

  test('reads character references in every form, and leaves what is none', () => {
    assert.deepEqual(toBlocks('a &#38; b &#x3c; c &amp; &lt; &gt; &quot; &apos; d&nbsp;e &unheard; &; &#; f'), [
      ['', 'a & b < c & < > " \' d e &unheard; &; &#; f'],
    ])
  })

  test('has no mark of a footnote for each place that refers to it', () => {
    const { html } = render('One[^a], two[^a], three[^a].\n\n[^a]: A note.')
    assert.deepEqual(toBlocks(html), [
      ['p1', 'One, two, three.'],
      ['note-fn-a', 'A note.'],
    ])
  })

  test('is the text itself, whatever signs stand in it', () => {
    const signs = [
      '<',
      '>',
      '&',
      '"',
      "'",
      '/',
      '=',
      '#',
      ';',
      ' ',
      'a',
      '版',
      '&lt;',
      '&#x3C;',
      '<p id="p9">',
      '</p>',
      '<br>',
      '<!--',
      '</sup>',
    ]
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...signs) }), (text) => {
        const { html } = render('x ' + text.replaceAll(/[!-/:-@[-`{-~]/g, (sign) => `\\${sign}`))
        assert.deepEqual(toBlocks(html), [['p1', `x ${text}`.replaceAll(/ +/g, ' ').trim()]])
      }),
    )
  })
})
