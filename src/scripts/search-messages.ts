// What the search page and its worker say to each other.
import type { Engine } from '#search/engine.ts'
import type { Query } from '#search/query.ts'
import type { ListOptions } from './search-list.ts'

/** What the page asks of the engine. */
export interface SearchService extends Omit<Engine, 'list'> {
  /** The first reports that a query finds, written in one of the forms. */
  take: (query: Query, options: ListOptions, progress: (done: number, all: number) => void) => Promise<TakenList>
}

/** A list of reports that is taken away. */
export interface TakenList {
  text: string
  /** How many reports are in it. */
  count: number
}

/** What the page asks; the answers carry the same number. */
export type Request =
  | { id: number; method: 'open'; folder: string; language: string }
  | { id: number; method: 'search'; args: [query: Query, pageSize: number] }
  | { id: number; method: 'take'; args: [query: Query, options: ListOptions] }
  | { id: number; method: 'count'; args: Parameters<Engine['count']> }
  | { id: number; method: 'names'; args: Parameters<Engine['names']> }
  | { id: number; method: 'locate'; args: Parameters<Engine['locate']> }
  | { id: number; method: 'expect'; args: Parameters<Engine['expect']> }
  | { id: number; method: 'prepare'; args: Parameters<Engine['prepare']> }

/** What the worker answers: parts of an answer as they come, then the answer or what went wrong. */
export type Reply =
  | { type: 'ready' }
  | { type: 'part'; id: number; value: unknown }
  | { type: 'done'; id: number; value: unknown }
  | { type: 'failed'; id: number; message: string }

/** Where messages go to and come from: a worker, or one end of a channel. */
export interface Line {
  postMessage: (message: unknown) => void
  addEventListener: (type: 'message', listener: (event: MessageEvent) => void) => void
}
