import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, suite, test } from 'node:test'
import { medianOf, ratio } from './builds/figures.ts'
import { formatTable } from './builds/format-table.ts'
import { inspectSite } from './builds/inspect-site.ts'
import { measureCommand, readTimes } from './builds/measure-command.ts'
import { compareFolders, readFolder } from './builds/read-folder.ts'

const work = mkdtempSync(join(tmpdir(), 'builds '))
after(() => {
  rmSync(work, { recursive: true, force: true })
})

suite('measuring builds', () => {
  test('a command is measured with the processes that it starts', async () => {
    const child = `const held = Buffer.alloc(150e6, 1); const end = Date.now() + 600; while (Date.now() < end) held[0] += 1`
    const parent = `require('node:child_process').execFileSync(process.execPath, ['-e', ${JSON.stringify(child)}])`
    const cost = await measureCommand({ program: process.execPath, options: ['-e', parent], folder: work })
    assert.ok(cost.wall > 0)
    // Nothing is said of memory and processors where they are not known; what is said holds both processes.
    assert.ok(cost.largest === undefined || cost.largest > 140)
    assert.ok(cost.together === undefined || cost.together >= (cost.largest ?? 0))
    assert.ok(cost.processor === undefined || cost.processor > 0.2)
  })

  test('a command that fails stops the measurement, with what it printed', async () => {
    const failing = {
      program: process.execPath,
      options: ['-e', 'console.log("so far"); process.exit(3)'],
      folder: work,
    }
    await assert.rejects(measureCommand(failing), /ended with 3:\nso far/)
  })

  test('the times of a shell are those of what it waited for, with either decimal mark', () => {
    assert.equal(readTimes('0m0.01s 0m0.02s\n1m2.50s 0m3.25s\n'), 65.75)
    assert.equal(readTimes('0m0,01s 0m0,02s\n1m2,50s 0m3,25s\n'), 65.75)
    assert.equal(readTimes(''), undefined)
  })

  test('a median is one of the values, and unknown where one of them is', () => {
    assert.equal(medianOf([3, 1, 2]), 2)
    assert.equal(medianOf([4, 1, 3, 2]), 2)
    assert.equal(medianOf([1, undefined]), undefined)
    assert.equal(medianOf([]), undefined)
    assert.equal(ratio(3, 2), '× 1.50')
    assert.equal(ratio(3, undefined), '–')
  })

  test('two states of a folder are compared by the bytes of their files', () => {
    const folder = join(work, 'compared')
    write(folder, { 'same.html': 'same', 'a/changed.html': 'one', 'removed.html': 'gone' })
    const before = readFolder(folder)
    rmSync(join(folder, 'removed.html'))
    write(folder, { 'a/changed.html': 'two', 'b/added.html': 'new one' })
    assert.deepEqual(compareFolders(before, readFolder(folder)), { changed: 1, added: 1, removed: 1, bytes: 10 })
  })

  test('a site is told by what is in it', () => {
    const [content, site] = [join(work, 'content'), join(work, 'site')]
    write(content, { 'reports/2024/12/one.md': '', 'reports/2024/12/two.md': '' })
    write(site, {
      '2024/12/one/index.html': '<script type="application/ld+json">{}</script><p id="p1">One',
      '2024/12/one/report.json': '{}',
      '2024/12/one/v/1/index.html': '',
      'r/k7m2q4/index.html': '',
      'zh/index.html': '',
      'feeds/all.xml': '<?xml version="1.0"?><rss version="2.0">',
      'sitemap.xml': '<?xml version="1.0"?><urlset>',
      'pagefind/index.json': '{}',
    })
    assert.deepEqual(inspectSite(site, content), {
      files: 8,
      bytes: 133,
      pages: 4,
      shortAddresses: 1,
      wordings: 1,
      feeds: 1,
      alternates: 1,
      translated: 1,
      search: 1,
      hasParagraphNumbers: true,
      hasJsonLd: true,
      missing: 1,
    })
  })

  test('a table is aligned on a terminal, and a table in Markdown', () => {
    const table = {
      heading: 'Two',
      columns: ['what', 's'],
      rows: [
        ['a', '1.0'],
        ['bcdefg', '10.0'],
      ],
      notes: ['So.'],
    }
    assert.equal(
      formatTable(table, false),
      'Two\n\n  what       s\n  ──────  ────\n  a        1.0\n  bcdefg  10.0\n\n  So.',
    )
    assert.equal(
      formatTable(table, true),
      '### Two\n\n| what   |    s |\n| ------ | ---: |\n| a      |  1.0 |\n| bcdefg | 10.0 |\n\nSo.',
    )
  })
})

function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
}
