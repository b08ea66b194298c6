import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, afterEach, beforeEach, suite, test } from 'node:test'
import { watchFolders } from '#source/watch-folders.ts'

const root = mkdtempSync(join(tmpdir(), 'watch '))
const [reports, terms] = [join(root, 'reports'), join(root, 'vocabularies')]
let told: string[]
let stop: () => void

beforeEach(() => {
  rmSync(root, { recursive: true, force: true })
  mkdirSync(join(reports, '2024/12'), { recursive: true })
  mkdirSync(terms)
  told = []
  stop = watchFolders(
    [reports, terms],
    (path) => told.push(path.slice(root.length + 1)),
    (error) => {
      throw error
    },
  )
})
afterEach(() => {
  stop()
})
after(() => {
  rmSync(root, { recursive: true, force: true })
})

/** What is told until something is, and for a moment after that. */
async function waitForNews(): Promise<string[]> {
  for (let waited = 0; told.length === 0 && waited < 5000; waited += 20) await pause(20)
  await pause(150)
  return told.splice(0)
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}

suite('a folder that is watched', () => {
  test('tells of a file that is written, changed or removed, however far below', async () => {
    const file = join(reports, '2024/12/a-report.md')
    writeFileSync(file, 'one')
    assert.deepEqual(await waitForNews(), ['reports/2024/12/a-report.md'])
    writeFileSync(file, 'two')
    assert.deepEqual(await waitForNews(), ['reports/2024/12/a-report.md'])
    rmSync(file)
    assert.deepEqual(await waitForNews(), ['reports/2024/12/a-report.md'])
  })

  test('tells of files in a folder that was made later', async () => {
    mkdirSync(join(reports, '2025/01'), { recursive: true })
    assert.equal((await waitForNews()).length, 1)
    writeFileSync(join(reports, '2025/01/a-report.md'), 'one')
    assert.deepEqual(await waitForNews(), ['reports/2025/01/a-report.md'])
  })

  test('tells once of what happens at once, in each of the folders', async () => {
    for (let index = 0; index < 50; index += 1) writeFileSync(join(reports, `2024/12/report-${String(index)}.md`), '')
    writeFileSync(join(terms, 'topics.yaml'), '')
    const news = await waitForNews()
    assert.deepEqual(news.map((path) => path.split('/')[0]).sort(), ['reports', 'vocabularies'])
  })

  test('that is removed and made again is watched again', async () => {
    rmSync(join(reports, '2024'), { recursive: true })
    assert.ok((await waitForNews()).length > 0)
    mkdirSync(join(reports, '2024/12'), { recursive: true })
    assert.ok((await waitForNews()).length > 0)
    writeFileSync(join(reports, '2024/12/a-report.md'), 'one')
    assert.deepEqual(await waitForNews(), ['reports/2024/12/a-report.md'])
  })

  test('tells nothing when it is no longer watched', async () => {
    stop()
    writeFileSync(join(reports, '2024/12/a-report.md'), 'one')
    await pause(200)
    assert.deepEqual(told, [])
  })

  test('need not be there yet', async () => {
    stop()
    rmSync(terms, { recursive: true })
    stop = watchFolders(
      [reports, terms],
      (path) => told.push(path.slice(root.length + 1)),
      (error) => {
        throw error
      },
    )
    mkdirSync(terms)
    assert.deepEqual(await waitForNews(), ['vocabularies'])
    writeFileSync(join(terms, 'topics.yaml'), '')
    assert.deepEqual(await waitForNews(), ['vocabularies/topics.yaml'])
  })
})
