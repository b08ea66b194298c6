import { Worker } from 'node:worker_threads'
import { makeDictionary, type TermNames } from '#search/make-dictionary.ts'
import type { DictionaryFiles } from '#search/manifest.ts'
import { openCache } from './file-cache.ts'
import { compress, COUNTS, type ShardCounts } from './make-shard.ts'

/** What the known words of an archive are made from; plain data, which goes to another thread. */
export interface DictionaryTask {
  /** The folder in which indexes are kept, and their keys. */
  cache: string
  indexes: readonly string[]
  names: TermNames
}

/** The known words of an archive, as they are published. */
export interface DictionaryMade {
  /** The bytes of each file by its name. */
  files: ReadonlyMap<string, Uint8Array>
  /** What the files are called. */
  names: DictionaryFiles
}

/** From how many reports on their words are worth a thread. */
const WORTH_A_THREAD = 10_000

/**
 * Make the files of the known words, in a thread of its own where there are many: it takes seconds.
 *
 * @param options.reports how many reports there are
 * @param options.signal ends it
 */
export async function makeDictionaryApart(
  task: DictionaryTask,
  { reports, signal }: { reports: number; signal?: AbortSignal | undefined },
): Promise<DictionaryMade> {
  signal?.throwIfAborted()
  if (reports < WORTH_A_THREAD) return makeDictionaryOf(task)
  const thread = new Worker(new URL('./make-dictionary-thread.ts', import.meta.url), { workerData: task })
  const stop = (): void => void thread.terminate()
  signal?.addEventListener('abort', stop)
  return new Promise<DictionaryMade>((resolve, reject) => {
    thread.on('message', resolve)
    thread.on('error', reject)
    thread.on('exit', () => {
      reject(new Error('the known words were not made'))
    })
  }).finally(() => signal?.removeEventListener('abort', stop))
}

/** What the thread does. @throws Error when an index is not kept any more */
export function makeDictionaryOf({ cache: folder, indexes, names }: DictionaryTask): DictionaryMade {
  const cache = openCache(folder)
  const counts = indexes.map((key) => {
    const bytes = cache.read(key, (path) => path === COUNTS)?.get(COUNTS)
    if (bytes === undefined) throw new Error(`${key} is not in ${folder} any more: build again`)
    return bytes
  })
  return makeDictionaryFrom(counts, names)
}

/** Make the files of the known words from the counts of all indexes, as they are kept. */
export function makeDictionaryFrom(kept: readonly Uint8Array[], terms: TermNames): DictionaryMade {
  const counts = new Map<string, Map<string, number>>()
  for (const bytes of kept) addCounts(counts, JSON.parse(Buffer.from(bytes).toString()) as ShardCounts)
  const { texts, files: names } = makeDictionary(counts, terms)
  return { files: new Map(Array.from(texts, ([name, text]) => [name, compress(text)])), names }
}

function addCounts(counts: Map<string, Map<string, number>>, more: ShardCounts): void {
  for (const [language, words] of more) {
    const ofLanguage = counts.get(language) ?? new Map<string, number>()
    counts.set(language, ofLanguage)
    for (const [word, reports] of words) ofLanguage.set(word, (ofLanguage.get(word) ?? 0) + reports)
  }
}
