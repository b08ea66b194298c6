import { spawn, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { LOADED_BY_NODE } from '#build/loaded-by-node.ts'
import { watchFolders } from '#source/watch-folders.ts'
import { readPort, runCommand } from './command-line.ts'

const HELP = `Show the archive as it is being written: a page is made anew when its report, or the code, changes.

  npm run dev
  npm run dev -- --period 2024-12     only the reports of a month or a year, where the archive is large
  PORT=8080 npm run dev`

const PREVIEW = fileURLToPath(new URL('live-preview.ts', import.meta.url))

await runCommand({ help: HELP, options: { period: { type: 'string' } } }, async ({ values: { period } }) => {
  if (period !== undefined && !/^\d{4}(?:-\d{2})?$/.test(period))
    throw new Error(`“${period}” is no period: write a year or a month, 2024 or 2024-12`)
  readPort()
  if (period !== undefined) process.env['ARCHIVE_PERIOD'] = period
  process.exitCode = await preview()
})

/**
 * Run the preview in a process of its own, until it is stopped, and another one whenever code is edited that Node has loaded: Node has no
 * way to load a module again.
 *
 * @returns the exit code
 */
function preview(): Promise<number> {
  const { promise: ended, resolve: end } = Promise.withResolvers<number>()
  let isFirst = true
  let isStopped = false
  let isEdited = false
  let child: ChildProcess | undefined
  const start = (): void => {
    isEdited = false
    child = spawn(process.execPath, [...process.execArgv, PREVIEW], { stdio: 'inherit' })
    child.once('exit', (code) => {
      child = undefined
      if (isEdited && !isStopped) {
        isFirst = false
        start()
      } else if (isFirst || isStopped) end(code ?? 0)
      else console.error('The live preview has ended; it begins again when the code is edited.')
    })
  }
  const edit = (): void => {
    isEdited = true
    if (child === undefined) start()
    else child.kill()
  }
  const unwatch = watchFolders(LOADED_BY_NODE, edit, ({ message }) => {
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
