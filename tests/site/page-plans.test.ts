import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { buildCatalogue } from '#archive/catalogue.ts'
import { planPages } from '#site/page-plans.ts'
import { settings } from '../../src/site.config.ts'
import { makeIdentifier, makeReport, makeTerm } from '../archive/make-report.ts'

/** A catalogue whose one topic has some reports. */
const catalogueOf = (count: number) =>
  buildCatalogue(
    Array.from({ length: count }, (_, index) => makeReport({ id: makeIdentifier(index), topics: ['one'] })),
    [makeTerm('topics', 'one')],
  )
const addressesOf = (count: number): string[] => [...planPages(catalogueOf(count))].map(({ address }) => address)

suite('the plan of all pages', () => {
  test('has a page above the numbered pages of a list as soon as it has any, in each language', () => {
    const addresses = addressesOf(2 * settings.reportsPerPage)
    const above = ['/topics/one/page/', '/zh/topics/one/page/']
    assert.deepEqual(
      above.filter((address) => addresses.includes(address)),
      above,
    )
    assert.ok(addresses.includes('/topics/one/page/1/'))
    assert.ok(!addressesOf(3).includes('/topics/one/page/'))
  })

  test('keeps the timeline of a term however many reports it gets', () => {
    assert.deepEqual(
      [2, 3, 500, 501].map((count) => addressesOf(count).includes('/topics/one/timeline/')),
      [false, true, true, true],
    )
  })
})
