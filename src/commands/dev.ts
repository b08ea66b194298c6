import { enableCompileCache, flushCompileCache } from 'node:module'
import { resolve } from 'node:path'
import { readEnvironment } from '../environment.ts'
import { readPort, runCommand } from './command-line.ts'
import { prepareEnvironment } from './prepare.ts'

const HELP = `Show the archive as it is being written: a page is made anew when its report, or the code, changes.

  npm run dev
  npm run dev -- --period 2024-12     only the reports of a month or a year, where the archive is large
  PORT=8080 npm run dev`

/** Where Node keeps what it makes of the modules of Astro and of ours, so that it takes half a second less to load them. */
const CODE = resolve('.cache/code')

/** After how many milliseconds it is written: by itself Node does so when a process ends, which this one does only when it is stopped. */
const WRITTEN_AFTER = 10_000

await runCommand({ help: HELP, options: { period: { type: 'string' } } }, async ({ values: { period } }) => {
  const port = readPort()
  if (period !== undefined && !/^\d{4}(?:-\d{2})?$/.test(period))
    throw new Error(`“${period}” is no period: write a year or a month, 2024 or 2024-12`)
  prepareEnvironment(port)
  process.env['ARCHIVE_LIVE'] = 'yes'
  if (period !== undefined) process.env['ARCHIVE_PERIOD'] = period
  enableCompileCache(CODE)
  setTimeout(flushCompileCache, WRITTEN_AFTER).unref()
  const { dev } = await import('astro')
  const { address } = await dev({ server: { port } })
  const { pathname } = readEnvironment(process.env).site
  console.log(`The live preview is at http://localhost:${String(address.port)}${pathname}`)
})
