import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { findRedirects, findUnrecorded, indexLedger, type LedgerLine, type Recorded } from '#archive/ledger.ts'
import { readArchive } from '#source/read-archive.ts'
import { readLedger, toLedgerText } from '#source/read-ledger.ts'
import { settings } from '../../src/site.config.ts'
import { inTemporaryArchive, report, type Files } from './temporary-archive.ts'

const FIRST = { id: 'k7m2q4', path: '2024/12/a-report', status: 'published' } as const
const SECOND = { id: 'fx0018', path: '2024/12/b-report', status: 'published' } as const
const NOTICE = '{ date: 2024-12-22, text: A reason. }'

const A = 'reports/2024/12/a-report.md'
const B = 'reports/2024/12/b-report.md'
const C = 'reports/2024/12/c-report.md'
const LEDGER = 'ledger/2024.jsonl'

const a = report()
const b = report({ id: 'fx0018', title: 'B' }, 'Another paragraph.')

/** The ledger after both reports were recorded. */
const recorded = toLedgerText([FIRST, SECOND], '2024-12-21', [])
const lines = recorded.split('\n')

interface Case {
  row: number
  title: string
  files: Files
  expect: string[]
}

const cases: Case[] = [
  {
    row: 32,
    title: 'a recorded report at its address is right',
    files: { [A]: a, [B]: b, [LEDGER]: recorded },
    expect: [],
  },
  { row: 32, title: 'while nothing is recorded nothing need be', files: { [A]: a, [B]: b }, expect: [] },
  {
    row: 32,
    title: 'new reports beside a recorded one are one warning, however many there are',
    files: {
      [A]: a,
      [B]: b,
      [C]: report({ id: 'fx002m', title: 'C' }, 'A third.'),
      [LEDGER]: toLedgerText([FIRST], '2024-12-21', []),
    },
    expect: ['ledger unrecorded'],
  },
  {
    row: 32,
    title: 'a report that moved must be recorded',
    files: { [A]: a, [C]: b, [LEDGER]: recorded },
    expect: [`${C}:2:5 moved`],
  },
  {
    row: 33,
    title: 'an address that belongs to another report is never given away',
    files: { [A]: b, [B]: a, [LEDGER]: recorded },
    expect: [`${A}:2:5 address-taken`, `${B}:2:5 address-taken`],
  },
  {
    row: 33,
    title: 'nor when that report has moved on',
    files: {
      [C]: a,
      [A]: report({ id: 'fx002m' }, 'A third.'),
      [LEDGER]: toLedgerText([FIRST, { ...FIRST, path: '2024/12/c-report' }], '2024-12-21', []),
    },
    expect: ['ledger unrecorded', `${A}:2:5 address-taken`],
  },
  {
    row: 34,
    title: 'a published report cannot be deleted',
    files: { [A]: a, [LEDGER]: recorded },
    expect: [`${LEDGER}:2 vanished`],
  },
  {
    row: 34,
    title: 'it can be removed with a notice, which is to be recorded',
    files: { [A]: a, [B]: report({ id: 'fx0018', status: 'gone', notice: NOTICE }, ''), [LEDGER]: recorded },
    expect: ['ledger unrecorded'],
  },
  {
    row: 34,
    title: 'a published report cannot become a draft',
    files: { [A]: a, [B]: report({ id: 'fx0018', status: 'draft' }, 'Another.'), [LEDGER]: recorded },
    expect: [`${B}:8:9 published-draft`],
  },
  {
    row: 34,
    title: 'a published report cannot be held back again',
    files: {
      [A]: a,
      'reports/2999/12/b-report.md': report({ id: 'fx0018', date: '2999-12-20' }, 'B.'),
      [LEDGER]: recorded.replaceAll('2024/12/b-report', '2999/12/b-report'),
    },
    expect: [`${LEDGER}:2 ledger-chain`, 'reports/2999/12/b-report.md:6:7 published-held'],
  },
  {
    row: 32,
    title: 'a report that others link to can be moved, and the link works',
    files: { [A]: report({}, 'See [the other](/2024/12/b-report/).'), [C]: b, [LEDGER]: recorded },
    expect: [`${A}:9:5 link-to-moved`, `${C}:2:5 moved`],
  },
  {
    row: 36,
    title: 'a wording without its number is no line of a ledger',
    files: {
      [A]: a,
      [B]: b,
      [LEDGER]: recorded.replace('"status":"published"', `"status":"published","wording":"${'0'.repeat(32)}"`),
    },
    expect: ['ledger unrecorded', `${LEDGER}:1 ledger-line`, `${LEDGER}:2 ledger-chain`],
  },
  {
    row: 36,
    title: 'a line of the ledger cannot be changed',
    files: { [A]: a, [B]: b, [LEDGER]: recorded.replace('2024-12-21', '2024-12-20') },
    expect: [`${LEDGER}:1 ledger-chain`],
  },
  {
    row: 36,
    title: 'a line of the ledger cannot be removed',
    files: { [A]: a, [B]: b, [LEDGER]: `${lines[1] ?? ''}\n` },
    expect: ['ledger unrecorded', `${LEDGER}:1 ledger-chain`],
  },
  {
    row: 36,
    title: 'lines of the ledger cannot change places',
    files: { [A]: a, [B]: b, [LEDGER]: `${lines[1] ?? ''}\n${lines[0] ?? ''}\n` },
    expect: [`${LEDGER}:1 ledger-chain`, `${LEDGER}:2 ledger-chain`],
  },
  {
    row: 36,
    title: 'a last line without its end is told, before another is joined to it',
    files: { [A]: a, [B]: b, [LEDGER]: recorded.trimEnd() },
    expect: [`${LEDGER}:2 ledger-line`],
  },
  {
    row: 36,
    title: 'a line that is none is told',
    files: { [A]: a, [B]: b, [LEDGER]: `${recorded}{"id":\n` },
    expect: [`${LEDGER}:3 ledger-line`],
  },
]

suite('the ledger', () => {
  for (const { row, title, files, expect } of cases) {
    test(`row ${String(row)}: ${title}`, () => {
      inTemporaryArchive(files, (root) => {
        assert.deepEqual(problemsOf(root), expect)
      })
    })
  }

  test('row 36: its last lines cannot be removed once they are committed', () => {
    inTemporaryArchive({ [A]: a, [B]: b, [LEDGER]: recorded }, (root) => {
      const git = (...command: string[]): void => {
        execFileSync('git', ['-c', 'user.name=An editor', '-c', 'user.email=editor@example.org', ...command], {
          cwd: root,
          stdio: 'ignore',
        })
      }
      git('init')
      git('add', '.')
      git('commit', '-m', 'Record')
      assert.deepEqual(problemsOf(root), [])
      writeFileSync(join(root, LEDGER), `${lines[0] ?? ''}\n`)
      assert.deepEqual(problemsOf(root), ['ledger unrecorded', `${LEDGER} ledger-shortened`])
    })
  })

  test('row 35: whatever was renamed in whatever order, every address ever recorded leads to its report in one hop', () => {
    const step = fc.record({
      id: fc.constantFrom('k7m2q4', 'fx0018', 'fx002m'),
      name: fc.constantFrom('p', 'q', 'r', 's', 't'),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const now = new Map<string, string>()
        const owners = new Map<string, string>()
        let history: LedgerLine[] = []
        for (const { id, name } of steps) {
          // The oracle: an address may be taken by who had it first, and by nobody else.
          if ((owners.get(name) ?? id) !== id) continue
          owners.set(name, id)
          now.set(id, name)
          const reports = Array.from(now, ([of, path]): Recorded => ({ id: of, path, status: 'published' }))
          history = record(history, findUnrecorded(indexLedger(history), reports))
        }
        const redirects = new Map(findRedirects(indexLedger(history)).map(({ from, to }) => [from, to]))
        for (const [name, id] of owners) assert.equal(redirects.get(name) ?? name, now.get(id))
        for (const to of redirects.values()) assert.equal(redirects.has(to), false)
      }),
    )
  })

  test('recording twice adds nothing', () => {
    const history = record([], [FIRST, SECOND])
    assert.deepEqual(findUnrecorded(indexLedger(history), [FIRST, SECOND]), [])
  })

  test('a hundred thousand lines are read back as they were written', () => {
    const many = Array.from({ length: 100_000 }, (_, index): Recorded => ({
      ...FIRST,
      path: `2024/12/report-${String(index)}`,
    }))
    inTemporaryArchive({ [LEDGER]: toLedgerText(many, '2024-12-21', []) }, (root) => {
      const { lines: read, problems } = readLedger(root)
      assert.deepEqual([read.length, problems], [100_000, []])
    })
  })

  test('`npm run record` writes it', () => {
    inTemporaryArchive({ [A]: a, [B]: b }, (root) => {
      const type = (day: string): string =>
        execFileSync(process.execPath, ['src/commands/record.ts', '--today', day], {
          cwd: join(import.meta.dirname, '../..'),
          env: { ...process.env, ARCHIVE_CONTENT: root },
          encoding: 'utf8',
        })
      assert.equal(type('2024-12-21'), '2 lines recorded\n')
      assert.match(
        readFileSync(join(root, LEDGER), 'utf8'),
        /^{"id":"k7m2q4","path":"2024\/12\/a-report","since":"2024-12-21","status":"published","version":1,"wording":"[0-9a-f]{32}","paragraphs":"1:[0-9a-f]{8}","chain":"[0-9a-f]{16}"}\n/,
      )
      assert.equal(readFileSync(join(root, 'versions/k7m2q4/1.md'), 'utf8'), a)
      assert.equal(type('2024-12-22'), '0 lines recorded\n')
      assert.throws(() => type('2024-12-20'), /the ledger ends on 2024-12-21/)
      assert.throws(() => type('2024-99-99'), /ARCHIVE_TODAY is “2024-99-99”/)
      assert.deepEqual(problemsOf(root), [])
    })
  })
})

function problemsOf(root: string): string[] {
  return readArchive({ root, settings, today: '2026-11-22' }).problems.map(
    ({ file, line, column, code }) => `${[file, line, column].filter((part) => part !== undefined).join(':')} ${code}`,
  )
}

/** Append to a ledger as `npm run record` does, without a disk. */
function record(history: readonly LedgerLine[], unrecorded: readonly Recorded[]): LedgerLine[] {
  const added = toLedgerText(unrecorded, '2024-12-21', history)
  return [
    ...history,
    ...added
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as LedgerLine),
  ]
}
