import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseDate } from '#archive/calendar.ts'
import { addToList, toYamlText } from '#source/edit-front-matter.ts'
import { readArchive } from '#source/read-archive.ts'
import { readEnvironment } from '../environment.ts'
import { settings } from '../site.config.ts'
import { runCommand } from './command-line.ts'
import { findReport } from './find-report.ts'
import { printEdit } from './print-edit.ts'
import { today } from './today.ts'

const HELP = `Say on a published report what is changed in it, before or after you change its text. A text that was published may
change only with such an entry; readers see it above the text, in the list of corrections, and in the feed.

  npm run correct -- k7m2q4 --text "The number of participants was 120, not 210."
  npm run correct -- 2024/12/training-in-changsha --kind update --text "The second day was added."

--text   what was changed, in one or two sentences, in the language of the report
--kind   correction (the default), clarification or update
--date   the day of the change (today)

Then change the text, and type npm run record.`

const KINDS = ['correction', 'clarification', 'update']

const options = {
  text: { type: 'string' },
  kind: { type: 'string', default: 'correction' },
  date: { type: 'string' },
} as const

await runCommand({ help: HELP, options, allowPositionals: true }, ({ values, positionals }) => {
  const [name] = positionals
  const { text, kind, date = today() } = values
  if (name === undefined || text === undefined) throw new Error(`Name the report, and say what was changed.\n\n${HELP}`)
  if (!KINDS.includes(kind)) throw new Error(`--kind ${kind}: write ${KINDS.join(', ')}`)
  if (parseDate(date)?.day === undefined) throw new Error(`--date ${date}: write a day such as 2026-11-22`)
  const root = resolve(readEnvironment(process.env).content)
  const { file, title } = findReport(readArchive({ root, settings, today: today(), texts: false }), name)
  const path = join(root, file)
  const before = readFileSync(path, 'utf8')
  const item = `{ date: ${date}, kind: ${kind}, text: ${toYamlText(text.trim())} }`
  const after = addToList(before, 'corrections', item)
  writeFileSync(path, after)
  printEdit(file, title, before, after)
  console.log('\nNow change the text, if you have not, and type npm run record.')
})
