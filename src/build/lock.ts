import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { isRunning } from './out-folder.ts'

/** How a program ends that somebody else keeps from working, as sysexits.h has it: trying again later helps. */
export const TEMPORARY_FAILURE = 75

/**
 * Keep other builds out of a folder until the function that is given back is called. A lock whose process is no more counts for
 * nothing.
 *
 * @throws Error that names the process that has it, and ends the program with 75
 */
export function lock(out: string): () => void {
  const file = join(dirname(out), `.${basename(out)}.lock`)
  const own = String(process.pid)
  for (let attempt = 0; ; attempt += 1) {
    try {
      writeFileSync(file, own, { flag: 'wx' })
      break
    } catch (error) {
      const isThere = error instanceof Error && 'code' in error && error.code === 'EEXIST'
      const holder = isThere ? readHolder(file) : undefined
      if (!isThere || attempt > 3) throw error
      if (holder !== undefined && holder !== process.pid && isRunning(holder)) {
        process.exitCode = TEMPORARY_FAILURE
        throw new Error(`${out} is being built already, by process ${String(holder)}: wait until it has ended`, {
          cause: error,
        })
      }
      rmSync(file, { force: true })
    }
  }
  return () => {
    if (readHolder(file) === process.pid) rmSync(file, { force: true })
  }
}

function readHolder(file: string): number | undefined {
  try {
    return Number(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}
