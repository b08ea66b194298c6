import { flushCompileCache } from 'node:module'
import { readEnvironment } from '../environment.ts'
import { readPort } from './command-line.ts'
import { prepareEnvironment } from './prepare.ts'

/** After how many milliseconds it is written what Node makes of modules: by itself it does so at the end, and this process has none. */
const WRITTEN_AFTER = 10_000

// The process of `npm run dev`, which is ended and begun again when code that Node has loaded is edited (`dev.ts`).
const port = readPort()
prepareEnvironment(port)
process.env['ARCHIVE_LIVE'] = 'yes'
setTimeout(flushCompileCache, WRITTEN_AFTER).unref()
const { dev } = await import('astro')
const { address } = await dev({ server: { port } })
const { pathname } = readEnvironment(process.env).site
console.log(`The live preview is at http://localhost:${String(address.port)}${pathname}`)
