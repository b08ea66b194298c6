import { build } from 'astro'
import { runCommand } from './command-line.ts'
import { LOGGER } from './prepare.ts'

const HELP = `Let Astro make the pages that ARCHIVE_DUE lists; npm run build calls this.`

await runCommand({ help: HELP }, () => build({ logger: LOGGER }))
