import type { Report } from '#archive/catalogue.ts'

/** Reports that an entry of the collection stands for, with a digest that tells them from any other state of them. */
export interface HandedOver {
  digest: string
  reports: readonly Report[]
}

/**
 * Reports on their way from the loader of the collection, which Astro runs, to the pages, for which Astro bundles a second copy of our
 * modules: both are in one process, and this is the one thing that both see.
 */
const PLACE = Symbol.for('news-archive reports')

const place = globalThis as { [PLACE]?: ReadonlyMap<string, HandedOver> }

/** Leave reports for the pages, by the entries of the collection that stand for them; they take the place of what was left before. */
export function handOver(entries: ReadonlyMap<string, HandedOver>): void {
  place[PLACE] = entries
}

/**
 * The reports that an entry of the collection stands for.
 *
 * @throws Error when another state of them was left here, or none: then the collection was not loaded in this process
 */
export function takeReports(id: string, digest: string): readonly Report[] {
  const handed = place[PLACE]?.get(id)
  if (handed?.digest !== digest) throw new Error(`what was read of ${id} is not what the pages ask for: build again`)
  return handed.reports
}
