import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { appendFileSync, copyFileSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { fingerprintOf, normalise, parseParagraphs } from '#archive/paragraph-numbers.ts'
import type { Problem } from '#archive/problem.ts'
import { settings } from '#site.config.ts'
import { findRecordable } from '#source/find-recordable.ts'
import { readArchive, type SourceArchive } from '#source/read-archive.ts'
import { readLedger, toLedgerText } from '#source/read-ledger.ts'
import { versionFile } from '#source/read-version.ts'
import { renderReport } from '#source/render-report.ts'
import { digestWording } from '#source/wording.ts'
import { edits, LivingText, makeParagraphs, type Edit } from '../archive/edited-text.ts'
import { inTemporaryArchive, report, REPOSITORY } from './temporary-archive.ts'

const TODAY = '2026-11-22'
const A = 'reports/2024/12/a-report.md'
const LEDGER = 'ledger/2026.jsonl'
const FIRST = versionFile('k7m2q4', 1)
const TEXT = 'The course was held in Changsha.\n\nOfficials of eleven provinces took part.\n\nIt ended on Friday.'
const EDITED = TEXT.replace('eleven', 'twelve')
const CORRECTION = '[{ date: 2026-11-21, kind: correction, text: Twelve provinces took part. }]'
const NOTICE = '{ date: 2026-11-21, text: A reason. }'

/** What becomes of a recorded report, and what the check says of it then. */
interface Case {
  title: string
  /** The files that are written after the report was recorded; `null` removes one. */
  then: Readonly<Record<string, string | Uint8Array | null>>
  expect: string[]
}

const cases: Case[] = [
  { title: 'a report as it was recorded is right', then: {}, expect: [] },
  {
    title: 'a text is not changed in silence',
    then: { [A]: report({}, EDITED) },
    expect: [`${A}:5:8 silent-edit`],
  },
  {
    title: 'nor is a title',
    then: { [A]: report({ title: 'Another report' }, TEXT) },
    expect: [`${A}:5:8 silent-edit`],
  },
  {
    title: 'nor is a single punctuation mark',
    then: { [A]: report({}, TEXT.replace('Friday.', 'Friday')) },
    expect: [`${A}:5:8 silent-edit`],
  },
  {
    title: 'nor is the text of a withdrawn report',
    then: { [A]: report({ status: 'withdrawn', notice: NOTICE }, EDITED) },
    expect: ['ledger unrecorded', `${A}:5:8 silent-edit`],
  },
  {
    title: 'a change that a correction speaks of asks only for recording',
    then: { [A]: report({ corrections: CORRECTION }, EDITED) },
    expect: [`${A} unrecorded-wording`],
  },
  {
    title: 'a change of white space asks for recording, and for no correction',
    then: { [A]: report({}, TEXT.replace('\n\n', '\n \n\n').replace('took part', 'took\npart')) },
    expect: [`${A} unrecorded-wording`],
  },
  {
    title: 'so do two paragraphs that become one',
    then: { [A]: report({}, TEXT.replace('\n\nIt', '\nIt')) },
    expect: [`${A} unrecorded-wording`],
  },
  {
    title: 'white space at the ends of a text is nothing',
    then: { [A]: report({}, `\n\n${TEXT}\n\n`) },
    expect: [],
  },
  {
    title: 'a correction alone, and other front matter, need not be recorded',
    then: { [A]: report({ corrections: CORRECTION, summary: 'A course.' }, TEXT) },
    expect: [],
  },
  {
    title: 'a recorded wording that is missing is told',
    then: { [FIRST]: null },
    expect: [`${FIRST} missing-version`],
  },
  {
    title: 'so is one that was changed',
    then: { [FIRST]: report({}, EDITED) },
    expect: [`${FIRST} changed-version`],
  },
  {
    title: 'so is one that nobody can read',
    then: { [FIRST]: 'Nothing.' },
    expect: [`${FIRST} missing-version`],
  },
  {
    title: 'so is one of another report',
    then: { [FIRST]: report({ id: 'fx0018' }, TEXT) },
    expect: [`${FIRST} missing-version`],
  },
  {
    title: 'a file among the wordings that the ledger does not know is a warning',
    then: { 'versions/k7m2q4/2.md': report({}, TEXT), 'versions/notes.txt': 'Notes.' },
    expect: ['versions/k7m2q4/2.md stray-version', 'versions/notes.txt stray-version'],
  },
  {
    title: 'the wordings of a report that is gone may be removed with it',
    then: { [A]: report({ status: 'gone', notice: NOTICE }, ''), [FIRST]: null },
    expect: ['ledger unrecorded'],
  },
  {
    title: 'or be kept',
    then: { [A]: report({ status: 'gone', notice: NOTICE }, '') },
    expect: ['ledger unrecorded'],
  },
  {
    title: 'a report beside it that is not recorded yet is one warning',
    then: { 'reports/2024/12/b-report.md': report({ id: 'fx0018', title: 'B' }, 'Another text.') },
    expect: ['ledger unrecorded'],
  },
  {
    title: 'a draft beside it is not recorded, and none',
    then: { 'reports/2024/12/b-report.md': report({ id: 'fx0018', title: 'B', status: 'draft' }, 'Another text.') },
    expect: [],
  },
]

suite('a recorded report', () => {
  for (const { title, then, expect } of cases) {
    test(title, () => {
      inTemporaryArchive({ [A]: report({}, TEXT) }, (root) => {
        record(root)
        write(root, then)
        assert.deepEqual(problemsOf(root), expect)
      })
    })
  }

  test('whose text is taken back is as it was', () => {
    inTemporaryArchive({ [A]: report({}, TEXT) }, (root) => {
      record(root)
      write(root, { [A]: report({}, EDITED) })
      assert.deepEqual(problemsOf(root), [`${A}:5:8 silent-edit`])
      copyFileSync(join(root, FIRST), join(root, A))
      assert.deepEqual(problemsOf(root), [])
      assert.equal(record(root), 0)
    })
  })

  test('is in the ledger with its paragraphs, and in the wordings byte for byte', () => {
    inTemporaryArchive({ [A]: `\ufeff${report({}, TEXT).replaceAll('\n', '\r\n')}` }, (root) => {
      record(root)
      const [line] = readLedger(root).lines
      assert.deepEqual(
        { ...line, chain: '' },
        {
          id: 'k7m2q4',
          path: '2024/12/a-report',
          since: TODAY,
          status: 'published',
          version: 1,
          // printf 'A report\n\nThe course …' | sha256sum | cut -c -32, and for each paragraph -8
          wording: '9d90434866f0fd74afd83724dd63eaa1',
          paragraphs: '1:dff57060 2:ac939a55 3:5fe306e8',
          chain: '',
        },
      )
      assert.deepEqual(readFileSync(join(root, FIRST)), readFileSync(join(root, A)))
    })
  })

  test('needs a new correction for every change of its text', () => {
    inTemporaryArchive({ [A]: report({}, TEXT) }, (root) => {
      record(root)
      write(root, { [A]: report({ corrections: CORRECTION }, EDITED) })
      assert.equal(record(root), 1)
      write(root, { [A]: report({ corrections: CORRECTION }, TEXT) })
      assert.deepEqual(problemsOf(root), [`${A}:5:8 silent-edit`])
      write(root, { [A]: report({ corrections: CORRECTION.replace(']', `, ${CORRECTION.slice(1)}`) }, TEXT) })
      assert.deepEqual(problemsOf(root), [`${A} unrecorded-wording`])
      assert.equal(record(root), 1)
      assert.deepEqual(problemsOf(root), [])
    })
  })

  test('keeps the numbers of its paragraphs, and says where those that are no more stood', () => {
    inTemporaryArchive({ [A]: report({}, 'One stays as it is.\n\nTwo goes away.\n\nThree stays too.') }, (root) => {
      record(root)
      const body = 'Zero, which is new, comes first.\n\nOne stays as it is.\n\nThree stays too!'
      write(root, { [A]: report({ corrections: CORRECTION }, body) })
      record(root)
      assert.equal(
        htmlOf(root, read(root), 'k7m2q4'),
        '<p id="p4"><a class="anchor" href="#p4" aria-label="Paragraph 4" data-number="4"></a>Zero, which is new, comes first.</p>\n' +
          '<p id="p1"><a class="anchor" href="#p1" aria-label="Paragraph 1" data-number="1"></a>' +
          '<span class="removed" id="p2" data-note="Paragraph 2 was removed."></span>One stays as it is.</p>\n' +
          '<p id="p3"><a class="anchor" href="#p3" aria-label="Paragraph 3" data-number="3"></a>Three stays too!</p>',
      )
    })
  })

  test('may be linked to at a paragraph that is no more, and by the address that it has left', () => {
    const link = (path: string): string =>
      report({ id: 'fx0018', title: 'B' }, `See [there](/2024/12/${path}/#p2) and [here](/r/k7m2q4/#p2).`)
    inTemporaryArchive({ [A]: report({}, TEXT) }, (root) => {
      record(root)
      // Its text is changed and its file is moved at once.
      const body = TEXT.split('\n\n').toSpliced(1, 1).join('\n\n')
      write(root, { [A]: null, 'reports/2024/12/c-report.md': report({ corrections: CORRECTION }, body) })
      assert.equal(record(root), 1)
      assert.deepEqual(idsOf(htmlOf(root, read(root), 'k7m2q4')), ['p1', 'p2', 'p3'])
      write(root, { 'reports/2024/12/b-report.md': link('a-report') })
      assert.deepEqual(problemsOf(root), ['ledger unrecorded', 'reports/2024/12/b-report.md:9:5 link-to-moved'])
      write(root, { 'reports/2024/12/b-report.md': link('c-report') })
      assert.deepEqual(problemsOf(root), ['ledger unrecorded'])
    })
  })

  test('shows the pictures that it showed', () => {
    const picture = 'reports/2024/12/a-report/hall.gif'
    inTemporaryArchive({ [A]: report({}, `${TEXT}\n\n![A hall](a-report/hall.gif)`), [picture]: gif(1) }, (root) => {
      record(root)
      assert.deepEqual(problemsOf(root), [])
      write(root, { [picture]: gif(2) })
      assert.deepEqual(problemsOf(root), [`${A} changed-picture`])
      write(root, { [picture]: null })
      assert.deepEqual(problemsOf(root), [`${A} changed-picture`, `${A}:15:1 missing-picture`])
      // An earlier wording shows it still, when the report has moved and shows it no more.
      write(root, { [picture]: gif(1), [A]: report({ corrections: CORRECTION }, TEXT) })
      assert.deepEqual(problemsOf(root), [`${A} unrecorded-wording`])
      mkdirSync(join(root, 'reports/2024/12/b-report'))
      renameSync(join(root, picture), join(root, 'reports/2024/12/b-report/hall.gif'))
      renameSync(join(root, A), join(root, 'reports/2024/12/b-report.md'))
      rmSync(join(root, dirname(picture)), { recursive: true })
      assert.equal(record(root), 1)
      assert.deepEqual(problemsOf(root), [])
    })
  })

  test('has wordings that are told from those of a ledger under version control', () => {
    inTemporaryArchive({ [A]: report({}, TEXT) }, (root) => {
      const git = (...command: string[]): void => {
        execFileSync('git', ['-c', 'user.name=An editor', '-c', 'user.email=editor@example.org', ...command], {
          cwd: root,
          stdio: 'ignore',
        })
      }
      record(root)
      git('init')
      git('add', '.')
      git('commit', '-m', 'Record')
      write(root, { [A]: report({ corrections: CORRECTION }, EDITED) })
      record(root)
      assert.deepEqual(problemsOf(root), [])
      // Whoever takes both back, and records another text instead, has another beginning of the ledger only after a commit.
      git('add', '.')
      git('commit', '-m', 'Correct')
      const [first = ''] = readFileSync(join(root, LEDGER), 'utf8').split('\n')
      write(root, { [A]: report({}, TEXT), [LEDGER]: `${first}\n`, [versionFile('k7m2q4', 2)]: null })
      assert.deepEqual(problemsOf(root), [`${LEDGER} ledger-shortened`])
    })
  })
})

suite('when the rules of counting paragraphs have changed', () => {
  // As if headings had once been counted: recorded by rules that we do not have any more.
  const recorded = (paragraphs: string): Readonly<Record<string, string>> => ({
    [FIRST]: report({}, TEXT),
    [LEDGER]: toLedgerText(
      [
        {
          id: 'k7m2q4',
          path: '2024/12/a-report',
          status: 'published',
          version: 1,
          wording: digestWording('A report', TEXT),
          paragraphs,
        },
      ],
      TODAY,
      [],
    ),
  })

  test('a page says so, instead of giving numbers to other paragraphs', () => {
    inTemporaryArchive({ [A]: report({}, TEXT), ...recorded('1:00000000 2:11111111 3:22222222') }, (root) => {
      assert.throws(() => htmlOf(root, read(root), 'k7m2q4'), {
        message: `${A} could not be rendered: its paragraphs are not as they were recorded: type \`npm run record -- --again\``,
      })
    })
  })

  test('nothing new is recorded after them before they are counted again', () => {
    const changed = report({ corrections: CORRECTION }, EDITED)
    inTemporaryArchive({ [A]: changed, ...recorded('1:00000000 2:11111111 3:22222222') }, (root) => {
      assert.throws(() => record(root), {
        message:
          'the paragraphs of versions/k7m2q4/1.md are not as they were recorded: type `npm run record -- --again`',
      })
      assert.equal(record(root, true), 2)
      assert.deepEqual(problemsOf(root), [])
      assert.deepEqual(numbersOf(root), [
        [1, 2, 3],
        [1, 2, 3],
      ])
    })
  })

  test('`npm run record -- --again` counts them again', () => {
    inTemporaryArchive({ [A]: report({}, TEXT), ...recorded('1:00000000 4:11111111 3:22222222') }, (root) => {
      const type = (...options: string[]): string =>
        execFileSync(process.execPath, ['src/commands/record.ts', '--today', TODAY, ...options], {
          cwd: REPOSITORY,
          env: { ...process.env, ARCHIVE_CONTENT: root },
          encoding: 'utf8',
        })
      assert.equal(type(), '0 lines recorded\n')
      assert.equal(type('--again'), '1 line recorded\n')
      assert.equal(type('--again'), '0 lines recorded\n')
      assert.deepEqual(numbersOf(root), [[1, 4, 3]])
      assert.deepEqual(readFileSync(join(root, FIRST), 'utf8'), report({}, TEXT))
      assert.deepEqual(problemsOf(root), [])
    })
  })

  test('as many paragraphs keep their numbers in their order', () => {
    inTemporaryArchive({ [A]: report({}, TEXT), ...recorded('1:00000000 4:11111111 3:22222222') }, (root) => {
      assert.equal(record(root, true), 1)
      assert.deepEqual(numbersOf(root), [[1, 4, 3]])
      assert.deepEqual(idsOf(htmlOf(root, read(root), 'k7m2q4')), ['p1', 'p4', 'p3'])
      assert.equal(record(root, true), 0)
    })
  })

  test('of more or fewer those that are as they were keep them, and every number leads somewhere', () => {
    inTemporaryArchive({ [A]: report({}, TEXT), ...recorded('1:00000000 2:ac939a55') }, (root) => {
      assert.equal(record(root, true), 1)
      assert.deepEqual(numbersOf(root), [[3, 2, 4]])
      assert.deepEqual(idsOf(htmlOf(root, read(root), 'k7m2q4')), ['p3', 'p2', 'p1', 'p4'])
    })
  })
})

suite('when paragraphs of several wordings are counted that were not counted before', () => {
  const prints = (body: string): string[] => body.split('\n\n').map(fingerprintOf)

  test('a number means the same paragraph in all of them', () => {
    inTemporaryArchive({ [A]: report({}, TEXT) }, (root) => {
      // Only the last paragraph was counted; the first wording had one more before it, and the second another one.
      const later = `A new beginning, which is told first.\n\n${TEXT.split('\n\n').slice(1).join('\n\n')}`
      const line = { id: 'k7m2q4', path: '2024/12/a-report', status: 'published' } as const
      const versions = [TEXT, later].map((body, index) => ({
        ...{ ...line, version: index + 1, wording: digestWording('A report', body) },
        paragraphs: `1:${prints(body).at(-1) ?? ''}`,
      }))
      write(root, {
        [A]: report({ corrections: CORRECTION }, later),
        [FIRST]: report({}, TEXT),
        [versionFile('k7m2q4', 2)]: report({ corrections: CORRECTION }, later),
        [LEDGER]: toLedgerText(versions, TODAY, []),
      })
      assert.equal(record(root, true), 2)
      assert.deepEqual(problemsOf(root), [])
      assert.deepEqual(numbersOf(root), [
        [2, 3, 1],
        [4, 3, 1],
      ])
      assert.deepEqual(idsOf(htmlOf(root, read(root), 'k7m2q4')), ['p4', 'p3', 'p1', 'p2'])
      assert.equal(record(root, true), 0)
    })
  })
})

suite('whatever becomes of reports, over many builds', () => {
  test('every address ever published leads to its report, and every paragraph number to its paragraph', () => {
    const action = fc.record({
      which: fc.nat({ max: 2 }),
      kind: fc.constantFrom('edit', 'edit', 'space', 'rename', 'date', 'withdraw', 'remove', 'restore'),
      script: fc.array(edits, { minLength: 1, maxLength: 4 }),
      name: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
      date: fc.constantFrom('2019', '2021-03', '2024-12-20', '2024-12-21', '2025-01-02'),
    })
    const builds = fc.array(fc.uniqueArray(action, { selector: ({ which }) => which, maxLength: 3 }), { maxLength: 10 })
    fc.assert(
      fc.property(fc.integer(), builds, (seed, all) => {
        inTemporaryArchive({}, (root) => {
          const archive = new LivingArchive(root, makeParagraphs(seed))
          archive.build([])
          for (const actions of all) archive.build(actions)
        })
      }),
      { numRuns: 25 },
    )
  })
})

/** Something that is done to a report between two builds. */
interface Action {
  which: number
  kind: 'edit' | 'space' | 'rename' | 'date' | 'withdraw' | 'remove' | 'restore'
  script: readonly Edit[]
  name: string
  date: string
}

/** A report as the test knows it. */
interface LivingReport {
  id: string
  name: string
  date: string
  status: 'published' | 'withdrawn' | 'gone'
  corrections: number
  /** What stands between its paragraphs. */
  space: string
  text: LivingText
}

/** An archive that is edited, recorded and read again and again, and everything that was ever seen of it. */
class LivingArchive {
  readonly #root: string
  readonly #reports: LivingReport[]
  /** Whose every path is that a report ever had. */
  readonly #owners = new Map<string, string>()
  /** The paragraph that has each number that was ever seen, by report. */
  readonly #seen = new Map<string, Map<string, number>>()

  constructor(root: string, paragraph: () => string) {
    this.#root = root
    this.#reports = ['k7m2q4', 'fx0018', 'fx002m'].map((id, index) => ({
      id,
      name: ['a', 'b', 'c'][index] ?? '',
      date: '2024-12-20',
      status: 'published',
      corrections: 0,
      space: '\n\n',
      text: new LivingText(paragraph, 4),
    }))
  }

  /** Do something to some of the reports, look at what the check says, record them, and compare all with what was ever seen. */
  build(actions: readonly Action[]): void {
    for (const action of actions) {
      const one = this.#reports[action.which]
      if (one !== undefined) this.#act(one, action)
    }
    this.#write()
    record(this.#root)
    const archive = read(this.#root)
    assert.deepEqual(archive.problems.filter(isError), [])
    assert.equal(record(this.#root), 0, 'recording twice adds nothing')
    for (const one of this.#reports) this.#owners.set(pathOf(one), one.id)
    this.#checkAddresses(archive)
    for (const one of this.#reports) if (one.status !== 'gone') this.#checkNumbers(archive, one)
  }

  #act(one: LivingReport, { kind, script, name, date }: Action): void {
    const isGone = one.status === 'gone'
    if (kind === 'withdraw' && !isGone) one.status = 'withdrawn'
    if (kind === 'remove') one.status = 'gone'
    if (kind === 'restore') one.status = 'published'
    if (kind === 'space' && !isGone) one.space = one.space === '\n\n' ? '\n\n\n' : '\n\n'
    if (kind === 'rename' || kind === 'date') {
      const other = { ...one, ...(kind === 'rename' ? { name } : { date }) }
      const isFree = this.#reports.every((another) => another === one || pathOf(another) !== pathOf(other))
      // An address is given to nobody else.
      if (isFree && (this.#owners.get(pathOf(other)) ?? one.id) === one.id) Object.assign(one, other)
    }
    if (kind === 'edit' && !isGone) {
      const before = bodyOf(one)
      one.text.edit(script)
      // Of paragraphs that were joined only the white space between them was changed.
      if (normalise(bodyOf(one)) === normalise(before)) return
      this.#write()
      const silent = read(this.#root).problems.filter(({ code }) => code === 'silent-edit')
      assert.deepEqual(
        silent.map(({ file }) => file),
        [`reports/${pathOf(one)}.md`],
      )
      one.corrections += 1
    }
  }

  #write(): void {
    rmSync(join(this.#root, 'reports'), { recursive: true, force: true })
    for (const one of this.#reports) {
      const corrections = Array.from({ length: one.corrections }, () => CORRECTION.slice(1, -1)).join(', ')
      const keys = {
        ...{ id: one.id, title: `Report ${one.id}`, date: one.date, status: one.status },
        ...(one.status !== 'published' && { notice: NOTICE }),
        ...(corrections !== '' && { corrections: `[${corrections}]` }),
      }
      write(this.#root, { [`reports/${pathOf(one)}.md`]: report(keys, bodyOf(one)) })
    }
  }

  #checkAddresses({ reports, redirects }: SourceArchive): void {
    const paths = new Map(reports.map(({ id, path }) => [path, id]))
    const moved = new Map(redirects.map(({ from, to }) => [from, to]))
    for (const [path, id] of this.#owners) {
      assert.equal(paths.get(moved.get(path) ?? path), id, `/${path}/ leads to its report`)
      assert.ok(!moved.has(moved.get(path) ?? ''), `/${path}/ leads to it in one hop`)
    }
  }

  /** Compare the numbers on the page of a report with those that were ever seen on it. */
  #checkNumbers(archive: SourceArchive, { id, text }: LivingReport): void {
    const seen = this.#seen.get(id) ?? new Map<string, number>()
    this.#seen.set(id, seen)
    const one = archive.reports.find((other) => other.id === id)
    assert.ok(one)
    const { html, paragraphs } = renderReport(one, {
      root: this.#root,
      site: new URL('https://archive.example/'),
      checked: true,
      forFeeds: false,
    })
    assert.deepEqual(
      paragraphs.map((paragraph) => paragraph.text),
      text.paragraphs.map((paragraph) => paragraph.text),
    )
    const present = new Map(paragraphs.map((paragraph, index) => [paragraph.id, text.paragraphs[index]?.identity ?? 0]))
    for (const [number, identity] of present) {
      assert.equal(seen.get(number) ?? identity, identity, `#${number} is another paragraph than it was`)
      seen.set(number, identity)
    }
    const ids = idsOf(html)
    assert.equal(new Set(ids).size, ids.length, 'no id is there twice')
    const places = new Map([...present].map(([number, identity]) => [identity, number]))
    for (const [number, identity] of seen) {
      assert.ok(ids.includes(number), `#${number} leads nowhere`)
      assert.equal(places.get(identity) ?? number, number, `a paragraph that was #${number} has another number`)
      assert.equal(html.includes(`<span class="removed" id="${number}"`), !present.has(number))
    }
  }
}

function pathOf({ name, date }: LivingReport): string {
  return `${date.slice(0, 7).replace('-', '/')}/report-${name}`
}

function bodyOf({ status, space, text }: LivingReport): string {
  // A number with a full stop at the beginning would be an item of a list.
  return status === 'gone' ? '' : text.paragraphs.map((one) => one.text.replace(/^(\d+)\./, '$1\\.')).join(space)
}

function isError({ severity }: Problem): boolean {
  return severity === 'error'
}

/** Record as `npm run record` does, and give the number of lines. @throws Error with what must be mended first */
function record(root: string, again = false): number {
  const { reports, ledger, problems } = readArchive({ root, settings, today: TODAY })
  const mended = ['moved', 'unrecorded-wording', 'unrecorded', 'stray-version', ...(again ? ['broken-fragment'] : [])]
  const others = problems.filter((problem) => isError(problem) && !mended.includes(problem.code))
  assert.deepEqual(others, [])
  const recordable = findRecordable(root, ledger, reports, again)
  for (const { id, version } of recordable) {
    const file = reports.find((one) => one.id === id)?.file
    const isKnown = ledger.histories.get(id)?.versions.some((known) => known.version === version) === true
    if (version === undefined || file === undefined || isKnown) continue
    const copy = join(root, versionFile(id, version))
    mkdirSync(dirname(copy), { recursive: true })
    copyFileSync(join(root, file), copy)
  }
  mkdirSync(join(root, dirname(LEDGER)), { recursive: true })
  appendFileSync(join(root, LEDGER), toLedgerText(recordable, TODAY, readLedger(root).lines))
  return recordable.length
}

function write(root: string, files: Case['then']): void {
  for (const [file, content] of Object.entries(files)) {
    if (content === null) rmSync(join(root, file))
    else {
      mkdirSync(dirname(join(root, file)), { recursive: true })
      writeFileSync(join(root, file), content)
    }
  }
}

function read(root: string): SourceArchive {
  return readArchive({ root, settings, today: TODAY })
}

function problemsOf(root: string): string[] {
  return read(root).problems.map(
    ({ file, line, column, code }) => `${[file, line, column].filter((part) => part !== undefined).join(':')} ${code}`,
  )
}

/** The text of a report as its page has it. */
function htmlOf(root: string, { reports }: SourceArchive, id: string): string {
  const one = reports.find((other) => other.id === id)
  assert.ok(one)
  return renderReport(one, { root, site: new URL('https://archive.example/'), checked: true, forFeeds: false }).html
}

function idsOf(html: string): string[] {
  return Array.from(html.matchAll(/ id="([^"]*)"/g), ([, id = '']) => id)
}

/** The numbers of the paragraphs of each recorded wording of the first report. */
function numbersOf(root: string): number[][] {
  const { versions = [] } = read(root).ledger.histories.get('k7m2q4') ?? {}
  return versions.map(({ paragraphs }) => parseParagraphs(paragraphs).map(({ number }) => number))
}

/** The head of a picture of a size: enough to measure it. */
function gif(width: number): Uint8Array {
  return Buffer.concat([Buffer.from('GIF89a'), Buffer.from([width, 0, 1, 0, 0, 0, 0]), Buffer.from(';')])
}
