import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { toAlternateLinks } from '#formats/alternate-links.ts'
import { toDublinCore } from '#formats/dublin-core.ts'
import { toHighwire } from '#formats/highwire.ts'
import type { MetaTag } from '#formats/meta-tag.ts'
import { toOpenGraph, toPageOpenGraph } from '#formats/open-graph.ts'
import { bareBrief, descriptions, fullReport } from './descriptions.ts'

suite('the head of the page of a report', () => {
  test('describes a report in Dublin Core', () => {
    assert.deepEqual(inLines(toDublinCore(fullReport)), [
      'DC.title: Training held in Changsha',
      'DCTERMS.abstract: The sixth training took place in Changsha.',
      'DC.type: NewsItem',
      'DC.language: en',
      'DC.identifier: https://archive.example/2024/12/a-training/',
      'DC.publisher: National Copyright Administration of China',
      'DCTERMS.isPartOf: An Archive',
      'DCTERMS.isPartOf: Trainings',
      'DCTERMS.issued: 2024-12-20',
      'DCTERMS.modified: 2026-11-23',
      'DCTERMS.temporal: 2024-12-11/2024-12-13',
      'DCTERMS.spatial: Changsha',
      'DC.subject: Training',
      'DCTERMS.isVersionOf: https://en.ncac.gov.cn/t20241220.html',
      'DC.rights: National Copyright Administration of China; archived for reference.',
    ])
  })

  test('says of a brief what it rests on, and no day of publication that was not recorded', () => {
    assert.deepEqual(inLines(toDublinCore(bareBrief)), [
      'DC.title: Secretariats combined',
      'DC.type: WebPage',
      'DC.language: en',
      'DC.identifier: https://archive.example/1893/secretariats-combined/',
      'DC.publisher: An Archive',
      'DCTERMS.isPartOf: An Archive',
      'DCTERMS.temporal: 1893',
      'DCTERMS.references: https://www.wipo.int/history',
      'DCTERMS.license: https://creativecommons.org/licenses/by/4.0/',
    ])
  })

  test('describes a report for scholarly search engines and reference managers', () => {
    assert.deepEqual(inLines(toHighwire(fullReport)), [
      'citation_title: Training held in Changsha',
      'citation_language: en',
      'citation_public_url: https://archive.example/2024/12/a-training/',
      'citation_abstract_html_url: https://archive.example/2024/12/a-training/',
      'citation_publisher: National Copyright Administration of China',
      // The comma keeps “of China” from becoming a family name.
      'citation_author: National Copyright Administration of China,',
      'citation_publication_date: 2024/12/20',
    ])
  })

  const authors: [title: string, name: string, written: string[]][] = [
    ['leaves a name of one word alone', '国家版权局', ['国家版权局']],
    ['closes a name of several words', 'Tongji University', ['Tongji University,']],
    ['gives no name that would be taken for two', 'Ministry of Culture, Sports and Tourism', []],
    ['gives no name with a semicolon', 'A; B', []],
  ]
  for (const [title, name, written] of authors) {
    test(title, () => {
      const tags = toHighwire({ ...fullReport, publisher: { name } })
      assert.deepEqual(contentsOf(tags, 'citation_author'), written)
      assert.deepEqual(contentsOf(tags, 'citation_publisher'), [name])
    })
  }

  const dates: [title: string, published: string, highwire: string[], openGraph: string[]][] = [
    ['writes a day', '2024-12-20', ['2024/12/20'], ['2024-12-20']],
    ['writes a month as far as it is known', '2024-12', ['2024/12'], []],
    ['writes a year as far as it is known', '2024', ['2024'], []],
  ]
  for (const [title, published, highwire, openGraph] of dates) {
    test(title, () => {
      const report = { ...fullReport, published }
      assert.deepEqual(contentsOf(toHighwire(report), 'citation_publication_date'), highwire)
      assert.deepEqual(contentsOf(toOpenGraph(report), 'article:published_time'), openGraph)
    })
  }

  test('describes a report for the cards that are made of links', () => {
    assert.deepEqual(inLines(toOpenGraph(fullReport)), [
      'og:title: Training held in Changsha',
      'og:description: The sixth training took place in Changsha.',
      'og:type: article',
      'og:locale: en_US',
      'og:url: https://archive.example/2024/12/a-training/',
      'og:site_name: An Archive',
      'article:published_time: 2024-12-20',
      'article:modified_time: 2026-11-23',
      'article:tag: Training',
      'og:locale:alternate: zh_CN',
      'og:image: https://archive.example/card.png',
      'og:image:type: image/png',
      'og:image:width: 1200',
      'og:image:height: 630',
      'og:image:alt: An Archive',
      'twitter:card: summary_large_image',
    ])
  })

  test('gives no locale to a language that is at home nowhere', () => {
    assert.deepEqual(contentsOf(toOpenGraph({ ...bareBrief, language: 'art-x-made-up' }), 'og:locale'), [])
  })

  test('says in no vocabulary what another one contradicts', () => {
    fc.assert(
      fc.property(descriptions, (report) => {
        const dublinCore = toDublinCore(report)
        const highwire = toHighwire(report)
        const openGraph = toOpenGraph(report)
        assert.deepEqual(contentsOf(dublinCore, 'DC.title'), contentsOf(highwire, 'citation_title'))
        assert.deepEqual(contentsOf(dublinCore, 'DC.title'), contentsOf(openGraph, 'og:title'))
        assert.deepEqual(contentsOf(dublinCore, 'DC.identifier'), contentsOf(openGraph, 'og:url'))
        assert.deepEqual(contentsOf(dublinCore, 'DC.subject'), contentsOf(openGraph, 'article:tag'))
        assert.deepEqual(
          contentsOf(dublinCore, 'DCTERMS.issued'),
          contentsOf(highwire, 'citation_publication_date').map((date) => date.replaceAll('/', '-')),
        )
        assert.ok([...dublinCore, ...highwire, ...openGraph].every(({ content }) => content !== ''))
      }),
    )
  })
})

suite('the other forms of a report', () => {
  test('are its formats, and its languages with itself and the original for everybody else', () => {
    assert.deepEqual(toAlternateLinks({ ...fullReport, alternates: fullReport.alternates.slice(0, 1) }), [
      {
        rel: 'alternate',
        href: 'https://archive.example/2024/12/a-training/report.json',
        type: 'application/json',
        title: 'JSON',
      },
      { rel: 'alternate', href: 'https://archive.example/2024/12/a-training/', hreflang: 'en' },
      { rel: 'alternate', href: 'https://archive.example/2024/12/a-training-in-chinese/', hreflang: 'zh-Hans' },
      { rel: 'alternate', href: 'https://archive.example/2024/12/a-training/', hreflang: 'x-default' },
    ])
  })

  test('are named by a translation in the same way', () => {
    const translationOf = { id: 'k7m2q4', title: 'A title', language: 'en', url: 'https://archive.example/a/' }
    const links = toAlternateLinks({ ...bareBrief, language: 'fr', url: 'https://archive.example/b/', translationOf })
    assert.deepEqual(links, [
      { rel: 'alternate', href: 'https://archive.example/a/', hreflang: 'en' },
      { rel: 'alternate', href: 'https://archive.example/b/', hreflang: 'fr' },
      { rel: 'alternate', href: 'https://archive.example/a/', hreflang: 'x-default' },
    ])
  })

  test('name a language once, and this page as its own', () => {
    const twin = { id: 'k7m2q4', title: 'A title', language: 'en', url: 'https://archive.example/a/' }
    const links = toAlternateLinks({ ...bareBrief, translations: [twin] })
    assert.deepEqual(links, [
      { rel: 'alternate', href: 'https://archive.example/1893/secretariats-combined/', hreflang: 'en' },
      { rel: 'alternate', href: 'https://archive.example/1893/secretariats-combined/', hreflang: 'x-default' },
    ])
  })

  test('name no language where there is one only', () => {
    assert.deepEqual(toAlternateLinks(bareBrief), [])
  })
})

suite('the head of another page', () => {
  test('describes it for cards', () => {
    const image = {
      url: 'https://archive.example/card.png',
      type: 'image/png',
      width: 1200,
      height: 630,
      alternative: 'An Archive',
    }
    const tags = toPageOpenGraph({
      title: 'Topics',
      description: 'What reports are about.',
      url: 'https://archive.example/topics/',
      site: 'An Archive',
      language: 'en',
      image,
    })
    assert.deepEqual(inLines(tags), [
      'og:title: Topics',
      'og:description: What reports are about.',
      'og:type: website',
      'og:locale: en_US',
      'og:url: https://archive.example/topics/',
      'og:site_name: An Archive',
      'og:image: https://archive.example/card.png',
      'og:image:type: image/png',
      'og:image:width: 1200',
      'og:image:height: 630',
      'og:image:alt: An Archive',
      'twitter:card: summary_large_image',
    ])
  })

  test('gives no address to a page that has none', () => {
    assert.deepEqual(inLines(toPageOpenGraph({ title: 'Not found', site: 'An Archive', language: 'en' })), [
      'og:title: Not found',
      'og:type: website',
      'og:locale: en_US',
      'og:site_name: An Archive',
      'twitter:card: summary',
    ])
  })
})

function inLines(tags: readonly MetaTag[]): string[] {
  return tags.map((tag) => `${keyOf(tag)}: ${tag.content}`)
}

function contentsOf(tags: readonly MetaTag[], key: string): string[] {
  return tags.filter((tag) => keyOf(tag) === key).map(({ content }) => content)
}

function keyOf(tag: MetaTag): string {
  return 'name' in tag ? tag.name : tag.property
}
