import { appendFileSync, copyFileSync, mkdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { countErrors, formatProblem } from '#archive/problem.ts'
import { findRecordable } from '#source/find-recordable.ts'
import { readArchive } from '#source/read-archive.ts'
import { readLedger, toLedgerText } from '#source/read-ledger.ts'
import { versionFile } from '#source/read-version.ts'
import { readEnvironment } from '../environment.ts'
import { settings } from '../site.config.ts'
import { runCommand } from './command-line.ts'
import { plural } from './print-problems.ts'
import { today } from './today.ts'

const HELP = `Record what is published in the ledger, content/ledger/, before you publish it:

  new reports               their address, the day, and a number for each paragraph, all of them for good
  reports that have moved   the old address leads to the new one from then on
  new wordings              paragraphs keep their numbers, and the wording before stays readable
  withdrawn and removed     from which day

A copy of each wording is kept in content/versions/. Commit both folders; nothing in them is ever changed.

  npm run record
  npm run record -- --today 2026-11-22
  npm run record -- --again     count the paragraphs of all texts anew, after the rules of counting have changed`

/** Problems that are mended by recording. */
const RECORDABLE: ReadonlySet<string> = new Set(['moved', 'unrecorded-wording', 'unrecorded', 'stray-version'])

await runCommand({ help: HELP, options: { today: { type: 'string' }, again: { type: 'boolean' } } }, ({ values }) => {
  record(values.today, values.again === true)
})

function record(typedDay: string | undefined, again: boolean): void {
  const { content, today: day } = readEnvironment({
    ARCHIVE_TODAY: today(),
    ...process.env,
    ...(typedDay !== undefined && { ARCHIVE_TODAY: typedDay }),
  })
  const root = resolve(content)
  const { reports, ledger, problems } = readArchive({ root, settings, today: day })
  // A text whose paragraphs are counted otherwise now has no places that links could be compared with.
  const isMended = (code: string): boolean => RECORDABLE.has(code) || (again && code === 'broken-fragment')
  const others = problems.filter(({ code }) => !isMended(code))
  if (countErrors(others) > 0) throw new Error(['nothing was recorded', ...others.map(formatProblem)].join('\n'))

  const { lines } = readLedger(root)
  const last = lines.at(-1)?.since ?? day
  if (day < last) throw new Error(`the ledger ends on ${last}: nothing can be recorded for ${day}, which is earlier`)
  const recordable = findRecordable(root, ledger, reports, again)
  const files = new Map(reports.map(({ id, file }) => [id, file]))
  // The copies first: a line of the ledger never speaks of a wording that is not kept.
  for (const { id, version } of recordable) {
    const file = files.get(id)
    if (version === undefined || file === undefined) continue
    const copy = join(root, versionFile(id, version))
    if (ledger.histories.get(id)?.versions.some((known) => known.version === version) === true) continue
    mkdirSync(dirname(copy), { recursive: true })
    copyFileSync(join(root, file), copy)
  }
  const file = join(root, 'ledger', `${day.slice(0, 4)}.jsonl`)
  mkdirSync(dirname(file), { recursive: true })
  if (recordable.length > 0) appendFileSync(file, toLedgerText(recordable, day, lines))
  console.log(`${plural(recordable.length, 'line')} recorded`)
}
