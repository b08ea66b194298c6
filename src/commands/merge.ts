import { relative } from 'node:path'
import { runCommand } from './command-line.ts'
import { prepareEnvironment } from './prepare.ts'
import { terminalProgress } from './terminal.ts'

const HELP = `Join the parts that npm run build -- --part 1/8 and the others have built, on other machines perhaps, to one archive. It has the
same bytes as one that was built on one machine. The folders of the parts are used up.

  npm run merge -- part-1 part-2 part-3

The variables are those of npm run build; contents, code and day must be those that the parts were built from.

Exit status: 0; 1 when the parts do not fit together, or something is lost.`

await runCommand({ help: HELP, allowPositionals: true }, async ({ positionals }) => {
  if (positionals.length === 0) throw new Error('name the folders of the parts: npm run merge -- part-1 part-2')
  prepareEnvironment()
  const { mergeParts } = await import('#build/build-part.ts')
  const progress = terminalProgress()
  const out = await mergeParts(progress, positionals)
  progress.summarise()
  console.log(`The archive is in ${relative(process.cwd(), out) || out}`)
})
