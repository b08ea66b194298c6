import { askShard } from './ask-shard.ts'
import type { Manifest, Shard } from './manifest.ts'
import { findPassages, type Passage } from './passages.ts'
import type { Instance, Pagefind, Result } from './pagefind-api.ts'
import type { Query } from './query.ts'

/** A report that was found. Every text in it is plain: the engine gives titles and names unescaped. */
export interface Hit {
  /** The address of the report, without the base path. */
  address: string
  title: string
  date: string
  kind: string
  lang: string
  source?: string
  summary?: string
  passages: Passage[]
}

/** One page of an answer. */
export interface Answer {
  /** How many reports were found in all. */
  count: number
  /** The page that is shown: the last one, when the query asked for one beyond it. */
  page: number
  hits: Hit[]
  /** Shards that could not be asked. */
  failed: Shard[]
}

/** What asks the indexes. */
export interface Engine {
  search: (query: Query, pageSize: number) => Promise<Answer>
}

/**
 * Open the search engine of a site.
 *
 * Each language has an engine of its own, because an engine keeps the word forms of the language it was started with; the
 * indexes of one language are opened one after the other, each only when the one before has answered, because two that
 * start at once crash it.
 *
 * @param folder the address of the folder `search/`, with a slash at its end
 * @throws Error when the manifest cannot be fetched or read
 */
export async function openEngine(folder: string): Promise<Engine> {
  const response = await fetch(`${folder}manifest.json`)
  if (!response.ok) throw new Error(`the manifest of the search index answers ${String(response.status)}`)
  const { shards } = (await response.json()) as Manifest
  const instances = new Map<Shard, Promise<Instance>>()
  const queues = new Map<string, Promise<unknown>>()

  /** The instance of a shard, opened when it is first needed. */
  const open = (shard: Shard): Promise<Instance> => {
    const known = instances.get(shard)
    if (known !== undefined) return known
    const before = queues.get(shard.lang) ?? Promise.resolve()
    const first = shards.find(({ lang }) => lang === shard.lang) ?? shard
    const opening = before.then(async () => {
      const { createInstance } = (await import(/* @vite-ignore */ `${folder}${first.path}pagefind.js`)) as Pagefind
      const instance = createInstance({ basePath: folder + shard.path, baseUrl: '/' })
      await instance.filters()
      return instance
    })
    instances.set(shard, opening)
    // A shard that failed does not stop the ones after it, and is tried anew next time.
    const settled = opening.catch(() => instances.delete(shard))
    queues.set(shard.lang, settled)
    return opening
  }

  return { search: (query, pageSize) => search(shards, open, query, pageSize) }
}

async function search(
  shards: readonly Shard[],
  open: (shard: Shard) => Promise<Instance>,
  query: Query,
  pageSize: number,
): Promise<Answer> {
  const asked = shards.filter(({ from, to }) => query.year === '' || (from <= query.year && query.year <= to))
  const failed: Shard[] = []
  const lists = await Promise.all(
    asked.map(async (shard) => {
      try {
        return await askShard(await open(shard), shard, query)
      } catch {
        failed.push(shard)
        return []
      }
    }),
  )
  const count = lists.reduce((sum, { length }) => sum + length, 0)
  const page = Math.min(query.page, Math.max(1, Math.ceil(count / pageSize)))
  const end = page * pageSize
  // Without words each list is in order of time, the newest first; with words the best come first.
  const ordered = query.words === '' ? await mergeByDate(lists, end) : lists.flat().sort((a, b) => b.score - a.score)
  const hits = await Promise.all(ordered.slice(end - pageSize, end).map(toHit))
  return { count, page, hits: exactTitleFirst(hits, query.words), failed }
}

/** The first `count` of several lists that are each in order of time, in the order of all: only what is needed is fetched. */
async function mergeByDate(lists: readonly (readonly Result[])[], count: number): Promise<Result[]> {
  const dateOf = async (result: Result | undefined): Promise<string> => (await result?.data())?.meta['date'] ?? ''
  const heads = await Promise.all(lists.map(async (list) => ({ list, at: 0, date: await dateOf(list[0]) })))
  const merged: Result[] = []
  while (merged.length < count) {
    const newest = heads.reduce<(typeof heads)[number]>((best, head) => (head.date > best.date ? head : best), {
      list: [],
      at: 0,
      date: '',
    })
    const result = newest.list[newest.at]
    if (result === undefined) break
    merged.push(result)
    newest.at += 1
    newest.date = await dateOf(newest.list[newest.at])
  }
  return merged
}

/** Of the reports of one page, those whose title is just what was typed come first. */
function exactTitleFirst(hits: readonly Hit[], words: string): Hit[] {
  const plain = (text: string): string => (text.toLowerCase().match(/[\p{Letter}\p{Number}]+/gu) ?? []).join(' ')
  const isExact = ({ title }: Hit): number => (plain(title) === plain(words) ? 0 : 1)
  return hits.toSorted((a, b) => isExact(a) - isExact(b))
}

async function toHit(result: Result): Promise<Hit> {
  const { raw_url, raw_content, meta, locations, anchors } = await result.data()
  const { title = '', date = '', kind = '', lang = '', source, summary } = meta
  // The engine escapes these two characters of the text, and nothing else.
  const text = raw_content.replaceAll('&lt;', '<').replaceAll('&gt;', '>')
  return {
    // Only addresses of this site: whatever an index says, a hit leads nowhere else.
    address: /^\/(?!\/)/.test(raw_url) ? raw_url : '/',
    title,
    date,
    kind,
    lang,
    ...(source !== undefined && { source }),
    ...(summary !== undefined && { summary }),
    passages: findPassages({ text, locations, anchors }, 2),
  }
}
