import type { BuiltFile } from './record.ts'
import type { Unit } from './units.ts'

/** What has to be there after a build, and what of it has to be made. */
export interface BuildPlan {
  /** How many units there are. */
  units: number
  /** The unit of each path. */
  planned: ReadonlyMap<string, Unit>
  /** Units whose files are not there, or were made from something else. */
  due: readonly Unit[]
}

/**
 * Plan a build.
 *
 * @param standing the files that stand in the archive, whole
 * @throws Error when two units would write the same file
 */
export function makePlan(units: Iterable<Unit>, standing: ReadonlyMap<string, BuiltFile>): BuildPlan {
  const planned = new Map<string, Unit>()
  const due: Unit[] = []
  let number = 0
  for (const unit of units) {
    number += 1
    for (const path of unit.paths) {
      if (planned.has(path)) throw new Error(`two things would be at /${path}: rename one of them`)
      planned.set(path, unit)
    }
    if (!unit.paths.every((path) => standing.get(path)?.key === unit.key)) due.push(unit)
  }
  return { units: number, planned, due }
}
