import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { buildCatalogue } from '#archive/catalogue.ts'
import { parsePart, type KnownName } from '#search/dictionary.ts'
import { makeDictionary, termNamesOf } from '#search/make-dictionary.ts'
import { parseNames } from '#search/names.ts'
import { makeReport, makeTerm } from '../archive/make-report.ts'

const terms = [
  {
    ...makeTerm('organisations', 'wipo'),
    label: { en: 'World Intellectual Property Organization' },
    aliases: ['WIPO'],
  },
  { ...makeTerm('organisations', 'unused'), label: { en: 'Unused' } },
  { ...makeTerm('places', 'china'), label: { en: 'China', 'zh-Hans': '中国' }, aliases: ['PRC'] },
]
const catalogue = buildCatalogue(
  [makeReport({ organisations: [{ id: 'wipo', role: undefined }], dateline: 'china' })],
  terms,
)

/** How many reports in English hold each word. */
function counts(words: Record<string, number>): Map<string, Map<string, number>> {
  return new Map([['en', new Map(Object.entries(words))]])
}

suite('the files of the known words', () => {
  const { texts, files } = makeDictionary(
    counts({ treaty: 3, treaties: 2, risk: 9, 2024: 5 }),
    termNamesOf(catalogue.terms),
  )

  test('are the parts, the common words, and the names of each vocabulary', () => {
    assert.deepEqual(Object.keys(files.names), ['topics', 'places', 'organisations', 'people', 'series'])
    assert.deepEqual(new Set(texts.keys()), new Set([...files.parts, files.common, ...Object.values(files.names)]))
    assert.deepEqual([files.starts, files.parts.length], [['china'], 1])
  })

  test('hold every word with its forms, and every name of the terms that reports name', () => {
    const place = { vocabulary: 'places', id: 'china' } as const
    const organisation = { vocabulary: 'organisations', id: 'wipo' } as const
    const long = 'World Intellectual Property Organization'
    const names: KnownName[] = [
      { ...place, name: 'china', written: 'China', others: ['中国', 'PRC'] },
      { ...place, name: 'prc', written: 'PRC', others: ['China', '中国'] },
      { ...organisation, name: 'wipo', written: 'WIPO', others: [long] },
      { ...organisation, name: 'world intellectual property organization', written: long, others: ['WIPO'] },
      { ...place, name: '中ˑ 中国 国', written: '中国', others: ['China', 'PRC'] },
    ]
    const { words, names: found } = parsePart(texts.get(files.parts[0] ?? '') ?? '')
    assert.deepEqual(words, [
      { word: 'risk', reports: 9, forms: [], spellings: [] },
      { word: 'treaties', reports: 2, forms: ['treaty'], spellings: [] },
      { word: 'treaty', reports: 3, forms: ['treaties'], spellings: [] },
    ])
    assert.deepEqual(found, names)
  })

  test('hold the commonest words without their forms, to suggest from', () => {
    assert.deepEqual(parsePart(texts.get(files.common) ?? ''), {
      words: [
        { word: 'risk', reports: 9, forms: [], spellings: [] },
        { word: 'treaties', reports: 2, forms: [], spellings: [] },
        { word: 'treaty', reports: 3, forms: [], spellings: [] },
      ],
      names: [],
    })
  })

  test('hold every term of a vocabulary, whether a report names it or not', () => {
    assert.deepEqual(parseNames(texts.get(files.names.organisations) ?? ''), [
      ['unused', { en: 'Unused' }, []],
      ['wipo', { en: 'World Intellectual Property Organization' }, ['WIPO']],
    ])
    assert.deepEqual(parseNames(texts.get(files.names.people) ?? ''), [])
  })

  test('hold the 20,000 commonest words and no more', () => {
    const many = Array.from({ length: 20_002 }, (_, index) => {
      const letters = Array.from(String(index).padStart(5, '0'), (digit) => 'bcdfghjklm'.charAt(Number(digit))).join('')
      return [letters, index === 20_001 ? 1 : index === 0 ? 2 : 3] as const
    })
    const made = makeDictionary(counts(Object.fromEntries(many)), termNamesOf(buildCatalogue([], []).terms))
    const common = parsePart(made.texts.get(made.files.common) ?? '').words.map(({ word }) => word)
    assert.deepEqual(
      common,
      many.slice(1, 20_001).map(([word]) => word),
    )
    const { starts, parts } = made.files
    assert.ok(starts.length > 2)
    assert.ok(starts.every((start, number) => made.texts.get(parts[number] ?? '')?.startsWith(`0${start} `)))
  })

  test('tell how many reports hold a word exactly up to 16, and of more no fewer and an eighth more at most', () => {
    const told = (reports: number): number => {
      const { texts: made, files: of } = makeDictionary(
        counts({ word: reports }),
        termNamesOf(buildCatalogue([], []).terms),
      )
      return parsePart(made.get(of.parts[0] ?? '') ?? '').words[0]?.reports ?? 0
    }
    assert.deepEqual(
      [1, 2, 15, 16, 17, 18, 31, 33, 100, 1000, 99_999].map(told),
      [1, 2, 15, 16, 18, 18, 32, 36, 104, 1024, 106_496],
    )
  })
})
