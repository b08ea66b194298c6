import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { toGuide, toPlainText } from '#formats/llms.ts'

suite('the guide for programs that read text', () => {
  test('begins with the name of the archive and what it holds, and goes on with lists of links', () => {
    assert.equal(
      toGuide({
        title: 'An Archive',
        description: 'Reports on copyright.',
        details: 'It holds 2 reports.',
        sections: [
          {
            title: 'Texts by year',
            links: [
              { title: 'Reports of 2024', url: 'https://archive.example/llms/2024.txt', note: '2 reports' },
              { title: 'Reports of 2023', url: 'https://archive.example/llms/2023.txt' },
            ],
          },
          { title: 'Feeds', links: [] },
        ],
      }),
      `# An Archive

> Reports on copyright.

It holds 2 reports.

## Texts by year

- [Reports of 2024](https://archive.example/llms/2024.txt): 2 reports
- [Reports of 2023](https://archive.example/llms/2023.txt)
`,
    )
  })

  test('says just what it is given, on one line, whatever marks it holds', () => {
    const hostile = 'A [link](x) *or* `code`\n# <b>heading</b>'
    const text = toGuide({
      title: hostile,
      description: hostile,
      sections: [{ title: hostile, links: [{ title: hostile, url: 'https://archive.example/', note: hostile }] }],
    })
    const escaped = String.raw`A \[link\](x) \*or\* \`code\` # \<b\>heading\</b\>`
    assert.equal(
      text,
      `# ${escaped}\n\n> ${escaped}\n\n## ${escaped}\n\n- [${escaped}](https://archive.example/): ${escaped}\n`,
    )
  })
})

suite('the texts of a year', () => {
  const report = {
    title: 'A title',
    date: '2024-12-20',
    language: 'en',
    publisher: 'An Agency',
    url: 'https://archive.example/2024/12/a-title/',
    paragraphs: [
      { id: 'p1', text: 'The first\nparagraph.' },
      { id: 'p4', text: 'Another one.' },
    ],
  }

  test('follow each other, each paragraph with the number that leads to it', () => {
    const other = { ...report, title: '版权', language: 'zh-Hans', paragraphs: [] }
    assert.equal(
      toPlainText([report, other]),
      `Title: A title
Date: 2024-12-20
Source: An Agency
Language: en
Address: https://archive.example/2024/12/a-title/

[p1] The first paragraph.

[p4] Another one.

========================================================================

Title: 版权
Date: 2024-12-20
Source: An Agency
Language: zh-Hans
Address: https://archive.example/2024/12/a-title/
`,
    )
  })

  test('cannot begin another report by what they hold', () => {
    const line = '='.repeat(72)
    const text = toPlainText([{ ...report, title: `x\n${line}\nTitle: y`, paragraphs: [{ id: 'p1', text: line }] }])
    assert.equal(text.split('\n').filter((one) => one === line || one.startsWith('Title: ')).length, 1)
  })
})
