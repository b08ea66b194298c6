import { availableParallelism, cpus, release, totalmem, type } from 'node:os'

/** The machine in a line: times and memory are of it, in this run. */
export function describeMachine(): string {
  const memory = `${(totalmem() / 1024 ** 3).toFixed(1)} GiB of memory`
  const cores = `${String(availableParallelism())} processors (${cpus()[0]?.model.trim() ?? 'unknown'})`
  return `${cores}, ${memory}, ${type()} ${release()}, Node ${process.versions.node}`
}
