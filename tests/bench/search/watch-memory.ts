import { existsSync, readdirSync, readFileSync } from 'node:fs'

/** How often is looked. Linux itself keeps the most that a process ever held; it only must not end unseen. */
const INTERVAL = 100

/** Watches the memory of the processes of the search engine. */
export interface MemoryWatch {
  /** The most that one of them held since this was last asked, in MiB; `undefined` where it cannot be told. */
  take: () => number | undefined
  stop: () => void
}

/** Watch the processes below one of ours whose names begin with `name`. */
export function watchMemory(parent: number, name: string): MemoryWatch {
  let most = 0
  const timer = setInterval(() => {
    for (const pid of descendantsOf(parent)) most = Math.max(most, mostHeldBy(pid, name))
  }, INTERVAL)
  return {
    take: () => {
      const taken = most
      most = 0
      return taken === 0 ? undefined : taken
    },
    stop: () => {
      clearInterval(timer)
    },
  }
}

function descendantsOf(parent: number): number[] {
  const pids = existsSync('/proc/self/stat') ? readdirSync('/proc').filter((entry) => /^\d+$/.test(entry)) : []
  const children = Map.groupBy(pids.map(Number), (pid) => Number(/^PPid:\s*(\d+)/m.exec(statusOf(pid))?.[1]))
  const below = (pid: number): number[] => (children.get(pid) ?? []).flatMap((child) => [child, ...below(child)])
  return below(parent)
}

function mostHeldBy(pid: number, name: string): number {
  const status = statusOf(pid)
  if (!status.startsWith(`Name:\t${name}`)) return 0
  return Number(/^VmHWM:\s*(\d+) kB/m.exec(status)?.[1] ?? 0) / 1024
}

/** What Linux says of a process; nothing when it has ended. */
function statusOf(pid: number): string {
  try {
    return readFileSync(`/proc/${String(pid)}/status`, 'utf8')
  } catch {
    return ''
  }
}
