import { readdirSync, statSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { openRecord, type FileState } from './record.ts'

/** What a look at the folder of the archive found other than the last build left it. */
export interface Inspection {
  /** Files that are missing or were touched, with their units. */
  damaged: { path: string; unit: string }[]
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
  const files = kept.states()
  kept.close()
  return compareWithFolder(out, files)
}

/** A file is taken for the one that was built while its size and the time of its last change are the same. */
export function compareWithFolder(out: string, files: ReadonlyMap<string, FileState>): Inspection {
  const found = new Set<string>()
  const damaged: Inspection['damaged'] = []
  const foreign: string[] = []
  // Asked a million times: paths are put together as they come.
  const look = (folder: string): void => {
    for (const entry of readdirSync(`${out}/${folder}`, { withFileTypes: true })) {
      const path = folder + entry.name
      if (entry.isDirectory()) {
        look(`${path}/`)
        continue
      }
      const file = files.get(path)
      if (file === undefined) {
        foreign.push(path)
        continue
      }
      const status = statSync(`${out}/${path}`, { throwIfNoEntry: false })
      if (status === undefined) continue
      found.add(path)
      if (status.size !== file.size || status.mtimeMs !== file.modified) damaged.push({ path, unit: file.unit })
    }
  }
  if (files.size > 0) look('')
  if (found.size < files.size) for (const [path, { unit }] of files) if (!found.has(path)) damaged.push({ path, unit })
  return { damaged, foreign }
}
