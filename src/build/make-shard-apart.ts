import { fork } from 'node:child_process'
import type { Report } from '#archive/catalogue.ts'
import type { Subject } from '#search/subject.ts'
import { keepShard, type ShardOrder } from './make-shard.ts'

/** How many reports are worth a process of their own, which takes half a second to begin. */
const WORTH_A_PROCESS = 1000

/** How many reports are handed over at once. */
const BATCH = 250

/** The index that this process makes, or has made last. */
let inThisProcess: Promise<void> = Promise.resolve()

/** What the process is told: some of the reports, or, last, where their index is kept. */
export type ShardMessage = { subjects: readonly Subject[]; reports: readonly Report[] } | { order: ShardOrder }

/**
 * Make an index and keep it, in a process of its own when it is a large one: this process, which knows the whole archive, does not grow
 * by what indexes take, and goes on meanwhile.
 *
 * @param signal ends it
 * @throws Error with what went wrong there
 */
export async function makeShardApart(
  reports: readonly Report[],
  subjectOf: (report: Report) => Subject,
  order: ShardOrder,
  signal?: AbortSignal,
): Promise<void> {
  signal?.throwIfAborted()
  if (reports.length < WORTH_A_PROCESS) {
    // One after the other: the program of the engine is one for all indexes of a process, and is ended with each.
    const before = inThisProcess
    inThisProcess = before.catch(() => undefined).then(() => keepShard(reports, reports.map(subjectOf), order))
    await inThisProcess
    return
  }
  const child = fork(new URL('make-shard-process.ts', import.meta.url), { serialization: 'advanced' })
  const stop = (): void => {
    child.kill()
  }
  process.on('exit', stop)
  signal?.addEventListener('abort', stop)
  let failure: string | undefined
  child.on('message', (message) => {
    failure = message as string
  })
  const ended = new Promise<void>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => {
      if (code === 0) resolve()
      else reject(new Error(failure ?? `the search engine ended before its index was made (${String(signal ?? code)})`))
    })
  }).finally(() => {
    process.off('exit', stop)
    signal?.removeEventListener('abort', stop)
  })
  // Where it has ended already, what is sent to it goes nowhere; why it has ended is told below.
  ended.catch(() => undefined)
  const send = (message: ShardMessage): Promise<void> =>
    new Promise((resolve) => {
      child.send(message, () => {
        resolve()
      })
    })
  try {
    for (let at = 0; at < reports.length && child.connected; at += BATCH) {
      const some = reports.slice(at, at + BATCH)
      await send({ reports: some, subjects: some.map(subjectOf) })
    }
    if (child.connected) await send({ order })
    await ended
  } finally {
    // Of a text that cannot be read: it would wait for the others for ever.
    stop()
  }
}
