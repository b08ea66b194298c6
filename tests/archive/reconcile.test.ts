import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { reconcile } from '#archive/reconcile.ts'

suite('reconciling a build with its sources', () => {
  const sources = new Set(['2024/12/one', '2024/12/two'])

  test('finds nothing when every register holds every report', () => {
    const registers = [
      { name: 'pages', paths: new Set(['2024/12/two', '2024/12/one']) },
      { name: 'sitemap', paths: new Set(['2024/12/one', '2024/12/two']) },
    ]
    assert.deepEqual(reconcile(sources, registers), [])
    assert.deepEqual(reconcile(new Set(), []), [])
  })

  test('names each report that is missing from a register or in it without a source, register by register', () => {
    const registers = [
      { name: 'pages', paths: new Set(['2024/12/one', '2024/12/two']) },
      { name: 'search index', paths: new Set(['2024/12/two', '2024/12/three']) },
      { name: 'sitemap', paths: new Set<string>() },
    ]
    assert.deepEqual(reconcile(sources, registers), [
      '2024/12/one is missing from the search index',
      '2024/12/three is in the search index, but not a source',
      '2024/12/one is missing from the sitemap',
      '2024/12/two is missing from the sitemap',
    ])
  })

  test('names everything in a build without sources', () => {
    assert.deepEqual(reconcile(new Set(), [{ name: 'pages', paths: new Set(['2024/12/one']) }]), [
      '2024/12/one is in the pages, but not a source',
    ])
  })
})
