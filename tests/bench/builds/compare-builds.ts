import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { buildAnew } from './build-anew.ts'
import { count } from './figures.ts'
import type { Table } from './format-table.ts'
import type { Generator, Site } from './generator.ts'
import { inspectSite, type Inspected } from './inspect-site.ts'
import type { Cost } from './measure-command.ts'
import { tabulateCosts, tabulateFeatures } from './tabulate-builds.ts'

/** What is compared. */
export interface Comparison {
  /** The content folder that all sites are made of. */
  content: string
  reports: number
  /** A folder for the sites, which is made; those of all runs are in it at the end. */
  folder: string
  generators: readonly Generator[]
  /** How often each is run, in turn with the others. */
  runs: number
}

/** A generator in the comparison, with what its runs took. */
export interface Contender {
  generator: Generator
  site: Site
  costs: Cost[]
  inspected?: Inspected
  /** Why it was given up. */
  failure?: string
}

/** Build one archive with several generators, in turn, and say what each took and what it made. */
export async function compareBuilds(comparison: Comparison): Promise<Table[]> {
  const { content, folder, generators, runs, reports } = comparison
  const left = generators.filter((generator) => generator.isMissing() !== undefined)
  const contenders = generators
    .filter((generator) => !left.includes(generator))
    .map((generator, index): Contender => {
      const own = join(folder, String(index + 1))
      mkdirSync(folder, { recursive: true })
      return { generator, site: generator.prepare(content, own), costs: [] }
    })
  for (let run = 1; run <= runs; run += 1) {
    for (const contender of contenders) {
      if (contender.failure !== undefined) continue
      console.error(`${contender.generator.name}, ${count(reports)} reports, run ${String(run)} of ${String(runs)} …`)
      try {
        contender.costs.push(await buildAnew(contender.site))
        contender.inspected ??= inspectSite(contender.site.out, content)
      } catch (error) {
        // One that cannot build an archive of this size is a result.
        contender.failure = error instanceof Error ? error.message : String(error)
      }
    }
  }
  const missing = left.map(({ name, isMissing }) => `Left out: ${name}; ${isMissing() ?? ''}.`)
  const failed = contenders.flatMap(({ generator, failure }) =>
    failure === undefined ? [] : [`${generator.name} failed: ${lastLines(failure)}`],
  )
  return [tabulateCosts(reports, runs, contenders, [...missing, ...failed]), tabulateFeatures(reports, contenders)]
}

/** The end of what a failed command said. */
function lastLines(text: string): string {
  return text.trim().split('\n').slice(-3).join(' ').slice(-300)
}
