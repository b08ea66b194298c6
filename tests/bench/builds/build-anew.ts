import { rmSync } from 'node:fs'
import type { Site } from './generator.ts'
import { measureCommand, type Cost } from './measure-command.ts'

/** Run the commands of a site with nothing left of any run before; what they took together. */
export async function buildAnew(site: Site): Promise<Cost> {
  clear(site)
  return buildAgain(site)
}

/** Remove all that runs have left. */
export function clear({ out, caches }: Site): void {
  for (const path of [out, ...caches]) rmSync(path, { recursive: true, force: true })
}

/** Run the commands of a site with all that the run before has left. */
export async function buildAgain({ steps }: Site): Promise<Cost> {
  const costs: Cost[] = []
  for (const step of steps) costs.push(await measureCommand(step))
  return addCosts(costs)
}

/** The cost of commands that follow each other: times add up, of memory the most counts. */
function addCosts(costs: readonly Cost[]): Cost {
  const all = (key: keyof Cost): number[] => costs.map((cost) => cost[key]).filter((value) => value !== undefined)
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
  // What is not known of one command is not known of all.
  const isKnown = (key: keyof Cost): boolean => all(key).length === costs.length
  return {
    wall: sum(all('wall')),
    processor: isKnown('processor') ? sum(all('processor')) : undefined,
    largest: all('largest').length > 0 ? Math.max(...all('largest')) : undefined,
    together: isKnown('together') ? Math.max(...all('together')) : undefined,
  }
}
