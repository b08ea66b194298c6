import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, suite, test } from 'node:test'
import { buildCatalogue } from '#archive/catalogue.ts'
import { dividePaths, parsePart } from '#build/parts.ts'
import { makeIdentifier, makeReport } from '../archive/make-report.ts'
import { buildArchive, ROOT, SMALL_ARCHIVE } from '../build.ts'

let work: string

before(() => {
  work = mkdtempSync(join(tmpdir(), 'parts '))
})

after(() => {
  rmSync(work, { recursive: true, force: true })
})

suite('a part', () => {
  test('is typed as a number of a number', () => {
    assert.deepEqual(parsePart('3/8'), { number: 3, of: 8 })
  })

  for (const text of ['', '3', '0/8', '9/8', '3/0', 'a/b', '3/8/1']) {
    test(`is not “${text}”`, () => {
      assert.throws(() => parsePart(text), /is no part: write 3\/8 for the third of eight$/)
    })
  }
})

suite('dividing an archive', () => {
  const dates = ['1893', '2023-06', '2024-01-05', '2024-01-06', '2024-02-01', '2024-03-01']
  const reports = dates.map((date, index) => makeReport({ id: makeIdentifier(index + 1), date, path: `${date}/a` }))
  const partOf = dividePaths(buildCatalogue(reports, []), 3, ['en', 'zh-Hans'])

  test('keeps a month together, with its reports, its days and its pages in other languages', () => {
    const ofJanuary = ['2024/01/index.html', '2024/01/a/report.json', '2024/01/05/index.html', 'zh/2024/01/index.html']
    assert.deepEqual(
      ofJanuary.map(partOf),
      ofJanuary.map(() => 2),
    )
  })

  test('gives each part about as many reports, the oldest first', () => {
    assert.deepEqual(
      ['1893/a/index.html', '2023/06/a/index.html', '2024/01/a/index.html', '2024/03/a/index.html'].map(partOf),
      [1, 1, 2, 3],
    )
  })

  test('puts a short address where its report is', () => {
    assert.equal(partOf(`r/${makeIdentifier(6)}/index.html`), 3)
  })

  test('deals out what belongs to no month, each path to one part', () => {
    const parts = Array.from({ length: 300 }, (_, index) => partOf(`topics/topic-${String(index)}/index.html`))
    assert.deepEqual([...new Set(parts)].sort(), [1, 2, 3])
  })
})

suite('an archive that was built in parts', () => {
  const variables = (name: string): Record<string, string> => ({
    ARCHIVE_CONTENT: SMALL_ARCHIVE,
    ARCHIVE_OUT: join(work, name),
    ARCHIVE_CACHE: join(work, `${name}-cache`),
    ARCHIVE_SITE: 'https://archive.example/archive/',
    ARCHIVE_TODAY: '2026-11-22',
  })
  const run = (command: string, words: readonly string[], name: string): string =>
    execFileSync(process.execPath, [join('src/commands', command), ...words], {
      cwd: ROOT,
      encoding: 'utf8',
      env: { ...process.env, ...variables(name) },
      stdio: ['ignore', 'pipe', 'pipe'],
    })

  test('has the same bytes as one that was built on one machine', () => {
    for (const number of ['1', '2']) run('build.ts', ['--part', `${number}/2`], `part ${number}`)
    run('merge.ts', [join(work, 'part 1'), join(work, 'part 2')], 'merged')
    buildArchive(variables('whole'))
    assert.deepEqual(hashes('merged'), hashes('whole'))
  })

  test('is not joined while a part is missing, and the parts are left as they are', () => {
    run('build.ts', ['--part', '1/2'], 'part 1')
    assert.throws(
      () => run('merge.ts', [join(work, 'part 1')], 'incomplete'),
      (error: Error & { stderr: string }) => {
        assert.match(error.stderr, /^these parts do not make an archive:\npart 2 of 2 is missing$/m)
        return true
      },
    )
    assert.ok(existsSync(join(work, 'part 1', 'index.html')) || existsSync(join(work, 'part 1', '.part.json')))
    assert.ok(!existsSync(join(work, 'incomplete')))
  })

  function hashes(name: string): Record<string, string> {
    const folder = join(work, name)
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
      statSync(join(folder, file)).isFile(),
    )
    return Object.fromEntries(
      files.sort().map((file) => [
        file,
        createHash('sha256')
          .update(readFileSync(join(folder, file)))
          .digest('hex'),
      ]),
    )
  }
})
