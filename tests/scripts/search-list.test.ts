import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import type { SearchRecord } from '#search/record.ts'
import { writeList } from '../../src/scripts/search-list.ts'

const BRIEF: SearchRecord = {
  id: 'aaaaaa01',
  address: '/1893/a-brief/',
  title: 'A brief',
  date: '1893',
  recorded: '2026-11-22',
  kind: 'brief',
  lang: 'en',
  publisher: 'The Archive',
  terms: [],
  blocks: [],
}
const { recorded, ...UNRECORDED } = BRIEF

function write(record: SearchRecord, format: 'bib' | 'ris'): string {
  return writeList([record], { format, limit: 1, site: 'https://example.org', archive: 'The Archive' })
}

suite('a brief in a list of results that is taken away', () => {
  test('is dated in BibTeX by the day on which the archive published it, and has the date of what it records beside that', () => {
    assert.match(write(BRIEF, 'bib'), /^ {2}date = \{2026-11-22\},\n {2}eventdate = \{1893\},$/m)
  })

  test('is dated in RIS by the day on which the archive published it', () => {
    assert.ok(recorded !== undefined)
    assert.match(write(BRIEF, 'ris'), /^DA {2}- 2026\/11\/22\/\r$/m)
  })

  test('has no date of publication while the ledger does not say it', () => {
    assert.doesNotMatch(write(UNRECORDED, 'bib'), /^ {2}date/m)
    assert.doesNotMatch(write(UNRECORDED, 'ris'), /^DA/m)
  })
})
