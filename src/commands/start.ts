import { once } from 'node:events'
import { readEnvironment } from '../environment.ts'
import { createArchiveServer } from './archive-server.ts'
import { readPort, runCommand } from './command-line.ts'
import { prepareEnvironment } from './prepare.ts'
import { terminalProgress } from './terminal.ts'

const HELP = `Check, build and index the archive, then serve it on this machine.

  npm start
  PORT=8080 npm start

PORT   the port (4321); the other variables are those of npm run build`

await runCommand({ help: HELP }, async () => {
  const port = readPort()
  prepareEnvironment(port)
  const { buildArchive } = await import('#build/build-archive.ts')
  const { pathname } = readEnvironment(process.env).site
  // The port is taken before the work begins, so that one that is not free is told at once.
  const server = createArchiveServer(readEnvironment(process.env).out, pathname)
  server.listen(port)
  await once(server, 'listening').catch((error: unknown) => {
    const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
    throw isTaken
      ? new Error(`Port ${String(port)} is taken: choose another, PORT=${String(port + 1)} npm start`)
      : error
  })
  try {
    await buildArchive(terminalProgress())
  } catch (error) {
    server.close()
    throw error
  }
  console.log(`\nThe archive is at http://localhost:${String(port)}${pathname}\nStop it with Ctrl+C.`)
})
