import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, suite, test } from 'node:test'
import { countErrors, formatProblem } from '#archive/problem.ts'
import { VOCABULARIES } from '#archive/vocabulary.ts'
import { settings } from '#site.config.ts'
import { listFiles } from '#source/list-files.ts'
import { readArchive, type SourceArchive } from '#source/read-archive.ts'
import { ROOT } from '../build.ts'
import { addOneReport, editOne, moveOne, withdrawOne } from './archive/change-archive.ts'
import { writeArchive } from './archive/write-archive.ts'
import { readFolder } from './builds/read-folder.ts'

const TODAY = '2026-11-22'
const COUNT = 200

const work = mkdtempSync(join(tmpdir(), 'made up archive '))
const folder = join(work, 'one')
writeArchive(folder, { count: COUNT })
after(() => {
  rmSync(work, { recursive: true, force: true })
})

suite('made-up archives', () => {
  test('the same count and seed give the same files, another seed gives others', () => {
    const [again, other] = [join(work, 'again'), join(work, 'other')]
    writeArchive(again, { count: 20 })
    writeArchive(other, { count: 20, seed: 2 })
    const first = join(work, 'first')
    writeArchive(first, { count: 20 })
    assert.deepEqual(readFolder(again), readFolder(first))
    assert.notDeepEqual(readFolder(other), readFolder(first))
  })

  test('the check finds nothing', () => {
    const { reports, terms, problems } = read(folder)
    assert.deepEqual(problems.map(formatProblem), [])
    assert.equal(reports.length, COUNT)
    assert.deepEqual(
      VOCABULARIES.filter((vocabulary) => terms.some((term) => term.vocabulary === vocabulary)),
      VOCABULARIES,
    )
  })

  test('a tenth is Chinese, and tables, footnotes, lists and quotations are as rare as in news', () => {
    const texts = listFiles(folder, 'reports').files.map((file) => readFileSync(join(folder, file), 'utf8'))
    const patterns: [what: string, pattern: RegExp, least: number, most: number][] = [
      ['Chinese', /^lang: "zh-Hans"$/m, 0.04, 0.18],
      ['translations', /^translationOf: /m, 0.005, 0.08],
      ['briefs', /^kind: "brief"$/m, 0.04, 0.18],
      ['tables', /^\| -{3} /m, 0.005, 0.08],
      ['footnotes', /^\[\^1\]: /m, 0.01, 0.12],
      ['headings', /^## /m, 0.08, 0.3],
      ['lists', /^- /m, 0.03, 0.18],
      ['quotations', /^> /m, 0.06, 0.25],
      ['bold', /^\*\*/m, 0.1, 0.5],
      ['links', /\]\(\/20/, 0.03, 0.18],
      ['series', /^series: /m, 0.1, 0.32],
      ['long ones', /^[^]{12000}/, 0.005, 0.08],
    ]
    const wrong = patterns.flatMap(([what, pattern, least, most]) => {
      const share = texts.filter((text) => pattern.test(text)).length / texts.length
      return share >= least && share <= most ? [] : [`${what}: ${String(share)}`]
    })
    assert.deepEqual(wrong, [])
  })

  test('each change leaves an archive that is right once it is recorded', () => {
    const changed = join(work, 'changed')
    writeArchive(changed, { count: 40 })
    record(changed)
    const files = [
      addOneReport(changed, '2026-01-01').file,
      addOneReport(changed, '2026-01-02', 1).file,
      editOne(changed, TODAY).file,
      moveOne(changed).file,
      withdrawOne(changed, TODAY).file,
    ]
    assert.equal(new Set(files).size, files.length)
    record(changed)
    const { reports, redirects, problems } = read(changed)
    assert.equal(countErrors(problems), 0)
    assert.equal(reports.length, 42)
    assert.equal(reports.filter(({ status }) => status === 'withdrawn').length, 1)
    assert.equal(reports.filter(({ corrections }) => corrections.length > 0).length, 1)
    assert.equal(redirects.length, 1)
    assert.deepEqual(
      reports
        .filter(({ date }) => date > '2025')
        .map(({ file }) => file)
        .toSorted()
        .slice(-2),
      files.slice(0, 2).toSorted(),
    )
  })
})

function read(root: string): SourceArchive {
  return readArchive({ root, settings, today: TODAY })
}

function record(content: string): void {
  execFileSync(process.execPath, ['src/commands/record.ts'], {
    cwd: ROOT,
    env: { ...process.env, ARCHIVE_CONTENT: content, ARCHIVE_TODAY: TODAY },
    stdio: 'pipe',
  })
}
