import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { openRecord, type BuiltFile } from './record.ts'

/** What a look at the folder of the archive found other than the last build left it. */
export interface Inspection {
  /** Paths of files that are missing or were touched. */
  damaged: string[]
  /** Paths of files that no build of ours has put there. */
  foreign: string[]
}

/** What a thread that inspects must know. */
export interface InspectionTask {
  out: string
  record: string
  maker: string
}

/** Look at every file of the archive, in a thread of its own: is it the one that the last build left? */
export function inspect(task: InspectionTask): Promise<Inspection> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./inspect-thread.ts', import.meta.url), { workerData: task })
    thread.on('message', resolve)
    thread.on('error', reject)
  })
}

/** What the thread does. */
export function inspectFolder({ out, record, maker }: InspectionTask): Inspection {
  const kept = openRecord(record, maker)
  const files = kept.read()
  kept.close()
  return compareWithFolder(out, files)
}

/** A file is taken for the one that was built while its size and the time of its last change are the same. */
export function compareWithFolder(out: string, files: ReadonlyMap<string, BuiltFile>): Inspection {
  const missing = new Set(files.keys())
  const damaged: string[] = []
  const foreign: string[] = []
  const look = (folder: string): void => {
    for (const entry of readdirSync(join(out, folder), { withFileTypes: true })) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (entry.isDirectory()) {
        look(path)
        continue
      }
      const status = statSync(join(out, path), { throwIfNoEntry: false })
      const file = files.get(path)
      if (file === undefined) foreign.push(path)
      else if (missing.delete(path) && (status?.size !== file.size || status.mtimeMs !== file.modified))
        damaged.push(path)
    }
  }
  if (files.size > 0) look('')
  return { damaged: [...damaged, ...missing], foreign }
}
