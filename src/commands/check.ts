import { resolve } from 'node:path'
import { readArchive } from '#source/read-archive.ts'
import { readEnvironment } from '../environment.ts'
import { settings } from '../site.config.ts'
import { runCommand } from './command-line.ts'
import { printHosts } from './print-hosts.ts'
import { plural, printProblems } from './print-problems.ts'
import { today } from './today.ts'

const HELP = `Check every report and vocabulary, and print all that is wrong with them. Nothing is built.

  npm run check                           the content folder
  npm run check -- path/to/content        another one
  npm run check -- --today 2026-11-22     as of a day; reports of later days are held back
  npm run check -- --json                 for machines
  npm run check -- --hosts                how large the built archive is, beside what hosts take

Exit status: 0 when there are no errors (there may be warnings), 1 when there are.`

const options = {
  json: { type: 'boolean', default: false },
  today: { type: 'string' },
  hosts: { type: 'boolean' },
} as const

await runCommand({ help: HELP, options, allowPositionals: true }, ({ values, positionals }) => {
  const environment = readEnvironment({
    ARCHIVE_TODAY: today(),
    ...process.env,
    ...(values.today !== undefined && { ARCHIVE_TODAY: values.today }),
  })
  const root = resolve(positionals[0] ?? environment.content)
  const { reports, drafts, held, terms, problems } = readArchive({ root, settings, today: environment.today })
  for (const { file, date } of values.json ? [] : held) console.log(`${file}  held back until ${date}`)
  const summary = `${plural(reports.length, 'report')}, ${plural(drafts.length, 'draft')}, ${plural(terms.length, 'term')}`
  process.exitCode = printProblems(problems, summary, values)
  if (values.hosts === true) printHosts(resolve(environment.out), reports.length)
})
