import { setImmediate } from 'node:timers/promises'
import { nameOf, type Unit } from './units.ts'

/** What has to be there after a build. */
export interface BuildPlan {
  units: readonly Unit[]
  /** The unit of each path. */
  planned: ReadonlyMap<string, Unit>
}

/** After how many units other things get their turn, such as the search, which hands over texts to other processes. */
const PATIENCE = 2000

/**
 * Plan a build.
 *
 * @throws Error when two units would write the same file
 */
export async function makePlan(units: Iterable<Unit>): Promise<BuildPlan> {
  const all: Unit[] = []
  const planned = new Map<string, Unit>()
  for (const unit of units) {
    all.push(unit)
    if (all.length % PATIENCE === 0) await setImmediate()
    for (const path of unit.paths) {
      if (planned.has(path)) throw new Error(`two things would be at /${path}: rename one of them`)
      planned.set(path, unit)
    }
  }
  return { units: all, planned }
}

/**
 * The units that have to be made, because their files are not there or were made from something else.
 *
 * @param keyOf the key of a unit that stands in the archive whole, by its name
 */
export function findDue({ units }: BuildPlan, keyOf: (unit: string) => string | undefined): Unit[] {
  return units.filter((unit) => keyOf(nameOf(unit)) !== unit.key)
}
