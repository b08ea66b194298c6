import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The most memory that processes held, in MiB; `undefined` where it cannot be told. */
export interface MostMemory {
  /** The one process that held the most. */
  largest: number | undefined
  /** All of them at one moment; what they share is counted for each of them. */
  together: number | undefined
}

/** Watches the memory of a group of processes until it is stopped. */
export interface MemoryWatch {
  /** What the processes must find in their environment. */
  variables: Readonly<Record<string, string>>
  /** Begin, with the number of the group. */
  start: (group: number) => void
  stop: () => MostMemory
}

const NOTHING: MostMemory = { largest: undefined, together: undefined }

/** Milliseconds between two looks. */
const INTERVAL = 150

/** A watch for processes that are about to be started. */
export function watchMemory(): MemoryWatch {
  return existsSync('/proc/self/stat') ? lookOften() : askAtTheEnd()
}

/**
 * Linux says how much each process holds and the most it ever held, so that only a process that comes and goes between two looks
 * is missed.
 */
function lookOften(): MemoryWatch {
  const most = { largest: 0, together: 0 }
  const look = (group: number): void => {
    const held = processesOf(group).map(readMemory)
    most.largest = Math.max(most.largest, ...held.map(({ highest }) => highest))
    most.together = Math.max(
      most.together,
      held.reduce((sum, { now }) => sum + now, 0),
    )
  }
  let timer: NodeJS.Timeout | undefined
  return {
    variables: {},
    start: (group) => {
      timer = setInterval(look, INTERVAL, group)
    },
    stop: () => {
      clearInterval(timer)
      if (most.largest === 0) return NOTHING
      return { ...most, together: Math.max(most.together, most.largest) }
    },
  }
}

/** Elsewhere each process of Node writes down at its end the most that it held; other programs are not heard. */
function askAtTheEnd(): MemoryWatch {
  const folder = mkdtempSync(join(tmpdir(), 'memory-'))
  const file = join(folder, 'kilobytes')
  const preload = new URL('tell-memory.mjs', import.meta.url).href
  return {
    variables: { NODE_OPTIONS: `--import=${preload}`, BENCH_MEMORY: file },
    start: () => undefined,
    stop: () => {
      const kilobytes = readText(file).trim().split('\n').map(Number)
      rmSync(folder, { recursive: true, force: true })
      const largest = Math.max(...kilobytes) / 1024
      return { ...NOTHING, ...(largest > 0 && { largest }) }
    },
  }
}

/** The processes of a group: also those whose parent has ended. */
function processesOf(group: number): string[] {
  return readdirSync('/proc').filter((pid) => {
    if (!/^\d+$/.test(pid)) return false
    // `12 (a name) S 1 11 …`: the name may hold anything, the group is the third after it.
    const stat = readText(`/proc/${pid}/stat`)
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[2]) === group
  })
}

function readMemory(pid: string): { now: number; highest: number } {
  const status = readText(`/proc/${pid}/status`)
  const read = (key: string): number => Number(new RegExp(`^${key}:\\s*(\\d+) kB`, 'm').exec(status)?.[1] ?? 0) / 1024
  return { now: read('VmRSS'), highest: read('VmHWM') }
}

/** What Linux says in a file; nothing when the process has ended. */
function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
