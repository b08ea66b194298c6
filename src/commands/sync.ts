import { sync } from 'astro'
import { runCommand } from './command-line.ts'
import { LOGGER, prepareEnvironment } from './prepare.ts'

const HELP = `Write the types of the content collections into .astro/, which the linter and the type checker read.

  npm run sync`

await runCommand({ help: HELP }, async () => {
  prepareEnvironment()
  await sync({ logger: LOGGER })
})
