import { dev } from 'astro'
import { readEnvironment } from '../environment.ts'
import { prepareEnvironment } from './build-archive.ts'
import { readPort, runCommand } from './command-line.ts'

const HELP = `Show the archive as it is being written: a page is made anew when its report, or the code, changes.

  npm run dev
  PORT=8080 npm run dev`

await runCommand({ help: HELP }, async () => {
  const port = readPort()
  prepareEnvironment(port)
  const { address } = await dev({ server: { port } })
  const { pathname } = readEnvironment(process.env).site
  console.log(`The live preview is at http://localhost:${String(address.port)}${pathname}`)
})
