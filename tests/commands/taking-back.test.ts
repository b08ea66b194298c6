import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { suite, test } from 'node:test'
import { ROOT } from '../build.ts'
import { inTemporaryArchive, report } from '../source/temporary-archive.ts'

const A = 'reports/2024/12/a-report.md'
const FILES = { [A]: report({}, 'The number was 210.\n\nA second paragraph.') }

/** Type a command on a content folder: what it printed, or what went wrong. */
function type(root: string, command: string, ...words: string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`src/commands/${command}.ts`, ...words], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, ARCHIVE_CONTENT: root, ARCHIVE_TODAY: '2026-11-22' },
  })
  return status === 0 ? stdout : `exit ${String(status)}: ${stderr}`
}

function change(root: string, from: string, to: string): void {
  const file = join(root, A)
  writeFileSync(file, readFileSync(file, 'utf8').replace(from, to))
}

suite('an editor who made a mistake', () => {
  test('cannot change a published text in silence, and is told how to do it', () => {
    inTemporaryArchive(FILES, (root) => {
      assert.equal(type(root, 'record'), '1 line recorded\n')
      change(root, '210', '120')
      const told = type(root, 'record')
      assert.match(told, /^exit 1: nothing was recorded\n/)
      assert.match(told, /the published text was changed, and no correction says so {2}add one with `npm run correct`/)
    })
  })

  test('says what was changed, and finds the wording before it kept', () => {
    inTemporaryArchive(FILES, (root) => {
      type(root, 'record')
      change(root, '210', '120')
      assert.equal(
        type(root, 'correct', 'k7m2q4', '--text', 'It was 120, not 210.', '--date', '2026-11-22'),
        [
          'reports/2024/12/a-report.md  A report',
          '+ corrections:',
          '+   - { date: 2026-11-22, kind: correction, text: "It was 120, not 210." }',
          '',
          'Now change the text, if you have not, and type npm run record.',
          '',
        ].join('\n'),
      )
      assert.equal(type(root, 'record'), '1 line recorded\n')
      assert.match(readFileSync(join(root, 'versions/k7m2q4/1.md'), 'utf8'), /210/)
      assert.match(readFileSync(join(root, 'versions/k7m2q4/2.md'), 'utf8'), /120, not 210[^]*was 120/)
      assert.match(type(root, 'check'), /no problems/)
    })
  })

  test('names the report by its identifier, its address, its short address or its file', () => {
    const names = [
      'k7m2q4',
      '2024/12/a-report',
      '/2024/12/a-report/#p2',
      'https://example.org/r/k7m2q4/',
      `content/${A}`,
    ]
    for (const name of names) {
      inTemporaryArchive(FILES, (root) => {
        assert.match(type(root, 'correct', name, '--text', 'A word.'), /^reports\/2024\/12\/a-report\.md/, name)
      })
    }
    inTemporaryArchive(FILES, (root) => {
      assert.match(type(root, 'correct', 'fx0018', '--text', 'A word.'), /^exit 1: There is no report “fx0018”/)
      assert.match(type(root, 'correct', 'k7m2q4'), /^exit 1: Name the report, and say what was changed\./)
      assert.match(type(root, 'correct', 'k7m2q4', '--text', 'A', '--kind', 'x'), /^exit 1: --kind x: write correction/)
      assert.match(type(root, 'correct', 'k7m2q4', '--text', 'A', '--date', '2024-13-01'), /^exit 1: --date 2024-13-01/)
    })
  })

  test('withdraws a report, and later removes it, and both are kept in the ledger', () => {
    inTemporaryArchive(FILES, (root) => {
      type(root, 'record')
      assert.match(
        type(root, 'withdraw', 'k7m2q4', '--text', 'Retracted.'),
        /\+ status: withdrawn\n\+ notice: \{ date: /,
      )
      assert.equal(type(root, 'record'), '1 line recorded\n')
      const gone = type(
        root,
        'withdraw',
        'k7m2q4',
        '--gone',
        '--text',
        'By order.',
        '--alternative',
        'https://example.org/',
      )
      assert.match(
        gone,
        /- status: withdrawn\n[^]*\+ status: gone\n\+ notice: .*alternative: "https:\/\/example.org\/" \}/,
      )
      assert.equal(type(root, 'record'), '1 line recorded\n')
      assert.match(type(root, 'check'), /no problems/)
    })
  })

  test('has deleted the file, and removes the report properly all the same', () => {
    inTemporaryArchive(FILES, (root) => {
      type(root, 'record')
      rmSync(join(root, A))
      assert.match(type(root, 'record'), /exit 1: nothing was recorded[^]*is not there any more/)
      assert.match(type(root, 'withdraw', '2024/12/a-report', '--gone', '--text', 'By order.'), /\+ status: gone/)
      assert.ok(existsSync(join(root, A)))
      assert.equal(type(root, 'record'), '1 line recorded\n')
      assert.match(type(root, 'check'), /no problems/)
    })
  })
})
