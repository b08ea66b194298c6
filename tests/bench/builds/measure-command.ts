import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { platform } from 'node:os'
import { watchMemory, type MemoryWatch, type MostMemory } from './watch-memory.ts'

/** A command, with the folder and the variables it is run with. */
export interface Command {
  program: string
  options: readonly string[]
  folder: string
  variables?: Readonly<Record<string, string>>
}

/** What a run took. */
export interface Cost extends MostMemory {
  /** Seconds from the start to the end. */
  wall: number
  /** Seconds that processors worked for it and all its children, for itself and in the system; where that can be told. */
  processor: number | undefined
}

/** A shell that waits for a command and says what processors did for it and all that it waited for; POSIX has it everywhere. */
export const SHELL = '/bin/sh'
const TIMED = '"$@"; code=$?; times >&3; exit $code'

/**
 * Run a command to its end, and measure it with all processes that it starts.
 *
 * @throws Error with the end of what it printed, when it fails
 */
export async function measureCommand(command: Command): Promise<Cost> {
  const start = performance.now()
  const { child, memory } = startCommand(command)
  const [printed, times] = [collect(child, 1), collect(child, 3)]
  const errors = collect(child, 2)
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  const wall = (performance.now() - start) / 1000
  const most = memory.stop()
  if (code !== 0) {
    const end = `${printed()}${errors()}`.slice(-4000)
    throw new Error(`${[command.program, ...command.options].join(' ')} ended with ${String(code)}:\n${end}`)
  }
  return { wall, processor: readTimes(times()), ...most }
}

/** Start a command in a process group of its own, whose memory is watched until it is stopped. */
export function startCommand({ program, options, folder, variables = {} }: Command): {
  child: ChildProcess
  memory: MemoryWatch
} {
  const memory = watchMemory()
  const hasShell = platform() !== 'win32' && existsSync(SHELL)
  const words = hasShell ? [SHELL, '-c', TIMED, 'sh', program, ...options] : [program, ...options]
  const child = spawn(words[0] ?? program, words.slice(1), {
    cwd: folder,
    env: { ...process.env, ...variables, ...memory.variables },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    detached: hasShell,
  })
  // A group of its own does not hear what is typed: it is stopped when this process is.
  const stop = (): void => {
    stopGroup(child)
  }
  process.prependOnceListener('exit', stop)
  child.once('close', () => process.off('exit', stop))
  memory.start(child.pid ?? 0)
  return { child, memory }
}

/** Stop a command and all that it started. */
export function stopGroup({ pid, exitCode }: ChildProcess): void {
  if (pid === undefined || exitCode !== null) return
  try {
    process.kill(platform() === 'win32' ? pid : -pid)
  } catch {
    // It has ended by itself.
  }
}

/** Gather what comes out of one of the pipes of a process; the function gives what there is. */
function collect({ stdio }: ChildProcess, place: number): () => string {
  const pipe = stdio[place]
  let text = ''
  if (pipe !== null && pipe !== undefined && 'on' in pipe) {
    pipe.on('data', (data: Buffer) => {
      // Some print a line for each page: its end is enough.
      text = (text + data.toString()).slice(-10_000)
    })
  }
  return () => text
}

/** The seconds of the children in what `times` prints: `0m0.01s 0m0.00s`, and below it `1m23.45s 0m6.78s`. */
export function readTimes(text: string): number | undefined {
  // Some shells write the decimal mark of the language of the machine.
  const times = Array.from(text.matchAll(/(\d+)m([\d.,]+)s/g), ([, minutes, seconds = '']) => {
    return Number(minutes) * 60 + Number(seconds.replace(',', '.'))
  })
  const [user, system] = times.slice(2)
  return user === undefined || system === undefined ? undefined : user + system
}
