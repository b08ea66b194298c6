import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import type { Report } from '#archive/catalogue.ts'
import { findTranslationGroups } from '#archive/translation-groups.ts'
import { makeReport } from './make-report.ts'

suite('reports that say the same in several languages', () => {
  test('know each other, both ways, and the original', () => {
    const chinese = makeReport({ id: 'a', lang: 'zh-Hans' })
    const english = makeReport({ id: 'b', lang: 'en', translationOf: 'a' })
    const alone = makeReport({ id: 'c' })
    assert.deepEqual(groupsOf([english, alone, chinese]), {
      a: { original: 'a', languages: ['en: b', 'zh-Hans: a'] },
      b: { original: 'a', languages: ['en: b', 'zh-Hans: a'] },
    })
  })

  test('know each other when one was translated from a translation', () => {
    const chinese = makeReport({ id: 'a', lang: 'zh-Hans' })
    const english = makeReport({ id: 'b', lang: 'en', translationOf: 'a' })
    const french = makeReport({ id: 'c', lang: 'fr', translationOf: 'b' })
    const group = { original: 'a', languages: ['en: b', 'fr: c', 'zh-Hans: a'] }
    assert.deepEqual(groupsOf([chinese, english, french]), { a: group, b: group, c: group })
  })

  test('know each other when the original is not published', () => {
    const english = makeReport({ id: 'b', lang: 'en', translationOf: 'a' })
    const french = makeReport({ id: 'c', lang: 'fr', translationOf: 'a' })
    const group = { original: undefined, languages: ['en: b', 'fr: c'] }
    assert.deepEqual(groupsOf([english, french]), { b: group, c: group })
  })

  test('of two in one language the original counts, then the one with the lesser identifier', () => {
    const original = makeReport({ id: 'm', lang: 'en' })
    const same = makeReport({ id: 'a', lang: 'en', translationOf: 'm' })
    const french = makeReport({ id: 'n', lang: 'fr', translationOf: 'm' })
    const again = makeReport({ id: 'o', lang: 'fr', translationOf: 'm' })
    const group = { original: 'm', languages: ['en: m', 'fr: n'] }
    assert.deepEqual(groupsOf([same, again, french, original]), { m: group, n: group })
  })

  test('a report in one language only stands in no group, however it is linked', () => {
    const original = makeReport({ id: 'a', lang: 'en' })
    const same = makeReport({ id: 'b', lang: 'en', translationOf: 'a' })
    assert.deepEqual(groupsOf([original, same]), {})
  })

  test('a circle of translations ends', () => {
    const english = makeReport({ id: 'a', lang: 'en', translationOf: 'b' })
    const french = makeReport({ id: 'b', lang: 'fr', translationOf: 'a' })
    const german = makeReport({ id: 'c', lang: 'de', translationOf: 'b' })
    const group = { original: 'a', languages: ['de: c', 'en: a', 'fr: b'] }
    assert.deepEqual(groupsOf([english, french, german]), { a: group, b: group, c: group })
  })
})

function groupsOf(reports: readonly Report[]): Record<string, { original: string | undefined; languages: string[] }> {
  return Object.fromEntries(
    Array.from(
      findTranslationGroups(reports),
      ([{ id }, { original, byLanguage }]): [string, { original: string | undefined; languages: string[] }] => [
        id,
        {
          original: original?.id,
          languages: Array.from(byLanguage, ([language, report]) => `${language}: ${report.id}`),
        },
      ],
    ).sort(([a], [b]) => (a < b ? -1 : 1)),
  )
}
