import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { toLinkset } from '#formats/linkset.ts'
import { toSignposting } from '#formats/signposting.ts'
import { bareBrief, descriptions, fullReport } from './descriptions.ts'

suite('the typed links of a report', () => {
  test('say how to cite it, what it is, where its text is, and what describes it', () => {
    assert.deepEqual(toSignposting(fullReport), [
      { rel: 'cite-as', href: 'https://archive.example/2024/12/a-training/' },
      { rel: 'type', href: 'https://schema.org/AboutPage' },
      { rel: 'type', href: 'https://schema.org/NewsArticle' },
      { rel: 'item', href: 'https://archive.example/2024/12/a-training/report.md', type: 'text/markdown' },
      { rel: 'describedby', href: 'https://archive.example/2024/12/a-training/report.json', type: 'application/json' },
      {
        rel: 'linkset',
        href: 'https://archive.example/2024/12/a-training/linkset.json',
        type: 'application/linkset+json',
      },
    ])
  })

  test('name the author and the licence of a brief', () => {
    assert.deepEqual(toSignposting(bareBrief), [
      { rel: 'cite-as', href: 'https://archive.example/1893/secretariats-combined/' },
      { rel: 'type', href: 'https://schema.org/AboutPage' },
      { rel: 'type', href: 'https://schema.org/Article' },
      { rel: 'author', href: 'https://archive.example/' },
      { rel: 'license', href: 'https://creativecommons.org/licenses/by/4.0/' },
    ])
  })

  test('lead to no text of a report that was removed', () => {
    assert.deepEqual(
      toSignposting({ ...fullReport, status: 'gone' }).filter(({ rel }) => rel === 'item'),
      [],
    )
  })
})

suite('the set of links of a report', () => {
  test('holds its links, its history, and the way back from its text and its descriptions', () => {
    const addresses = {
      history: 'https://archive.example/2024/12/a-training/v/',
      timeMap: 'https://archive.example/2024/12/a-training/v/timemap.link',
    }
    assert.deepEqual(JSON.parse(toLinkset(fullReport, addresses)), {
      linkset: [
        {
          anchor: 'https://archive.example/2024/12/a-training/',
          'cite-as': [{ href: 'https://archive.example/2024/12/a-training/' }],
          type: [{ href: 'https://schema.org/AboutPage' }, { href: 'https://schema.org/NewsArticle' }],
          item: [{ href: 'https://archive.example/2024/12/a-training/report.md', type: 'text/markdown' }],
          describedby: [{ href: 'https://archive.example/2024/12/a-training/report.json', type: 'application/json' }],
          'latest-version': [{ href: 'https://archive.example/2024/12/a-training/', type: 'text/html' }],
          'version-history': [{ href: 'https://archive.example/2024/12/a-training/v/', type: 'text/html' }],
          timemap: [
            { href: 'https://archive.example/2024/12/a-training/v/timemap.link', type: 'application/link-format' },
          ],
        },
        {
          anchor: 'https://archive.example/2024/12/a-training/report.md',
          collection: [{ href: 'https://archive.example/2024/12/a-training/', type: 'text/html' }],
        },
        {
          anchor: 'https://archive.example/2024/12/a-training/report.json',
          describes: [{ href: 'https://archive.example/2024/12/a-training/', type: 'text/html' }],
        },
      ],
    })
  })

  test('names no history while none is recorded', () => {
    assert.equal(
      toLinkset(bareBrief),
      `{
  "linkset": [
    {
      "anchor": "https://archive.example/1893/secretariats-combined/",
      "cite-as": [
        {
          "href": "https://archive.example/1893/secretariats-combined/"
        }
      ],
      "type": [
        {
          "href": "https://schema.org/AboutPage"
        },
        {
          "href": "https://schema.org/Article"
        }
      ],
      "author": [
        {
          "href": "https://archive.example/"
        }
      ],
      "license": [
        {
          "href": "https://creativecommons.org/licenses/by/4.0/"
        }
      ]
    }
  ]
}
`,
    )
  })

  test('says of the page what its head says, whatever the report', () => {
    fc.assert(
      fc.property(descriptions, (report) => {
        const { linkset } = JSON.parse(toLinkset(report)) as { linkset: [Record<string, { href: string }[]>] }
        const { anchor, ...relations } = linkset[0]
        assert.equal(anchor, report.url)
        assert.deepEqual(
          Object.entries(relations).flatMap(([rel, targets]) => targets.map(({ href }) => `${rel} ${href}`)),
          toSignposting(report)
            .filter(({ rel }) => rel !== 'linkset')
            .map(({ rel, href }) => `${rel} ${href}`),
        )
      }),
    )
  })
})
