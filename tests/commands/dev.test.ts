import assert from 'node:assert/strict'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, before, suite, test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { copyProject } from '../build.ts'
import { report } from '../source/temporary-archive.ts'

/** How long it is waited for a page to be as it should, in milliseconds: a machine that runs other tests too is slow. */
const PATIENCE = 60_000

suite('the live preview', () => {
  const project = mkdtempSync(join(tmpdir(), 'live preview '))
  const file = join(project, 'content/reports/2024/12/a-report.md')
  let preview: ChildProcess
  let said = ''

  before(() => {
    copyProject(project, `name: { en: 'The first name', 'zh-Hans': '第一个名称' },`)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, report({ title: 'A report' }, 'The text as it was first.'))
    preview = spawn(process.execPath, ['src/commands/dev.ts'], {
      cwd: project,
      env: {
        ...process.env,
        ...{ PORT: '0', ARCHIVE_CONTENT: 'content', ARCHIVE_CACHE: '', ARCHIVE_PERIOD: '', ARCHIVE_SITE: '' },
        ...{ ARCHIVE_TODAY: '2024-12-31', NO_COLOR: '1', FORCE_COLOR: undefined, CI: undefined },
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    for (const stream of [preview.stdout, preview.stderr])
      stream?.on('data', (data: Buffer) => {
        said += data.toString()
      })
  })

  after(async () => {
    if (preview.exitCode === null && preview.signalCode === null) {
      preview.kill('SIGINT')
      await once(preview, 'exit')
    }
    rmSync(project, { recursive: true, force: true, maxRetries: 5 })
  })

  /** Wait until a page holds some words; a failure shows what it holds instead, and what the preview has said. */
  async function waitFor(path: string, words: string): Promise<string> {
    const end = performance.now() + PATIENCE
    for (;;) {
      const address = said.match(/(?<=preview is at )\S+/g)?.at(-1)
      const page = address === undefined ? '' : await read(new URL(path.slice(1), address))
      if (page.includes(words)) return page
      if (performance.now() > end) assert.fail(`${path} has no “${words}”:\n${page}\n${said}`)
      await setTimeout(100)
    }
  }

  test('shows a report', async () => {
    assert.match(await waitFor('/2024/12/a-report/', 'The text as it was first.'), /<title>A report[^<]*The first name/)
  })

  test('shows what is written into it, as soon as it is saved', async () => {
    writeFileSync(file, report({ title: 'Another title' }, 'The text as it is now.'))
    await waitFor('/2024/12/a-report/', 'The text as it is now.')
    await waitFor('/2024/12/a-report/', '<title>Another title')
    await waitFor('/2024/', 'Another title')
  })

  test('shows a report as it was while it cannot be understood, and says where it is wrong', async () => {
    writeFileSync(file, report({ title: null }, 'The text as it is now.'))
    await waitUntilSaid(/reports\/2024\/12\/a-report\.md:1:1 +title +the key “title” is missing/)
    await waitFor('/2024/', 'Another title')
    writeFileSync(file, report({ title: 'A title again' }, 'The text as it is now.'))
    await waitFor('/2024/', 'A title again')
  })

  test('shows a layout that is edited, without a new start', async () => {
    edit('src/layouts/ReportPage.astro', /^(?=<Page\b)/m, '<p>A line of the layout.</p>\n')
    await waitFor('/2024/12/a-report/', 'A line of the layout.')
    assert.equal(startsSaid(), 1)
  })

  test('makes its search', async () => {
    await waitUntilSaid(/\[search-index\] 1 reports can be searched/)
    await waitFor('/search/manifest.json', '{')
  })

  test('takes no notice of what an editor keeps beside a file', async () => {
    writeFileSync(join(project, 'src/site/.links.ts.swp'), 'a file of an editor')
    await setTimeout(1000)
    assert.equal(startsSaid(), 1)
  })

  test('begins anew with the settings when these are edited, or other code that Node has loaded', async () => {
    edit('src/site.config.ts', 'The first name', 'The second name')
    assert.match(await waitFor('/2024/12/a-report/', 'The second name'), /<title>A title again[^<]*The second name/)
    assert.equal(startsSaid(), 2)
  })

  test('waits for the next edit when code cannot be loaded', async () => {
    edit('src/site.config.ts', 'export const settings', 'export const = settings')
    await waitUntilSaid(/has ended/)
    edit('src/site.config.ts', 'export const = settings', 'export const settings')
    await waitUntilSaid(/(?:preview is at[^]*){3}/)
    await waitFor('/2024/12/a-report/', 'The second name')
  })

  /** How often the preview said that it is there. */
  function startsSaid(): number {
    return said.match(/preview is at/g)?.length ?? 0
  }

  async function waitUntilSaid(words: RegExp): Promise<void> {
    const end = performance.now() + PATIENCE
    while (!words.test(said)) {
      if (performance.now() > end) assert.fail(`nothing was said of ${String(words)}:\n${said}`)
      await setTimeout(100)
    }
  }

  /** Change a file of the code. */
  function edit(path: string, from: string | RegExp, to: string): void {
    const text = readFileSync(join(project, path), 'utf8')
    const edited = text.replace(from, to)
    assert.notEqual(edited, text)
    writeFileSync(join(project, path), edited)
  }
})

/** The text of a page; none while nobody answers, as between two starts. */
async function read(address: URL): Promise<string> {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(PATIENCE) })
    return await response.text()
  } catch {
    return ''
  }
}
