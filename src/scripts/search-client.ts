// Ships to the browser, on the search page: the engine, in a worker where the browser grants one, and else on the page itself.
import type { Answer } from '#search/answer.ts'
import type { Line, Reply, Request, SearchService } from './search-messages.ts'
import workerAddress from './search-worker.ts?worker&url'

/** A question before it has its number. */
type Question = Request extends infer One ? (One extends Request ? Omit<One, 'id'> : never) : never

/** What waits for the answer to a question. */
interface Waiting {
  done: (value: never) => void
  fail: (error: Error) => void
  part: (value: never) => void
}

/**
 * Connect to the search of the site; the engine is loaded when it is first asked, and tried anew after a failure.
 *
 * @param folder the address of the folder `search/`, with a slash at its end
 */
export function connect(folder: string, language: string): SearchService {
  let service: Promise<SearchService> | undefined
  const get = (): Promise<SearchService> => {
    service ??= startWorker()
      .catch(startHere)
      .then((line) => talk(line, folder, language))
      .catch((error: unknown) => {
        service = undefined
        throw error
      })
    return service
  }
  return {
    expect: async (...given) => (await get()).expect(...given),
    prepare: async (...given) => (await get()).prepare(...given),
    search: async (...given) => (await get()).search(...given),
    count: async (...given) => (await get()).count(...given),
    names: async (...given) => (await get()).names(...given),
    take: async (...given) => (await get()).take(...given),
    locate: async (...given) => (await get()).locate(...given),
  }
}

/** Start a worker. @throws when the browser refuses it */
async function startWorker(): Promise<Line> {
  const worker = new Worker(workerAddress, { type: 'module' })
  await new Promise<void>((resolve, reject) => {
    worker.addEventListener('error', () => {
      reject(new Error('the browser started no worker'))
    })
    worker.addEventListener(
      'message',
      () => {
        resolve()
      },
      { once: true },
    )
  })
  return worker
}

/** Let the page itself search: slower to type beside, but it works. */
async function startHere(): Promise<Line> {
  const { port1, port2 } = new MessageChannel()
  port1.start()
  port2.start()
  Object.assign(globalThis, { searchLine: port2 })
  await import(/* @vite-ignore */ workerAddress)
  return port1
}

async function talk(line: Line, folder: string, language: string): Promise<SearchService> {
  const waiting = new Map<number, Waiting>()
  let last = 0
  line.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
    if (data.type === 'ready') return
    const question = waiting.get(data.id)
    if (data.type === 'part') question?.part(data.value as never)
    else waiting.delete(data.id)
    if (data.type === 'done') question?.done(data.value as never)
    if (data.type === 'failed') question?.fail(new Error(data.message))
  })
  const ask = <Value>(question: Question, part: (value: never) => void = () => undefined): Promise<Value> => {
    last += 1
    const id = last
    return new Promise<Value>((done, fail) => {
      waiting.set(id, { done, fail, part })
      line.postMessage({ ...question, id })
    })
  }

  await ask({ method: 'open', folder, language })
  return {
    expect: (...args) => ask({ method: 'expect', args }),
    prepare: (...args) => ask({ method: 'prepare', args }),
    search: (query, pageSize, show) =>
      ask({ method: 'search', args: [query, pageSize] }, (answer: Answer) => {
        show(answer)
      }),
    count: (...args) => ask({ method: 'count', args }),
    names: (...args) => ask({ method: 'names', args }),
    take: (query, options, progress) =>
      ask({ method: 'take', args: [query, options] }, ([done, all]: [number, number]) => {
        progress(done, all)
      }),
    locate: (...args) => ask({ method: 'locate', args }),
  }
}
