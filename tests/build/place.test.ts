import assert from 'node:assert/strict'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, suite, test } from 'node:test'
import { finishPlacing, placeChanges, readyFolder } from '#build/place.ts'

let work: string
let out: string
let staging: string

beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'place '))
  out = join(work, 'dist')
  staging = join(work, '.dist.new-1')
  write(out, { 'index.html': 'old', '2024/a/index.html': 'a', '2024/b/index.html': 'b' })
})

afterEach(() => {
  rmSync(work, { recursive: true, force: true })
})

suite('changes are put in place', () => {
  test('new and changed files, and what is no more is removed with the folders that are empty without it', () => {
    write(staging, { 'index.html': 'new', '2025/c/index.html': 'c' })
    placeChanges(staging, out, ['2024/b/index.html'])
    assert.deepEqual(read(out), { '2024/a/index.html': 'a', '2025/c/index.html': 'c', 'index.html': 'new' })
    assert.ok(!existsSync(join(out, '2024/b')))
    assert.deepEqual(readdirSync(work), ['dist'])
  })

  test('a folder takes the place of a file of its name, and a file that of a folder', () => {
    write(staging, { '2024/a/index.html/deep.txt': 'deep', '2024/b': 'a file now' })
    placeChanges(staging, out, ['2024/b/index.html'])
    assert.equal(readFileSync(join(out, '2024/a/index.html/deep.txt'), 'utf8'), 'deep')
  })

  test('what a killed build had ready is put in place by the next one', () => {
    write(staging, { 'index.html': 'new', '2025/c/index.html': 'c' })
    writeFileSync(join(staging, '.removed'), JSON.stringify(['2024/b/index.html']))
    renameSync(staging, readyFolder(out))
    // It had come as far as one of its files.
    mkdirSync(join(out, '2025/c'), { recursive: true })
    renameSync(join(readyFolder(out), '2025/c/index.html'), join(out, '2025/c/index.html'))
    finishPlacing(out)
    assert.deepEqual(read(out), { '2024/a/index.html': 'a', '2025/c/index.html': 'c', 'index.html': 'new' })
    assert.deepEqual(readdirSync(work), ['dist'])
  })

  test('with nothing ready nothing is touched', () => {
    const before = read(out)
    finishPlacing(out)
    assert.deepEqual(read(out), before)
  })
})

function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
}

function read(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return Object.fromEntries(
    files
      .map((entry): [string, string] => {
        const path = join(entry.parentPath, entry.name)
        return [path.slice(folder.length + 1).replaceAll('\\', '/'), readFileSync(path, 'utf8')]
      })
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )
}
