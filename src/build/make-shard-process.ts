import type { Report } from '#archive/catalogue.ts'
import type { Subject } from '#search/subject.ts'
import type { ShardMessage } from './make-shard-apart.ts'
import { keepShard } from './make-shard.ts'

const reports: Report[] = []
const subjects: Subject[] = []

process.on('message', (message: ShardMessage) => {
  if ('order' in message) {
    keepShard(reports, subjects, message.order).then(
      () => {
        process.disconnect()
      },
      (error: unknown) => {
        process.exitCode = 1
        process.send?.(error instanceof Error ? error.message : String(error), () => {
          process.disconnect()
        })
      },
    )
  } else {
    reports.push(...message.reports)
    subjects.push(...message.subjects)
  }
})
