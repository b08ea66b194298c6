import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, before, suite, test } from 'node:test'
import { ROOT, SMALL_ARCHIVE } from '../build.ts'

const COMMANDS = readdirSync(join(ROOT, 'src/commands')).filter((file) =>
  readFileSync(join(ROOT, 'src/commands', file), 'utf8').includes('await runCommand('),
)

let work: string

before(() => {
  work = mkdtempSync(join(tmpdir(), 'commands '))
})

after(() => {
  rmSync(work, { recursive: true })
})

/** Type a command: its exit code, and what it printed. */
function type(file: string, words: readonly string[], variables: Readonly<Record<string, string>> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join('src/commands', file), ...words], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, ...variables },
  })
  return { status, stdout, stderr }
}

suite('every command', () => {
  test('is found', () => {
    assert.deepEqual(COMMANDS, [
      'audit.ts',
      'build.ts',
      'check.ts',
      'correct.ts',
      'dev.ts',
      'live-preview.ts',
      'make-pages.ts',
      'manual.ts',
      'merge.ts',
      'new.ts',
      'record.ts',
      'start.ts',
      'sync.ts',
      'withdraw.ts',
    ])
  })

  for (const file of COMMANDS) {
    test(`${file} says with --help what it does, and does nothing`, () => {
      const { status, stdout, stderr } = type(file, ['--help'])
      assert.deepEqual([status, stderr], [0, ''])
      assert.match(stdout, /npm (?:run )?[a-z]+/)
    })

    test(`${file} refuses what it does not know, in a sentence`, () => {
      const { status, stderr } = type(file, ['--bogus'])
      assert.equal(status, 2)
      assert.match(stderr, /^Unknown option '--bogus'/)
      assert.doesNotMatch(stderr, /^ {4}at /m)
    })
  }
})

suite('a value that cannot be used is named, in a sentence', () => {
  const cases: [file: string, words: string[], variables: Record<string, string>, says: RegExp][] = [
    ['start.ts', [], { PORT: 'abc' }, /^PORT is “abc”/],
    ['start.ts', [], { PORT: '99999' }, /^PORT is “99999”/],
    ['dev.ts', [], { PORT: '-1' }, /^PORT is “-1”/],
    ['dev.ts', [], { ARCHIVE_SITE: 'example.org' }, /^ARCHIVE_SITE is “example.org”/],
    ['check.ts', ['--today', '2026-13-45'], {}, /^ARCHIVE_TODAY is “2026-13-45”/],
    ['check.ts', [], { ARCHIVE_SITE: 'example.org' }, /^ARCHIVE_SITE is “example.org”/],
    ['new.ts', ['--ids', 'abc'], {}, /^--ids abc/],
    ['new.ts', ['--date', '2024-02-30', '--slug', 'a-b', '--title', 'A'], {}, /^--date 2024-02-30/],
    ['new.ts', ['--date', '2024-12-20', '--slug', 'a-b', '--title', 'A', '--kind', 'story'], {}, /^--kind/],
    ['new.ts', ['--date', '2024-12-20', '--slug', 'A B', '--title', 'A'], {}, /^--slug/],
  ]
  for (const [file, words, variables, says] of cases) {
    test([...Object.entries(variables).map((pair) => pair.join('=')), file, ...words].join(' '), () => {
      const { status, stderr } = type(file, words, variables)
      assert.equal(status, 1)
      assert.match(stderr, says)
      assert.doesNotMatch(stderr, /^ {4}at /m)
    })
  }
})

suite('a build never replaces what is not a built archive', () => {
  for (const [what, folder] of [
    ['the project', '.'],
    ['what holds the project', dirname(ROOT.replace(/\/$/, ''))],
    ['the content', SMALL_ARCHIVE],
    ['a folder of the content', join(SMALL_ARCHIVE, 'reports')],
    ['the home folder', homedir()],
  ] as const) {
    test(`not ${what}`, () => {
      const { status, stderr } = type('build.ts', [], { ARCHIVE_OUT: folder, ARCHIVE_CONTENT: SMALL_ARCHIVE })
      assert.equal(status, 1)
      assert.match(stderr, /which holds more than a built archive/)
    })
  }

  test('not a folder in which somebody keeps something', () => {
    const folder = join(work, 'kept')
    mkdirSync(folder)
    writeFileSync(join(folder, 'thesis.txt'), 'Mine.')
    const { status, stderr } = type('build.ts', [], { ARCHIVE_OUT: folder, ARCHIVE_CONTENT: SMALL_ARCHIVE })
    assert.equal(status, 1)
    assert.match(stderr, /something other than a built archive/)
    assert.deepEqual(readdirSync(folder), ['thesis.txt'])
  })
})

suite('npm run new', () => {
  test('makes a draft that the check accepts, and that stops nobody', () => {
    const content = join(work, 'new content')
    const made = type('new.ts', ['--date', '2024-12-20', '--slug', 'a-training', '--title', 'A “training”: 1984'], {
      ARCHIVE_CONTENT: content,
    })
    assert.equal(made.stdout.trim(), join(content, 'reports/2024/12/a-training.md'))
    const { status, stdout } = type('check.ts', [content])
    assert.equal(status, 0)
    assert.match(stdout, /0 reports, 1 draft, 0 terms: 0 errors/)
  })

  test('never overwrites a report', () => {
    const content = join(work, 'new content')
    const { status, stderr } = type('new.ts', ['--date', '2024-12-20', '--slug', 'a-training', '--title', 'B'], {
      ARCHIVE_CONTENT: content,
    })
    assert.equal(status, 1)
    assert.match(stderr, /is there already/)
  })
})
