import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { relative } from 'node:path'
import { parsePart } from '#build/parts.ts'
import { readEnvironment } from '../environment.ts'
import { runCommand } from './command-line.ts'
import { prepareEnvironment } from './prepare.ts'
import { terminalProgress } from './terminal.ts'

const HELP = `Check the content, build the pages and the search index, and compare them with the sources. What was built before and is
made from the same things is kept where it is.

  npm run build
  npm run build -- --anew        use nothing that was made before
  npm run build -- --part 3/8    only the third of eight parts, for npm run merge
  npm run build -- --profile     write what each process did into profiles/, for the developer tools of a browser
  ARCHIVE_SITE=https://example.org/archive/ npm run build

ARCHIVE_CONTENT   the content folder (content)
ARCHIVE_OUT       the folder of the built archive (dist)
ARCHIVE_SITE      where it will be served (http://localhost:4321/)
ARCHIVE_CACHE     where things are kept between builds (.cache)
ARCHIVE_TODAY     the day of the build, 2026-11-22 (today); reports of later days are held back

Exit status: 0; 1 when anything is wrong, then the folder is left as it was; 75 when another build is at work in it.`

const OPTIONS = {
  anew: { type: 'boolean', default: false },
  part: { type: 'string' },
  profile: { type: 'boolean', default: false },
} as const

await runCommand({ help: HELP, options: OPTIONS }, async ({ values }) => {
  if (values.profile) {
    profileAnew()
    return
  }
  prepareEnvironment()
  if (values.anew) rmSync(readEnvironment(process.env).contents, { recursive: true, force: true })
  const { buildArchive } = await import('#build/build-archive.ts')
  const { buildPart } = await import('#build/build-part.ts')
  const progress = terminalProgress()
  const out =
    values.part === undefined
      ? await buildArchive(progress, { anew: values.anew })
      : await buildPart(progress, parsePart(values.part))
  progress.summarise()
  console.log(`${values.part === undefined ? 'The archive' : 'The part'} is in ${relative(process.cwd(), out) || out}`)
})

/** Run this command again in a process that writes a profile, and so does every process that it starts. */
function profileAnew(): void {
  const words = process.argv.slice(2).filter((word) => word !== '--profile')
  const { status } = spawnSync(
    process.execPath,
    ['--cpu-prof', '--cpu-prof-dir=profiles', process.argv[1] ?? '', ...words],
    { stdio: 'inherit' },
  )
  process.exitCode = status ?? 1
  console.log('The profiles are in profiles/: open them in the developer tools of a browser')
}
