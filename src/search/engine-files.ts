import { decompress } from './fetch-file.ts'
import { ENGINE_MARK } from './engine-table.ts'
import type { Shard } from './manifest.ts'

/** The files of the engine, as it gets them. */
export interface EngineFiles {
  /** The address below which the engine asks for the files of an index. */
  folderOf: (shard: Shard) => string
  /** Have ready what the engine needs to open an index: its program and its table of contents. */
  prepare: (shard: Shard, program: Uint8Array<ArrayBuffer>, table: Uint8Array<ArrayBuffer>) => void
  /** Fetch a part of an index before the engine asks for it. */
  expect: (shard: Shard, file: string) => void
  /** How many files of an index could not be fetched or were damaged, and what went wrong last. */
  failures: (shard: Shard) => { count: number; last: Error | undefined }
  /** Settles when the engine has forgotten a file that failed just now: until then it would take it for read. */
  settled: (shard: Shard) => Promise<void>
}

const ENTRY = 'pagefind-entry.json'
const PROGRAM = 'wasm.unknown.pagefind'

/** What answers the engine, by the address below which it asks. Each opening has its own: one that was replaced still ends its work. */
const openings = new Map<string, (file: string) => Promise<Response>>()

/**
 * Stand between the search engine and the network, in the worker that it runs in.
 *
 * The engine asks for its files through `fetch`, and where one cannot be fetched or read it goes on without: reports are missing
 * and nobody is told. So each part of an index is read whole here, and what fails is counted, to be told. What is known already
 * is answered without the network: what the manifest says of an index, its table of contents, and the program of the engine,
 * which it would fetch again for every index.
 *
 * @param network what fetches from the network
 * @param root the address of the folder of the engine, with a slash at its end
 */
export function serveEngine(
  network: typeof fetch,
  root: string,
  version: string,
  shards: readonly Shard[],
): EngineFiles {
  const failures = new Map<Shard, { count: number; last: Error }>()
  const forgetting = new Map<Shard, Promise<void>>()
  const prepared = new Map<Shard, ReadonlyMap<string, Uint8Array<ArrayBuffer>>>()
  /** Parts that the engine has asked for, which it keeps, and those that were fetched before it asks. */
  const asked = new Set<string>()
  const expected = new Map<string, Promise<Uint8Array<ArrayBuffer>>>()

  /** A file of the engine, no longer compressed; the engine reads both forms. */
  const fetchPart = async (address: string): Promise<Uint8Array<ArrayBuffer>> => {
    const response = await network(address)
    if (!response.ok) throw new Error(`${address} answers ${String(response.status)}`)
    const bytes = await decompress(await response.arrayBuffer())
    const isWhole = new TextDecoder().decode(bytes.subarray(0, ENGINE_MARK.length)) === ENGINE_MARK
    if (!isWhole) throw new Error(`${address} is damaged`)
    return bytes
  }

  const read = (address: string): Promise<Uint8Array<ArrayBuffer>> => {
    const early = expected.get(address)
    expected.delete(address)
    asked.add(address)
    return early ?? fetchPart(address)
  }

  const answer = async (shard: Shard, file: string): Promise<Response> => {
    if (file === ENTRY) return Response.json(entryOf(version, shard))
    return new Response(prepared.get(shard)?.get(file) ?? (await read(root + shard.path + file)))
  }

  const place = `${root}opening-${String(openings.size + 1)}/`
  openings.set(place, async (file) => {
    const shard = shards.find(({ path }) => file.startsWith(path))
    if (shard === undefined) throw new Error(`${file} is of no index`)
    try {
      return await answer(shard, file.slice(shard.path.length))
    } catch (error) {
      const last = error instanceof Error ? error : new Error(String(error))
      failures.set(shard, { count: (failures.get(shard)?.count ?? 0) + 1, last })
      const forgotten = new Promise<void>((resolve) => setTimeout(resolve, 0))
      forgetting.set(shard, forgotten)
      throw error
    }
  })

  globalThis.fetch = (input, init) => {
    const [address = ''] = (input instanceof Request ? input.url : String(input)).split('?')
    const opening = [...openings].find(([folder]) => address.startsWith(folder))
    return opening === undefined ? network(input, init) : opening[1](address.slice(opening[0].length))
  }

  return {
    folderOf: ({ path }) => place + path,
    prepare: (shard, program, table) => {
      prepared.set(
        shard,
        new Map([
          [PROGRAM, program],
          [tableOf(shard), table],
        ]),
      )
    },
    expect: (shard, file) => {
      const address = root + shard.path + file
      if (asked.has(address) || expected.has(address)) return
      const early = fetchPart(address)
      expected.set(address, early)
      early.catch(() => expected.delete(address))
    },
    failures: (shard) => failures.get(shard) ?? { count: 0, last: undefined },
    settled: (shard) => forgetting.get(shard) ?? Promise.resolve(),
  }
}

/** The file of the table of contents of an index: the engine asks for it, and it is never fetched. */
function tableOf({ columns }: Shard): string {
  return `pagefind.${columns}.pf_meta`
}

/** What the engine wants to know of an index first. */
function entryOf(version: string, { columns, count }: Shard): object {
  return {
    version,
    languages: { und: { hash: columns, wasm: null, page_count: count } },
    include_characters: [],
  }
}
