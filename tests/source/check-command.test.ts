import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { suite, test } from 'node:test'
import { completeIdentifier } from '#archive/identifier.ts'
import { formatProblem, type Problem } from '#archive/problem.ts'
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
  'vocabularies/topics.yaml': 'copyright: { label: { en: Copyright }, sameAs: [example.org] }\n',
}

/** What the command prints of it, a problem a line: place, field, what is wrong, what to do. */
const PROBLEMS = [
  'notes.txt  -  not a part of an archive  remove it, or correct its name',
  'reports/2024/12/a-report.md:6:7  date  “2024-02-30” is not a date of the calendar from 1600 to 9999  write 2024-12-20, or 2024-12 or 2024 when no more is known, without a time',
  'reports/2024/12/a-report.md:8:8  event  “2024-12-13/2024-12-11” ends before it starts  swap the two dates',
  'reports/2024/12/a-report.md:10:3  -  raw HTML: <b>  a report is Markdown; if the words in angle brackets belong to the text, write \\< for <',
  'reports/2024/12/a-report.md:10:10  -  raw HTML: </b>  a report is Markdown; if the words in angle brackets belong to the text, write \\< for <',
  'reports/2024/12/b-report.md:1:1  source  warning: a report without a source  say who published it: source: { name: …, url: … }',
  'reports/2024/12/b-report.md:2:5  id  “k7m2q5” is not an identifier with a right check character  copy it again, or mint one with `npm run new`',
  'reports/2024/12/b-report.md:8:1  -  there is no page /2024/12/no-report/  did you mean /2024/12/a-report/?',
  'vocabularies/topics.yaml:1:49  copyright.sameAs.0  not a whole address  write an address that begins with https:// or http://',
]

/** What the command prints for machines. */
interface Printed {
  errors: number
  warnings: number
  problems: Problem[]
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
    assert.deepEqual(check(BAD), {
      status: 1,
      stdout: [...PROBLEMS, '0 reports, 0 drafts, 0 terms: 8 errors, 1 warning', ''].join('\n'),
      stderr: '',
    })
  })

  test('prints the same problems for machines', () => {
    const { status, stdout, stderr } = check(BAD, '--json')
    const { errors, warnings, problems } = JSON.parse(stdout) as Printed
    assert.deepEqual([status, stderr, errors, warnings], [1, '', 8, 1])
    assert.deepEqual(problems.map(formatProblem), PROBLEMS)
    assert.deepEqual(problems[2], {
      file: 'reports/2024/12/a-report.md',
      line: 8,
      column: 8,
      field: 'event',
      code: 'wrong-value',
      what: '“2024-12-13/2024-12-11” ends before it starts',
      hint: 'swap the two dates',
      severity: 'error',
    })
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

  test('ends with an error when there is no folder to check', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['src/commands/check.ts', '/nowhere/content'], {
      cwd: REPOSITORY,
      encoding: 'utf8',
    })
    assert.deepEqual([status, stderr], [1, ''])
    assert.equal(
      stdout,
      [
        '/nowhere/content  -  there is no content folder here  name the right folder with ARCHIVE_CONTENT',
        '0 reports, 0 drafts, 0 terms: 1 error, 0 warnings',
        '',
      ].join('\n'),
    )
  })
})
