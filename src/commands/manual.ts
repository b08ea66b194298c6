import { readFileSync, writeFileSync } from 'node:fs'
import { toJsonSchema, toKeyTable } from '#archive/report-manual.ts'
import { runCommand } from './command-line.ts'

const HELP = `Write what follows from the schema of a report: the table of keys in docs/report-format.md, and
docs/report.schema.json for editors. The tests fail when they are not up to date.

  npm run manual`

await runCommand({ help: HELP }, () => {
  const page = new URL('../../docs/report-format.md', import.meta.url)
  const table = /(?<=<!-- keys -->\n\n)[\s\S]*?(?=\n\n<!-- \/keys -->)/
  writeFileSync(page, readFileSync(page, 'utf8').replace(table, toKeyTable))
  writeFileSync(
    new URL('../../docs/report.schema.json', import.meta.url),
    `${JSON.stringify(toJsonSchema(), null, 2)}\n`,
  )
})
