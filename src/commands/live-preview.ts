import { enableCompileCache, flushCompileCache } from 'node:module'
import { resolve } from 'node:path'
import { readEnvironment } from '../environment.ts'
import { readPort } from './command-line.ts'
import { prepareEnvironment } from './prepare.ts'

/** Where Node keeps what it makes of the modules of Astro and of ours, so that it takes half a second less to load them. */
const CODE = resolve('.cache/code')

/** After how many milliseconds it is written: by itself Node does so when a process ends, which this one does only when it is stopped. */
const WRITTEN_AFTER = 10_000

// The process of `npm run dev`, which is ended and begun again when code that Node has loaded is edited (`dev.ts`).
const port = readPort()
prepareEnvironment(port)
process.env['ARCHIVE_LIVE'] = 'yes'
enableCompileCache(CODE)
setTimeout(flushCompileCache, WRITTEN_AFTER).unref()
const { dev } = await import('astro')
const { address } = await dev({ server: { port } })
const { pathname } = readEnvironment(process.env).site
console.log(`The live preview is at http://localhost:${String(address.port)}${pathname}`)
