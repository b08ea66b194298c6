import { setTimeout } from 'node:timers/promises'
import type { Report } from '#archive/catalogue.ts'
import type { Subject } from '#search/subject.ts'
import type { ShardMessage } from './make-shard-apart.ts'
import { keepShard, type ShardOrder } from './make-shard.ts'

const reports: Report[] = []
const subjects: Subject[] = []

// Until the index is kept, to end is to fail: also when the search engine has died and nothing is left to wait for.
process.exitCode = 1

/** Milliseconds in which the engine ends: one that outlived this process would belong to nobody, and its work would not be counted. */
const PARTING = 100

/** Who has asked for the index is no more. */
function leave(): void {
  process.exit()
}
process.on('disconnect', leave)

process.on('message', (message: ShardMessage) => {
  if ('order' in message) void make(message.order)
  else {
    reports.push(...message.reports)
    subjects.push(...message.subjects)
  }
})

async function make(order: ShardOrder): Promise<void> {
  // Nothing more will come: what keeps this process alive from here on is the engine.
  process.channel?.unref()
  try {
    await keepShard(reports, subjects, order)
    await setTimeout(PARTING)
    process.exitCode = 0
  } catch (error) {
    await new Promise((resolve) => process.send?.(error instanceof Error ? error.message : String(error), resolve))
  }
  process.off('disconnect', leave)
  process.disconnect()
}
