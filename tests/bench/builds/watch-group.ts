import { existsSync, readdirSync, readFileSync } from 'node:fs'

/** The most memory that processes held, in MiB; missing where it cannot be told. */
export interface MostMemory {
  /** The one process that held the most. */
  largest?: number
  /** All of them at one moment; what they share is counted for each of them. */
  together?: number
}

/** Milliseconds between two looks. */
const INTERVAL = 150

/**
 * Watch the memory of a group of processes until it is stopped. Linux says how much each process holds and the most it ever held, so
 * that only a process that comes and goes between two looks is missed. Other systems are not asked.
 */
export function watchGroup(group: number): { stop: () => MostMemory } {
  if (!existsSync('/proc/self/stat')) return { stop: () => ({}) }
  const most = { largest: 0, together: 0 }
  const look = (): void => {
    const held = processesOf(group).map(readMemory)
    most.largest = Math.max(most.largest, ...held.map(({ highest }) => highest))
    most.together = Math.max(
      most.together,
      held.reduce((sum, { now }) => sum + now, 0),
    )
  }
  const timer = setInterval(look, INTERVAL)
  return {
    stop: () => {
      clearInterval(timer)
      return most.largest === 0 ? {} : { ...most, together: Math.max(most.together, most.largest) }
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
