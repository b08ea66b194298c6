import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { toCollectionJsonLd, toReportJsonLd, toSiteJsonLd } from '#formats/json-ld.ts'
import type { JsonLd } from '#formats/schema-nodes.ts'
import { bareBrief, descriptions, fullReport } from './descriptions.ts'

const TRAIL = [
  { name: '2024', url: 'https://archive.example/2024/' },
  { name: 'December', url: 'https://archive.example/2024/12/' },
]

const archive = { name: 'An Archive', url: 'https://archive.example/' }

suite('a report in the words of schema.org', () => {
  test('says all that is known, and where the report is in the archive', () => {
    assert.deepEqual(read(toReportJsonLd(fullReport, TRAIL)), {
      '@context': 'https://schema.org',
      '@graph': [
        {
          '@type': 'NewsArticle',
          '@id': 'https://archive.example/2024/12/a-training/',
          headline: 'Training held in Changsha',
          description: 'The sixth training took place in Changsha.',
          inLanguage: 'en',
          url: 'https://archive.example/2024/12/a-training/',
          identifier: {
            '@type': 'PropertyValue',
            propertyID: 'An Archive',
            value: 'k7m2q4',
            url: 'https://archive.example/r/k7m2q4/',
          },
          // Without an address: what is known is where the source published the report, not where the source is.
          publisher: { '@type': 'Organization', name: 'National Copyright Administration of China' },
          author: { '@type': 'Organization', name: 'National Copyright Administration of China' },
          isPartOf: [
            { '@type': 'WebSite', '@id': 'https://archive.example/', name: 'An Archive' },
            { '@type': 'CreativeWorkSeries', '@id': 'https://archive.example/series/trainings/', name: 'Trainings' },
          ],
          position: 6,
          datePublished: '2024-12-20',
          dateModified: '2026-11-23',
          temporalCoverage: '2024-12-11/2024-12-13',
          contentLocation: { '@type': 'Place', '@id': 'https://archive.example/places/changsha/', name: 'Changsha' },
          about: { '@type': 'DefinedTerm', '@id': 'https://archive.example/topics/training/', name: 'Training' },
          mentions: [
            {
              '@type': 'Organization',
              '@id': 'https://archive.example/organisations/ncac/',
              name: 'National Copyright Administration of China',
              alternateName: { '@language': 'zh-Hans', '@value': '国家版权局' },
              sameAs: ['https://en.ncac.gov.cn/', 'https://www.wikidata.org/entity/Q1'],
            },
            { '@type': 'Place', '@id': 'https://archive.example/places/changsha/', name: 'Changsha' },
          ],
          isBasedOn: 'https://en.ncac.gov.cn/t20241220.html',
          workTranslation: {
            '@type': 'CreativeWork',
            '@id': 'https://archive.example/2024/12/a-training-in-chinese/',
            name: '培训在长沙举行',
            inLanguage: 'zh-Hans',
          },
          correction: { '@type': 'CorrectionComment', text: 'A name was misspelt.', datePublished: '2026-11-22' },
          version: 2,
          copyrightNotice: 'National Copyright Administration of China; archived for reference.',
        },
        {
          '@type': 'BreadcrumbList',
          itemListElement: [
            { '@type': 'ListItem', position: 1, name: '2024', item: 'https://archive.example/2024/' },
            { '@type': 'ListItem', position: 2, name: 'December', item: 'https://archive.example/2024/12/' },
            { '@type': 'ListItem', position: 3, name: 'Training held in Changsha' },
          ],
        },
      ],
    })
  })

  test('makes an article of a brief, with the sources that it cites and no day of publication that is not recorded', () => {
    assert.deepEqual(read(toReportJsonLd(bareBrief, [])), {
      '@context': 'https://schema.org',
      '@graph': [
        {
          '@type': 'Article',
          '@id': 'https://archive.example/1893/secretariats-combined/',
          headline: 'Secretariats combined',
          inLanguage: 'en',
          url: 'https://archive.example/1893/secretariats-combined/',
          identifier: {
            '@type': 'PropertyValue',
            propertyID: 'An Archive',
            value: 'q5r6s7',
            url: 'https://archive.example/r/q5r6s7/',
          },
          publisher: { '@type': 'Organization', name: 'An Archive', url: 'https://archive.example/' },
          author: { '@type': 'Organization', name: 'An Archive', url: 'https://archive.example/' },
          isPartOf: { '@type': 'WebSite', '@id': 'https://archive.example/', name: 'An Archive' },
          temporalCoverage: '1893',
          citation: [
            { '@type': 'CreativeWork', name: 'A history of WIPO', url: 'https://www.wipo.int/history' },
            { '@type': 'CreativeWork', name: 'A book' },
          ],
          license: 'https://creativecommons.org/licenses/by/4.0/',
        },
      ],
    })
  })

  test('says where a copy of what it rests on is', () => {
    const copy = { url: 'https://web-archive.example/1', captured: '2025-01-03' }
    const sources = [{ name: 'An office', url: 'https://example.org/a', copy }, { name: 'A book' }]
    assert.deepEqual(
      [
        reportOf(toReportJsonLd({ ...fullReport, sources }, []))['isBasedOn'],
        reportOf(toReportJsonLd({ ...bareBrief, sources }, []))['citation'],
      ],
      [
        { '@type': 'CreativeWork', url: 'https://example.org/a', archivedAt: 'https://web-archive.example/1' },
        [
          {
            '@type': 'CreativeWork',
            name: 'An office',
            url: 'https://example.org/a',
            archivedAt: 'https://web-archive.example/1',
          },
          { '@type': 'CreativeWork', name: 'A book' },
        ],
      ],
    )
  })

  const states: [title: string, status: 'published' | 'withdrawn' | 'gone', said: unknown][] = [
    ['says nothing of the state of a published report', 'published', undefined],
    ['says that a report was withdrawn', 'withdrawn', 'Withdrawn'],
    ['says that a report was removed', 'gone', 'Removed'],
  ]
  for (const [title, status, said] of states) {
    test(title, () => {
      assert.equal(reportOf(toReportJsonLd({ ...fullReport, status }, []))['creativeWorkStatus'], said)
    })
  }

  test('names the original of a translation', () => {
    const translationOf = { id: 'k7m2q4', title: 'A title', language: 'en', url: 'https://archive.example/a/' }
    assert.deepEqual(reportOf(toReportJsonLd({ ...bareBrief, translationOf }, []))['translationOfWork'], {
      '@type': 'CreativeWork',
      '@id': 'https://archive.example/a/',
      name: 'A title',
      inLanguage: 'en',
    })
  })

  test('has a picture when it has a card of its own', () => {
    const image = {
      url: 'https://archive.example/2024/12/a-training/card.png',
      type: 'image/png',
      width: 1200,
      height: 630,
      alternative: 'Training held in Changsha',
    }
    assert.deepEqual(reportOf(toReportJsonLd({ ...fullReport, image }, []))['image'], {
      '@type': 'ImageObject',
      url: 'https://archive.example/2024/12/a-training/card.png',
      width: 1200,
      height: 630,
    })
  })

  test('is understood whole by a JSON-LD processor', async () => {
    const [report, breadcrumbs] = await expand(toReportJsonLd(fullReport, TRAIL))
    assert.deepEqual(report?.['@type'], ['https://schema.org/NewsArticle'])
    assert.deepEqual(report['https://schema.org/headline'], [{ '@value': 'Training held in Changsha' }])
    const [organisation] = report['https://schema.org/mentions'] as Record<string, unknown>[]
    // A processor writes languages in small letters, which mean the same.
    assert.deepEqual(organisation?.['https://schema.org/alternateName'], [
      { '@language': 'zh-hans', '@value': '国家版权局' },
    ])
    assert.deepEqual(breadcrumbs?.['@type'], ['https://schema.org/BreadcrumbList'])
  })

  test('loses no property and no text to a JSON-LD processor, whatever the report', async () => {
    await fc.assert(
      fc.asyncProperty(descriptions, async (description) => {
        const data = toReportJsonLd(description, TRAIL)
        const [report] = await expand(data)
        const written = Object.keys(reportOf(data)).map((key) =>
          key.startsWith('@') ? key : `https://schema.org/${key}`,
        )
        assert.deepEqual(Object.keys(report ?? {}).sort(), written.sort())
        assert.deepEqual(report?.['https://schema.org/headline'], [{ '@value': description.title }])
      }),
    )
  })
})

suite('other pages in the words of schema.org', () => {
  test('the front page says what the archive is and how it is searched', () => {
    const site = { ...archive, description: 'News on copyright.', language: 'en' }
    assert.deepEqual(read(toSiteJsonLd({ ...site, search: 'https://archive.example/search/' })), {
      '@context': 'https://schema.org',
      '@graph': [
        {
          '@type': 'WebSite',
          '@id': 'https://archive.example/',
          name: 'An Archive',
          url: 'https://archive.example/',
          description: 'News on copyright.',
          inLanguage: 'en',
          potentialAction: {
            '@type': 'SearchAction',
            target: {
              '@type': 'EntryPoint',
              urlTemplate: 'https://archive.example/search/?q={search_term_string}',
            },
            'query-input': 'required name=search_term_string',
          },
        },
      ],
    })
  })

  test('the page of a term says what the term is, with all its names', () => {
    const [term] = fullReport.organisations
    const url = 'https://archive.example/organisations/ncac/'
    const trail = [{ name: 'Organisations', url: 'https://archive.example/organisations/' }]
    assert.deepEqual(read(toCollectionJsonLd({ name: 'NCAC', url, language: 'en', archive, trail, term })), {
      '@context': 'https://schema.org',
      '@graph': [
        {
          '@type': 'CollectionPage',
          name: 'NCAC',
          url: 'https://archive.example/organisations/ncac/',
          inLanguage: 'en',
          isPartOf: { '@type': 'WebSite', '@id': 'https://archive.example/', name: 'An Archive' },
          mainEntity: {
            '@type': 'Organization',
            '@id': 'https://archive.example/organisations/ncac/',
            name: 'National Copyright Administration of China',
            sameAs: ['https://en.ncac.gov.cn/', 'https://www.wikidata.org/entity/Q1'],
            alternateName: [{ '@language': 'zh-Hans', '@value': '国家版权局' }, 'NCAC'],
            url: 'https://archive.example/organisations/ncac/',
          },
        },
        {
          '@type': 'BreadcrumbList',
          itemListElement: [
            {
              '@type': 'ListItem',
              position: 1,
              name: 'Organisations',
              item: 'https://archive.example/organisations/',
            },
            { '@type': 'ListItem', position: 2, name: 'NCAC' },
          ],
        },
      ],
    })
  })

  test('the page of a year is a list, and has no pages above it to name', () => {
    const url = 'https://archive.example/2024/'
    const data = toCollectionJsonLd({ name: '2024', description: '3 reports', url, language: 'en', archive, trail: [] })
    assert.deepEqual(read(data), {
      '@context': 'https://schema.org',
      '@graph': [
        {
          '@type': 'CollectionPage',
          name: '2024',
          description: '3 reports',
          url: 'https://archive.example/2024/',
          inLanguage: 'en',
          isPartOf: { '@type': 'WebSite', '@id': 'https://archive.example/', name: 'An Archive' },
        },
      ],
    })
  })
})

type Node = Record<string, unknown>

/** The data as it stands in the page: keys without a value are not written. */
function read(data: JsonLd): unknown {
  return JSON.parse(JSON.stringify(data))
}

function reportOf(data: JsonLd): Node {
  const [report = {}] = (read(data) as { '@graph': Node[] })['@graph']
  return report
}

/** The part of `jsonld` that is used here; the package has no types of its own. */
interface Processor {
  expand: (document: unknown, options: { documentLoader: (url: string) => unknown; safe: boolean }) => Promise<Node[]>
}

/** Expand data without the network: the context of schema.org, as far as it is needed here. In safe mode nothing is dropped silently. */
async function expand(data: JsonLd): Promise<Node[]> {
  const { default: processor } = (await import(PROCESSOR)) as { default: Processor }
  return processor.expand(read(data), {
    safe: true,
    documentLoader: (url) => {
      assert.equal(url, 'https://schema.org')
      return { contextUrl: null, documentUrl: url, document: { '@context': { '@vocab': 'https://schema.org/' } } }
    },
  })
}

const PROCESSOR: string = 'jsonld'
