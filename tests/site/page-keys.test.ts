import assert from 'node:assert/strict'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { suite, test } from 'node:test'
import { buildCatalogue, type Report } from '#archive/catalogue.ts'
import { keysOf } from '#site/page-keys.ts'
import { readArchive } from '#source/read-archive.ts'
import { settings } from '../../src/site.config.ts'
import { makeIdentifier, makeReport } from '../archive/make-report.ts'
import { SMALL_ARCHIVE } from '../build.ts'

const RECORDED = 'fx003b'

/** The keys of the pages of a recorded report and of its wording. */
function keysIn(root: string): { page: string; wording: string } {
  const { reports, terms, problems } = readArchive({ root, settings, today: '2026-11-22' })
  assert.deepEqual(
    problems.filter(({ severity }) => severity !== 'warning').map(({ file }) => file),
    [],
  )
  const catalogue = buildCatalogue(reports, terms)
  const report = catalogue.byId.get(RECORDED)
  assert.ok(report)
  const { ofReportPage, ofVersionPage } = keysOf(catalogue)
  return { page: ofReportPage(report), wording: ofVersionPage(report) }
}

suite('what pages are made from', () => {
  test('is of a translation also what a second one into another language is called, to which it leads', () => {
    const original = makeReport({ id: makeIdentifier(2), date: '2010' })
    const translate = (number: number, lang: string, title: string): Report =>
      makeReport({ id: makeIdentifier(number), date: `202${String(number)}`, lang, title, translationOf: original.id })
    // So that none of them is next to another.
    const between = [5, 6, 7].map((number) =>
      makeReport({ id: makeIdentifier(number), date: `202${String(number - 3)}-06` }),
    )
    const keyWith = (first: string, second: string): string => {
      const german = translate(1, 'de', 'Ein Bericht')
      const others = [translate(3, 'fr', first), translate(4, 'fr', second)]
      return keysOf(buildCatalogue([original, german, ...others, ...between], [])).ofReportPage(german)
    }
    const keys = [keyWith('Un', 'Deux'), keyWith('Autre', 'Deux'), keyWith('Un', 'Autre')]
    assert.equal(new Set(keys).size, 3)
  })

  test('is of a recorded wording all of its file, also what is neither title nor text', () => {
    const root = mkdtempSync(join(tmpdir(), 'keys '))
    try {
      cpSync(SMALL_ARCHIVE, root, { recursive: true })
      const before = keysIn(root)
      const file = join(root, 'versions', RECORDED, '1.md')
      const text = readFileSync(file, 'utf8')
      writeFileSync(file, text.replace(/^source:/m, 'dateline: Rome\nsource:'))
      assert.notEqual(readFileSync(file, 'utf8'), text)
      const after = keysIn(root)
      assert.equal(after.page, before.page)
      assert.notEqual(after.wording, before.wording)
    } finally {
      rmSync(root, { recursive: true })
    }
  })
})
