import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { suite, test } from 'node:test'
import { completeIdentifier } from '#archive/identifier.ts'
import { inTemporaryArchive, report, REPOSITORY, type Files } from './temporary-archive.ts'

const GOOD: Files = {
  'reports/2024/12/a-report.md': report({ topics: '[copyright]' }),
  'reports/2099/01/b-report.md': report({ id: completeIdentifier('b0000'), date: '2099-01-01' }, 'Another paragraph.'),
  'vocabularies/topics.yaml': 'copyright: { label: { en: Copyright } }\n',
}

const BAD: Files = {
  'notes.txt': 'A stray file.',
  'reports/2024/12/a-report.md': report({ date: '2024-02-30', event: '2024-12-13/2024-12-11' }, 'A <b>word</b>.'),
  'reports/2024/12/b-report.md': report({ id: 'k7m2q5', source: null }, '[See](/2024/12/no-report/)'),
  'vocabularies/topics.yaml': 'copyright: { label: { en: Copyright }\n',
}

/** Run the command as an editor does. */
function check(files: Files, ...options: string[]) {
  let result = { status: 0 as number | null, stdout: '', stderr: '' }
  inTemporaryArchive(files, (root) => {
    const command = ['src/commands/check.ts', root, '--today', '2026-11-22', ...options]
    const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: REPOSITORY, encoding: 'utf8' })
    result = { status, stdout, stderr }
  })
  return result
}

suite('npm run check', () => {
  test('is content with a good folder and names the reports that are held back', () => {
    assert.deepEqual(check(GOOD), {
      status: 0,
      stdout: [
        'reports/2099/01/b-report.md  held back until 2099-01-01',
        '1 report, 0 drafts, 1 term: no problems',
        '',
      ].join('\n'),
      stderr: '',
    })
  })

  test('prints every problem of every file in one run', () => {
    assert.deepEqual(check(BAD), { status: 1, stdout: '', stderr: '' })
  })

  test('prints the same problems for machines', () => {
    const { status, stdout, stderr } = check(BAD, '--json')
    assert.deepEqual([status, stderr], [1, ''])
    assert.deepEqual(JSON.parse(stdout), {})
  })

  test('prints for machines that there are none', () => {
    const { status, stdout, stderr } = check(GOOD, '--json')
    assert.deepEqual([status, stderr], [0, ''])
    assert.deepEqual(JSON.parse(stdout), { errors: 0, warnings: 0, problems: [] })
  })

  test('lets warnings pass', () => {
    assert.deepEqual(check({ 'reports/2024/12/a-report.md': report({ source: null }) }), {
      status: 0,
      stdout: [
        'reports/2024/12/a-report.md:1:1  source  warning: a report without a source  say who published it: source: { name: …, url: … }',
        '1 report, 0 drafts, 0 terms: 0 errors, 1 warning',
        '',
      ].join('\n'),
      stderr: '',
    })
  })
})
