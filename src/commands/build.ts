import { relative } from 'node:path'
import { buildArchive } from '#build/build-archive.ts'
import { runCommand } from './command-line.ts'
import { prepareEnvironment } from './prepare.ts'
import { terminalProgress } from './terminal.ts'

const HELP = `Check the content, build the pages and the search index, and compare them with the sources.

  npm run build
  ARCHIVE_SITE=https://example.org/archive/ npm run build

ARCHIVE_CONTENT   the content folder (content)
ARCHIVE_OUT       the folder of the built archive (dist)
ARCHIVE_SITE      where it will be served (http://localhost:4321/)
ARCHIVE_TODAY     the day of the build, 2026-11-22 (today); reports of later days are held back

Exit status: 0, or 1 when anything is wrong; then the folder is left as it was.`

await runCommand({ help: HELP, options: { anew: { type: 'boolean', default: false } } }, async ({ values }) => {
  prepareEnvironment()
  const progress = terminalProgress()
  const out = await buildArchive(progress, { anew: values.anew })
  progress.summarise()
  console.log(`The archive is in ${relative(process.cwd(), out) || out}`)
})
