import { spawn, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { digestOfWatchedCode, WATCHED_CODE } from '#build/loaded-by-node.ts'
import { watchFolders } from '#source/watch-folders.ts'
import { readEnvironment } from '../environment.ts'
import { readPort, runCommand } from './command-line.ts'

const HELP = `Show the archive as it is being written: a page is made anew when its report, or the code, changes.

  npm run dev
  npm run dev -- --period 2024-12     only the reports of a month or a year, where the archive is large
  PORT=8080 npm run dev`

const PREVIEW = fileURLToPath(new URL('live-preview.ts', import.meta.url))

await runCommand({ help: HELP, options: { period: { type: 'string' } } }, async ({ values: { period } }) => {
  if (period !== undefined && !/^\d{4}(?:-\d{2})?$/.test(period))
    throw new Error(`“${period}” is no period: write a year or a month, 2024 or 2024-12`)
  // What is wrong here would be wrong after each edit.
  readPort()
  readEnvironment(process.env)
  if (period !== undefined) process.env['ARCHIVE_PERIOD'] = period
  process.exitCode = await preview()
})

/**
 * Run the preview in a process of its own, until it is stopped, and another one whenever code is edited that Node has loaded: Node has no
 * way to load a module again.
 *
 * @returns the exit code
 * @throws Error when no process can be started
 */
function preview(): Promise<number> {
  const { promise: ended, resolve: end, reject: fail } = Promise.withResolvers<number>()
  let isFirst = true
  let isStopped = false
  let isEdited = false
  let code = ''
  let child: ChildProcess | undefined
  const start = (): void => {
    isEdited = false
    code = digestOfWatchedCode()
    child = spawn(process.execPath, [...process.execArgv, PREVIEW], { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] })
    child.once('error', fail)
    child.once('exit', (exitCode) => {
      child = undefined
      if (isStopped) end(0)
      else if (isEdited) {
        isFirst = false
        start()
      } else if (isFirst || exitCode === 0) end(exitCode ?? 1)
      else console.error('The live preview has ended; it begins again when the code is edited.')
    })
  }
  const edit = (): void => {
    if (child === undefined) start()
    else if (digestOfWatchedCode() !== code) {
      isEdited = true
      child.kill()
    }
  }
  const unwatch = watchFolders(WATCHED_CODE, edit, ({ message }) => {
    console.error(`Edits of the code will not be noticed: ${message}`)
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      isStopped = true
      if (child === undefined) end(0)
      else child.kill(signal)
    })
  start()
  return ended.finally(unwatch)
}
