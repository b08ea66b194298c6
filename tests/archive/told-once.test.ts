import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import type { Report } from '#archive/catalogue.ts'
import { otherVersions, tellOnce, versionFor } from '#archive/told-once.ts'
import { findTranslationGroups } from '#archive/translation-groups.ts'
import { makeReport } from './make-report.ts'

const before = makeReport({ id: 'a', date: '2024-01-01' })
const chinese = makeReport({ id: 'b', date: '2024-01-02', lang: 'zh-Hans' })
const after = makeReport({ id: 'c', date: '2024-01-03' })
const english = makeReport({ id: 'd', date: '2024-01-04', lang: 'en', translationOf: 'b' })
const last = makeReport({ id: 'e', date: '2024-01-05' })
const all = [before, chinese, after, english, last]
const groups = findTranslationGroups(all)
const groupOf = (report: Report) => groups.get(report)

suite('a text that is told in several languages', () => {
  test('counts once, where the first of its reports stands', () => {
    const { told } = tellOnce(all, groupOf)
    assert.deepEqual(
      told.map(({ first }) => first.id),
      ['a', 'b', 'c', 'e'],
    )
  })

  test('has one place, from whichever of its reports it is asked for', () => {
    const { positions } = tellOnce(all, groupOf)
    assert.deepEqual(
      all.map((report) => positions.get(report)),
      [0, 1, 2, 1, 3],
    )
  })

  test('has its place also when a translation is not in the list', () => {
    const { told, positions } = tellOnce([before, chinese, last], groupOf)
    assert.equal(told.length, 3)
    assert.equal(positions.get(english), 1)
    assert.equal(positions.get(after), undefined)
  })

  test('is shown in the language of the page, with the others beside it', () => {
    const [, told] = tellOnce(all, groupOf).told
    assert.ok(told)
    assert.equal(versionFor(told, 'en'), english)
    assert.equal(versionFor(told, 'zh-Hans'), chinese)
    assert.deepEqual(otherVersions(told, english), [chinese])
  })

  test('is shown by its original where it is not in the language of the page', () => {
    const [, told] = tellOnce(all, groupOf).told
    assert.ok(told)
    assert.equal(versionFor(told, 'fr'), chinese)
  })

  test('is shown by the report of the page itself, whatever language the page is in', () => {
    const [, told] = tellOnce(all, groupOf).told
    assert.ok(told)
    assert.equal(versionFor(told, 'en', chinese), chinese)
    assert.equal(versionFor(told, 'en', before), english)
  })

  test('is shown as it is where it is told in one language only', () => {
    const [told] = tellOnce(all, groupOf).told
    assert.ok(told)
    assert.equal(versionFor(told, 'zh-Hans'), before)
    assert.deepEqual(otherVersions(told, before), [])
  })
})
