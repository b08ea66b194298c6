import { dev } from 'astro'
import { readEnvironment } from '../environment.ts'
import { readPort, runCommand } from './command-line.ts'
import { prepareEnvironment } from './prepare.ts'

const HELP = `Show the archive as it is being written: a page is made anew when its report, or the code, changes.

  npm run dev
  PORT=8080 npm run dev`

await runCommand({ help: HELP }, async () => {
  const port = readPort()
  prepareEnvironment(port)
  process.env['ARCHIVE_LIVE'] = 'yes'
  const { address } = await dev({ server: { port } })
  const { pathname } = readEnvironment(process.env).site
  console.log(`The live preview is at http://localhost:${String(address.port)}${pathname}`)
})
