/** One place where every report must be found, for example the sitemap, by the paths of the reports found there. */
export interface Register {
  name: string
  paths: ReadonlySet<string>
}

/**
 * Compare the registers of a build with the sources: each report must be in every register, and nothing else may be.
 * Gives one sentence for each difference, in the order of the registers; none when all agree.
 */
export function reconcile(sources: ReadonlySet<string>, registers: readonly Register[]): string[] {
  return registers.flatMap(({ name, paths }) => [
    ...[...sources].filter((path) => !paths.has(path)).map((path) => `${path} is missing from the ${name}`),
    ...[...paths].filter((path) => !sources.has(path)).map((path) => `${path} is in the ${name}, but not a source`),
  ])
}
