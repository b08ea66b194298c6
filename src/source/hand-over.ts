import type { Report } from '#archive/catalogue.ts'

/**
 * Reports on their way from the loader of the collection, which Astro runs, to the pages, for which Astro bundles a second copy of our
 * modules: both are in one process, and this is the one thing that both see.
 */
const PLACE = Symbol.for('news-archive reports')

const place = globalThis as { [PLACE]?: ReadonlyMap<string, Report> }

/** Leave reports for the pages, by their paths; they take the place of what was left before. */
export function handOver(reports: ReadonlyMap<string, Report>): void {
  place[PLACE] = reports
}

/**
 * The report that the collection names.
 *
 * @throws Error when another state of it was left here, or none: then the collection was not loaded in this process
 */
export function takeReport(path: string, digest: string): Report {
  const report = place[PLACE]?.get(path)
  if (report?.digest !== digest) throw new Error(`the report ${path} is not the one that was read: build again`)
  return report
}
