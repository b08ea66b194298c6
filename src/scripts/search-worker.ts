// Ships to the browser, as a worker beside the search page: searching never holds up typing and scrolling. Where the browser
// grants no worker, the page itself imports this file and talks to it in the same way.
import { openEngine, type Engine } from '#search/engine.ts'
import type { Pagefind } from '#search/pagefind-api.ts'
import { writeList } from './search-list.ts'
import type { Line, Reply, Request } from './search-messages.ts'

/** Answer what is asked over a line. */
function serve(line: Line): void {
  let engine: Promise<Engine> | undefined
  let open: (() => Promise<Engine>) | undefined
  const reply = (message: Reply): void => {
    line.postMessage(message)
  }

  /** The engine, opened when it is first needed; after a failure it is tried anew. */
  const getEngine = (): Promise<Engine> => {
    if (open === undefined) throw new Error('the search was not opened')
    engine ??= open().catch((error: unknown) => {
      engine = undefined
      throw error
    })
    return engine
  }

  const answer = async (request: Request): Promise<unknown> => {
    const part = (value: unknown): void => {
      reply({ type: 'part', id: request.id, value })
    }
    if (request.method === 'open') {
      const { folder, language } = request
      open = () => openEngine({ folder, language, loadEngine })
      return undefined
    }
    const { search, list, count, names, locate, expect, prepare } = await getEngine()
    switch (request.method) {
      case 'search':
        return search(...request.args, part)
      case 'take': {
        const [query, options] = request.args
        const records = await list(query, options.limit, (done, all) => {
          part([done, all])
        })
        return { text: writeList(records, options), count: records.length }
      }
      case 'count':
        return count(...request.args)
      case 'names':
        return names(...request.args)
      case 'locate':
        return locate(...request.args)
      case 'expect':
        return expect(...request.args)
      case 'prepare':
        return prepare(...request.args)
    }
  }

  line.addEventListener('message', ({ data }: MessageEvent<Request>) => {
    answer(data).then(
      (value) => {
        reply({ type: 'done', id: data.id, value })
      },
      (error: unknown) => {
        reply({ type: 'failed', id: data.id, message: error instanceof Error ? error.message : String(error) })
      },
    )
  })
  reply({ type: 'ready' })
}

async function loadEngine(address: string): Promise<Pagefind> {
  return (await import(/* @vite-ignore */ address)) as Pagefind
}

// A bundled worker exports nothing: the page leaves its end of the line where this file finds it.
serve((globalThis as { searchLine?: Line }).searchLine ?? globalThis)
