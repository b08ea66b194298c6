import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { suite, test } from 'node:test'
import { fingerprintOf } from '#archive/paragraph-numbers.ts'
import { fixtures, inputs, render, renderFixture } from './render-fixture.ts'

suite('the text of a report', () => {
  for (const input of inputs) {
    test(input.replace('/input.md', '').replace('/', ': ').replaceAll('-', ' '), () => {
      const output = new URL(input.replace('input.md', 'output.html'), fixtures)
      const html = renderFixture(input)

      if (process.env['UPDATE'] === '1') writeFileSync(output, html)
      assert.equal(html, readFileSync(output, 'utf8'))
    })
  }
})

suite('a link', () => {
  for (const [address, link] of [
    ['HTTPS://Example.org/Page', 'https://Example.org/Page'],
    ['Http://example.org/', 'http://example.org/'],
    ['MAILTO:a@example.org', 'mailto:a@example.org'],
  ] as const) {
    test(`to ${address} is one, whatever letters its scheme is written in`, () => {
      assert.match(render(`[x](${address})`).html, new RegExp(`<a href="${link}"`))
    })
  }
})

suite('the paragraphs of a text', () => {
  test('are its numbered parts with their words', () => {
    const { paragraphs } = render('One *word*.\n\n- An item\n- Another\n\n> A quotation.\n\n## A heading\n\nThe end.')
    assert.deepEqual(paragraphs, [
      { id: 'p1', text: 'One word.' },
      { id: 'p2', text: 'An item' },
      { id: 'p3', text: 'Another' },
      { id: 'p4', text: 'The end.' },
    ])
  })

  test('do not hold the number of a footnote, which is no word of theirs', () => {
    const { paragraphs } = render('The risks[^1] are known.\n\n[^1]: See the report.')
    assert.deepEqual(paragraphs, [{ id: 'p1', text: 'The risks are known.' }])
  })

  test('hold one line break for one', () => {
    const { paragraphs } = render('One\\\ntwo  \nthree\nfour')
    assert.deepEqual(paragraphs, [{ id: 'p1', text: 'One\ntwo\nthree\nfour' }])
  })

  test('do not hold the words of another paragraph', () => {
    const { paragraphs } = render('- Outer\n  - Inner\n- Last')
    assert.deepEqual(paragraphs, [
      { id: 'p1', text: 'Outer' },
      { id: 'p2', text: 'Inner' },
      { id: 'p3', text: 'Last' },
    ])
  })
})

suite('the time that it takes to read a text', () => {
  test('is that of all its words, also of quotations, lists, tables and notes', () => {
    const words = (count: number): string => 'word '.repeat(count).trim()
    const minutesOf = (body: string): number => render(body).minutes
    assert.equal(minutesOf(words(600)), 3)
    assert.equal(minutesOf(`> ${words(600)}`), 3)
    assert.equal(minutesOf(`- ${words(300)}\n- ${words(300)}`), 3)
    assert.equal(minutesOf(`| A |\n| - |\n${`| ${words(6)} |\n`.repeat(100)}`), 3)
    assert.equal(minutesOf(`A claim[^1].\n\n[^1]: ${words(598)}`), 3)
  })
})

suite('the recorded numbers of paragraphs', () => {
  const one = fingerprintOf('One word.')
  const two = fingerprintOf('Two words.')

  test('are those of the paragraphs, and not of the anchors of removed ones', () => {
    const numbering = { paragraphs: `3:${one} 1:${two}`, removed: '2>3 4>0' }
    const { paragraphs, anchors } = render('One *word*.\n\nTwo words[^1].\n\n[^1]: A note.', { numbering })
    assert.deepEqual(paragraphs, [
      { id: 'p3', text: 'One word.' },
      { id: 'p1', text: 'Two words.' },
    ])
    assert.deepEqual(anchors, ['p4', 'p3', 'p2', 'p1', 'note-fnref-1', 'footnote-label', 'note-fn-1'])
  })

  for (const [title, paragraphs] of [
    ['words have changed', `1:${one} 2:${one}`],
    ['there are more', `1:${one}`],
    ['there are fewer', `1:${one} 2:${two} 3:${two}`],
    ['they stand in another order', `2:${two} 1:${one}`],
  ] as const) {
    test(`are given to no other paragraphs: when ${title} the text is not rendered`, () => {
      assert.throws(() => render('One word.\n\nTwo words.', { numbering: { paragraphs, removed: '' } }), {
        message: 'its paragraphs are not as they were recorded: type `npm run record -- --again`',
      })
    })
  }
})

suite('the anchors of a text', () => {
  test('are all its ids in their order', () => {
    const body = '## A heading\n\nText[^1] and more[^1].\n\nTable: Two cells\n\n| a | b |\n| - | - |\n\n[^1]: A note.'
    assert.deepEqual(render(body).anchors, [
      'section-a-heading',
      'p1',
      'note-fnref-1',
      'note-fnref-1-2',
      'table-1',
      'table-1-caption',
      'footnote-label',
      'note-fn-1',
    ])
  })
})

suite('the links of a text to pages elsewhere', () => {
  test('are told in order with their words, and no link within the archive is among them', () => {
    const { links } = render(
      'A [*page*](https://example.org/版), [a report](/2024/) and www.example.org here[^1].\n\n[^1]: [Note](http://example.org/n).',
    )
    assert.deepEqual(links, [
      { url: 'https://example.org/%E7%89%88', text: 'page' },
      { url: 'http://www.example.org', text: 'www.example.org' },
      { url: 'http://example.org/n', text: 'Note' },
    ])
  })
})

suite('rendering', () => {
  test('gives the same for the same text', () => {
    for (const input of inputs) assert.equal(renderFixture(input), renderFixture(input))
  })

  test('refuses raw HTML, since its words would vanish', () => {
    assert.throws(() => render('The <b>bold</b> word'), { name: '1:5-1:8', reason: 'raw HTML: <b>' })
    assert.throws(() => render('<RIGS> was held'), /raw HTML/)
  })

  test('refuses a picture that was not measured', () => {
    assert.throws(() => render('![A hall](hall.jpg)'), {
      message: 'the picture hall.jpg of /2024/12/a-training/ was not measured',
    })
  })
})
