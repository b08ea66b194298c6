import type { LoaderContext } from 'astro/loaders'
import type { Checked } from './checked.ts'

/**
 * What was read, on its way from the loader of the content collection, which Astro runs, to the pages, for which Astro bundles a second
 * copy of our modules: both are in one process, and this is the one thing that both see.
 */
const PLACE = Symbol.for('news-archive content')

const place = globalThis as { [PLACE]?: { state: number; content: Checked } }

/** The one entry of the collection: Astro writes each to disk, bundles it and parses it, as often as it is started. */
const ALL = 'all'

/** Leave reports and terms for the pages, in the place of what was left before; the collection tells Astro that they are others now. */
export function handOver({ store }: Pick<LoaderContext, 'store'>, content: Checked): void {
  const state = (place[PLACE]?.state ?? 0) + 1
  place[PLACE] = { state, content }
  store.clear()
  store.set({ id: ALL, data: { state }, digest: String(state) })
}

/** The reports and terms that were left last. @throws Error when none were: then the collection was not loaded in this process */
export function takeContent(): Checked {
  if (place[PLACE] === undefined) throw new Error('the content collection was not loaded: build again')
  return place[PLACE].content
}
