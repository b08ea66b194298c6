import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { buildCatalogue, type Report } from '#archive/catalogue.ts'
import { resourceDocuments } from '#site/resource-sync.ts'
import { makeIdentifier, makeReport } from '../archive/make-report.ts'

/** Reports of a year, each with a source of its own. */
function makeReports(year: number, count: number): Report[] {
  return Array.from({ length: count }, (_, index) => {
    const name = `${String(year)}/12/report-${String(index)}`
    return makeReport({ id: makeIdentifier(10_000 * (year - 2020) + index), path: name, date: `${String(year)}-12-20` })
  })
}

/** The documents of an archive by their addresses, each with its key and what is in it. */
function documentsOf(reports: Report[]): Map<string, { key: string | undefined; text: string }> {
  const documents = resourceDocuments(buildCatalogue(reports, []))
  return new Map(Array.from(documents, ({ address, key, make }) => [address, { key: key?.(), text: make() }]))
}

const LIST = '/resourcesync/resourcelist.xml'

suite('the list of the sources of an archive', () => {
  test('is one document while there are few', () => {
    const documents = documentsOf(makeReports(2024, 3))
    assert.deepEqual([...documents.keys()].slice(2), [LIST])
    assert.equal(documents.get(LIST)?.text.match(/<url>/g)?.length, 3)
  })

  test('is empty in an archive of nothing', () => {
    assert.doesNotMatch(documentsOf([]).get(LIST)?.text ?? '', /<url>/)
  })

  test('is divided by years where there are many, each source in one part', () => {
    const reports = [...makeReports(2023, 600), ...makeReports(2024, 500)]
    const documents = documentsOf(reports)
    const parts = ['/resourcesync/2023/resourcelist.xml', '/resourcesync/2024/resourcelist.xml']
    assert.deepEqual([...documents.keys()].slice(2), [LIST, ...parts])
    for (const part of parts) assert.ok(documents.get(LIST)?.text.includes(`${part}</loc>`))
    const sources = parts.flatMap((part) => documents.get(part)?.text.match(/\d+\/12\/report-\d+(?=\/)/g) ?? [])
    assert.deepEqual(sources.sort(), reports.map(({ path }) => path).sort())
  })

  test('has a part with another key where a source is new or another one, and only there', () => {
    const [before, newer, edited] = [
      [...makeReports(2023, 600), ...makeReports(2024, 500)],
      [...makeReports(2023, 600), ...makeReports(2024, 501)],
      [
        ...makeReports(2023, 600),
        ...makeReports(2024, 500).with(7, makeReport({ ...makeReports(2024, 8)[7], digest: 'ff' })),
      ],
    ].map(documentsOf)
    for (const after of [newer, edited]) {
      const keyIn = (year: string): (string | undefined)[] =>
        [before, after].map((documents) => documents?.get(`/resourcesync/${year}/resourcelist.xml`)?.key)
      assert.equal(new Set(keyIn('2023')).size, 1)
      assert.equal(new Set(keyIn('2024')).size, 2)
    }
  })
})
