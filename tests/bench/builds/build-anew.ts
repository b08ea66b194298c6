import { existsSync, mkdtempSync, renameSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Site } from './generator.ts'
import { measureCommand, type Cost } from './measure-command.ts'

/** Run the commands of a site with nothing left of any run before; what they took together. */
export async function buildAnew(site: Site): Promise<Cost> {
  setAside(site)
  return buildAgain(site)
}

/**
 * Move all that runs have left out of the way, to a folder beside that of the site. It is not removed: for minutes after ten thousands
 * of files are, ext4 makes new ones several times as slowly, since it looks for places where none was of late, and who is measured next
 * would pay for it.
 */
function setAside({ out, caches }: Site): void {
  const left = [out, ...caches].filter((path) => existsSync(path))
  if (left.length === 0) return
  const aside = mkdtempSync(join(dirname(dirname(out)), 'aside '))
  left.forEach((path, index) => {
    renameSync(path, join(aside, `${String(index)} ${basename(path)}`))
  })
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
