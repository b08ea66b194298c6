import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import {
  addressesInEach,
  addressIn,
  isInEachLanguage,
  languageFor,
  prefixOf,
  shortestTag,
  type InterfaceLanguages,
} from '#archive/interface-languages.ts'

suite('the pages in a language', () => {
  const cases: [title: string, languages: InterfaceLanguages, prefixes: string[]][] = [
    ['have no folder of their own in the language of the archive', ['en'], ['']],
    ['have the folder of its subtag in another', ['en', 'zh-Hans', 'pt-BR'], ['', '/zh', '/pt']],
    [
      'have the folder of its whole tag where two share a subtag',
      ['en', 'zh-Hans', 'zh-Hant'],
      ['', '/zh-hans', '/zh-hant'],
    ],
    ['need not be told from those in the language of the archive', ['zh-Hant', 'zh-Hans', 'en'], ['', '/zh', '/en']],
  ]
  for (const [title, languages, prefixes] of cases) {
    test(title, () => {
      assert.deepEqual(
        languages.map((language) => prefixOf(languages, language)),
        prefixes,
      )
    })
  }

  test('are named by the shortest tag that tells them apart', () => {
    assert.equal(shortestTag(['en', 'zh-Hans'], 'zh-Hans'), 'zh')
    assert.equal(shortestTag(['zh-Hant', 'zh-Hans'], 'zh-Hans'), 'zh-Hans')
  })
})

suite('an address', () => {
  const languages: InterfaceLanguages = ['en', 'zh-Hans']
  const [everywhere, once] = [
    [
      ...[
        '/',
        '/years/',
        '/about/links/',
        '/search/',
        '/search/?q=copyright',
        '/corrections/page/2/',
        '/feeds/',
        '/data/',
        '/404.html',
      ],
      ...['/2024/', '/2024/12/', '/2024/12/20/', '/topics/', '/topics/copyright/', '/topics/copyright/page/3/'],
    ],
    [
      ...['/2024/12/a-report/', '/1893/a-merger/', '/2024/12/a-report/#p4', '/2024/12/a-report/v/', '/2024/12/5g/v/1/'],
      ...[
        '/feeds/2026/',
        '/feeds/languages/en/',
        '/llms/',
        '/schemas/',
        '/r/k7m2q4/',
        '/archive.css',
        '/sitemap.xml',
        '/topics/copyright/atom.xml',
        '/2024/12/a-report/report.bib',
      ],
    ],
  ]
  for (const address of everywhere) {
    test(`such as ${address} is there in each language`, () => {
      assert.equal(isInEachLanguage(address), true)
      assert.deepEqual(addressesInEach(languages, address), [
        { language: 'en', address },
        { language: 'zh-Hans', address: `/zh${address}` },
      ])
    })
  }
  for (const address of once) {
    test(`such as ${address} is there once`, () => {
      assert.equal(isInEachLanguage(address), false)
      assert.equal(addressIn(languages, 'zh-Hans', address), address)
    })
  }
})

suite('the frame of a report', () => {
  for (const [text, expected] of [
    ['zh-Hans', 'zh-Hans'],
    ['zh-Hant', 'zh-Hans'],
    ['en-GB', 'en'],
    ['ar', 'en'],
  ] as const) {
    test(`in ${text} is in ${expected}`, () => {
      assert.equal(languageFor(['en', 'zh-Hans'], text), expected)
    })
  }
})
