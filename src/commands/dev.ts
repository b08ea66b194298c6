import { parseArgs } from 'node:util'
import { dev } from 'astro'
import { prepareEnvironment } from './build-archive.ts'
import { fail } from './fail.ts'

const HELP = `Show the archive as it is being written: a page is made anew when its report, or the code, changes.

  npm run dev
  PORT=8080 npm run dev`

const { values } = parseArgs({ options: { help: { type: 'boolean', default: false } } })

if (values.help) console.log(HELP)
else {
  prepareEnvironment()
  try {
    const { address } = await dev({ server: { port: Number(process.env['PORT'] ?? '4321') } })
    console.log(`The live preview is at http://localhost:${String(address.port)}/`)
  } catch (error) {
    fail(error)
  }
}
