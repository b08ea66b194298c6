import { appendFileSync, mkdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { findUnrecorded, indexLedger } from '#archive/ledger.ts'
import { countErrors, formatProblem } from '#archive/problem.ts'
import { readArchive } from '#source/read-archive.ts'
import { readLedger, toLedgerText } from '#source/read-ledger.ts'
import { readEnvironment } from '../environment.ts'
import { settings } from '../site.config.ts'
import { runCommand } from './command-line.ts'
import { plural } from './print-problems.ts'
import { today } from './today.ts'

const HELP = `Record the addresses of the archive in its ledger, content/ledger/, before it is published: those of new reports,
of reports that have moved (their old address leads to the new one from then on), and of reports withdrawn or removed.
Commit the ledger; it is only ever written at its end.

  npm run record
  npm run record -- --today 2026-11-22`

await runCommand({ help: HELP, options: { today: { type: 'string' } } }, ({ values }) => {
  record(values.today)
})

function record(typedDay: string | undefined): void {
  const { content, today: day } = readEnvironment({
    ARCHIVE_TODAY: today(),
    ...process.env,
    ...(typedDay !== undefined && { ARCHIVE_TODAY: typedDay }),
  })
  const root = resolve(content)
  const { reports, problems } = readArchive({ root, settings, today: day })
  // That a report has moved is what is about to be recorded; anything else must be mended first.
  const others = problems.filter(({ code }) => code !== 'moved')
  if (countErrors(others) > 0) throw new Error(['nothing was recorded', ...others.map(formatProblem)].join('\n'))

  const { lines } = readLedger(root)
  const last = lines.at(-1)?.since ?? day
  if (day < last) throw new Error(`the ledger ends on ${last}: nothing can be recorded for ${day}, which is earlier`)
  const unrecorded = findUnrecorded(
    indexLedger(lines),
    reports.map(({ id, path, status }) => ({ id, path, status: status === 'draft' ? 'published' : status })),
  )
  const file = join(root, 'ledger', `${day.slice(0, 4)}.jsonl`)
  mkdirSync(dirname(file), { recursive: true })
  if (unrecorded.length > 0) appendFileSync(file, toLedgerText(unrecorded, day, lines))
  console.log(`${plural(unrecorded.length, 'line')} recorded`)
}
