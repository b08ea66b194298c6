import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { parseDate } from '#archive/calendar.ts'
import { findFaultInWebAddress } from '#archive/web-address.ts'
import { setKey, toYamlText } from '#source/edit-front-matter.ts'
import { readArchive, type SourceArchive } from '#source/read-archive.ts'
import { versionFile } from '#source/read-version.ts'
import { readEnvironment } from '../environment.ts'
import { settings } from '../site.config.ts'
import { runCommand } from './command-line.ts'
import { findReport } from './find-report.ts'
import { printEdit } from './print-edit.ts'
import { today } from './today.ts'

const HELP = `Take a published report back. Its address stays: there the reader finds why and when.

  npm run withdraw -- k7m2q4 --text "The source has retracted it."
      the text stays readable under the notice; it leaves lists, feeds and the search
  npm run withdraw -- k7m2q4 --gone --text "Removed by order of the court." --alternative https://example.org/judgment
      only the notice is left, and servers answer 410; works for a file that was deleted as well

--text          why, in one or two sentences, in the language of the report
--alternative   an address where a reader may look instead
--date          the day of it (today)

Then type npm run record.`

const options = {
  text: { type: 'string' },
  gone: { type: 'boolean', default: false },
  alternative: { type: 'string' },
  date: { type: 'string' },
} as const

await runCommand({ help: HELP, options, allowPositionals: true }, ({ values, positionals }) => {
  const [name] = positionals
  const { text, gone, alternative, date = today() } = values
  if (name === undefined || text === undefined) throw new Error(`Name the report, and say why.\n\n${HELP}`)
  if (parseDate(date)?.day === undefined) throw new Error(`--date ${date}: write a day such as 2026-11-22`)
  const fault = alternative === undefined ? undefined : findFaultInWebAddress(alternative)
  if (fault !== undefined) throw new Error(`--alternative: ${fault.what}; ${fault.hint}`)
  const root = resolve(readEnvironment(process.env).content)
  const archive = (): SourceArchive => readArchive({ root, settings, today: today(), texts: false })
  if (gone) restoreDeleted(root, archive(), name)
  const { file, title } = findReport(archive(), name)
  const path = join(root, file)
  const before = readFileSync(path, 'utf8')
  const elsewhere = alternative === undefined ? '' : `, alternative: ${toYamlText(alternative)}`
  const notice = `{ date: ${date}, text: ${toYamlText(text.trim())}${elsewhere} }`
  const after = setKey(setKey(before, 'status', gone ? 'gone' : 'withdrawn'), 'notice', notice)
  writeFileSync(path, after)
  printEdit(file, title, before, after)
  console.log('\nNow type npm run record.')
})

/** Put the file of a report that was deleted back from its recorded wording, so that its notice has a place. */
function restoreDeleted(root: string, { ledger }: SourceArchive, typed: string): void {
  const name = typed
    .replace(/^reports\//, '')
    .replace(/\.md$/, '')
    .replace(/^\/+|\/+$/g, '')
  const history = ledger.histories.get(name) ?? ledger.histories.get(ledger.owners.get(name) ?? '')
  const version = history?.versions.at(-1)?.version
  if (history === undefined || version === undefined) return
  const file = join(root, 'reports', `${history.current.path}.md`)
  const frozen = join(root, versionFile(history.id, version))
  if (existsSync(file) || !existsSync(frozen)) return
  mkdirSync(dirname(file), { recursive: true })
  copyFileSync(frozen, file)
}
