import { sync } from 'astro'
import { LOGGER, prepareEnvironment } from './build-archive.ts'
import { runCommand } from './command-line.ts'

const HELP = `Write the types of the content collections into .astro/, which the linter and the type checker read.

  npm run sync`

await runCommand({ help: HELP }, async () => {
  prepareEnvironment()
  await sync({ logger: LOGGER })
})
