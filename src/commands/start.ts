import { parseArgs } from 'node:util'
import { readEnvironment } from '../environment.ts'
import { createArchiveServer } from './archive-server.ts'
import { buildArchive } from './build-archive.ts'
import { fail } from './fail.ts'

const HELP = `Check, build and index the archive, then serve it on this machine.

  npm start
  PORT=8080 npm start

PORT   the port (4321); the other variables are those of npm run build`

const { values } = parseArgs({ options: { help: { type: 'boolean', default: false } } })

if (values.help) console.log(HELP)
else await start().catch(fail)

async function start(): Promise<void> {
  const port = Number(process.env['PORT'] ?? '4321')
  // Pages name their own addresses: on another port they are those of that port.
  process.env['ARCHIVE_SITE'] ??= `http://localhost:${String(port)}/`
  const out = await buildArchive()
  const { pathname } = readEnvironment(process.env).site

  const server = createArchiveServer(out, pathname)
  server.on('error', (error: NodeJS.ErrnoException) => {
    const isTaken = error.code === 'EADDRINUSE'
    fail(
      isTaken ? new Error(`Port ${String(port)} is taken: choose another, PORT=${String(port + 1)} npm start`) : error,
    )
  })
  server.listen(port, () => {
    console.log(`\nThe archive is at http://localhost:${String(port)}${pathname}\nStop it with Ctrl+C.`)
  })
}
