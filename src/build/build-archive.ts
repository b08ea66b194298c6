import { hash } from 'node:crypto'
import { existsSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { checkBuilt, type BuiltArchive } from './check-built.ts'
import { inspect } from './inspect.ts'
import { beginSearch } from './make-search.ts'
import { openPageMaker } from './make-pages.ts'
import { ASSETS, makeUnits } from './make-units.ts'
import { digestOfMaker } from './maker.ts'
import { renameIfThere } from './out-folder.ts'
import { finishPlacing, placeChanges } from './place.ts'
import { findDue, makePlan, type BuildPlan } from './plan.ts'
import { openStanding, type Standing } from './standing.ts'
import { nameOf, type Unit } from './units.ts'
import { count, type Progress } from './progress.ts'
import { readSources, type Sources } from './read-sources.ts'
import { openRecord, type BuildRecord } from './record.ts'
import { openStaging, type Staging } from './staging.ts'
import { atWork, type Workplace } from './workplace.ts'

/**
 * Build the archive into the folder that `ARCHIVE_OUT` names.
 *
 * What is there already is kept where it is as long as what it was made from is the same: only the rest is made, aside from that
 * folder, and put in place when everything was found right (`place.ts`). Without anything to go by, when the code has changed, or
 * when asked for, everything is made anew and takes the place of the folder by one rename. Either way a build that fails, or is
 * killed, leaves the archive whole, and both give the same bytes.
 *
 * @param options.anew whether nothing that stands there is kept
 * @returns the folder
 * @throws Error with every problem of the content, or with what went wrong
 */
export function buildArchive(progress: Progress, { anew = false }: { anew?: boolean } = {}): Promise<string> {
  return atWork(progress, async (out, workplace) => {
    const { environment, folders, atEnd } = workplace
    finishPlacing(out)
    const maker = digestOfMaker()
    const { record, place } = openRecordOf(out, workplace, maker)
    if (anew || !existsSync(out)) record.clear()
    const keys = record.units()
    const isFresh = keys.size === 0
    const inspected = inspect({ out, ...place })
    // Told when it is waited for.
    inspected.catch(() => undefined)
    const sources = await readSources(environment, progress)

    // None when nothing has changed.
    const ahead = sources.key === record.source() ? 0 : 1
    const pages = openPageMaker({ ...folders, sources: sources.archive }, ahead)
    atEnd(pages.stop)
    const search = beginSearch(sources.catalogue, environment, progress)
    atEnd(search.stop)
    const planning = progress.start('plan')
    const plan = await makePlan(sources.units())
    // Meanwhile the folder was looked through.
    const { damaged, foreign } = await inspected
    const standing = openStanding(record, keys, damaged)
    const due = findDue(plan, standing.keyOf)
    planning.end(describePlan(plan, due.length, isFresh, damaged.length))

    const staging = openStaging(folders.staging, out, { find: standing.find, unitOf: unitIn(plan) })
    const keepsAssets = !due.some(isPage) && standing.keyOf(ASSETS) !== undefined
    const isStanding = (folder: string, key: string): boolean => standing.keyOf(folder) === key
    const shards = await makeUnits(
      due,
      { sources, staging, pages, indexed: search.anew, progress, withoutPages: keepsAssets },
      () => search.write(staging, isStanding),
    )
    const made = new Set(due)
    const isKept = (unit: string): boolean => {
      const planned = plan.planned.get(unit)
      if (planned !== undefined) return !made.has(planned)
      const key = shards.get(unit)
      return unit === ASSETS ? keepsAssets : key !== undefined && isStanding(unit, key)
    }
    checkStaging(staging, { plan, standing: { isKept, pathsBelow: standing.pathsBelow }, out, sources, progress })
    const dropped = [...standing.units()].filter((unit) => !isKept(unit) && !plan.planned.has(unit))
    const removed = [...dropped.flatMap(standing.pathsOf), ...foreign].filter(
      (path) => !plan.planned.has(path) && !staging.changed.has(path) && !staging.same.has(path),
    )
    const { key: source } = sources
    putInPlace(staging, out, { record, source, folders, dropped, removed, isFresh, progress })
    sources.close()
  })
}

/** What is known of the archive in a folder. Apart from the code, where it will be served decides what is made. */
export function openRecordOf(
  out: string,
  { environment: { cache, site } }: Workplace,
  code: string,
): { record: BuildRecord; place: { record: string; maker: string } } {
  const place = {
    record: join(cache, 'builds', `${hash('sha256', out, 'hex').slice(0, 8)}.db`),
    maker: `${code} ${site.href}`,
  }
  return { record: openRecord(place.record, place.maker), place }
}

/** A function that gives the unit of a path; none for a path that was not planned. */
function unitIn({ planned }: BuildPlan): (path: string) => string {
  return (path) => {
    const unit = planned.get(path)
    return unit === undefined ? '' : nameOf(unit)
  }
}

function describePlan({ units, planned }: BuildPlan, due: number, isFresh: boolean, damaged: number): string {
  if (isFresh) return `${count(planned.size)} files to make`
  const touched = damaged === 0 ? '' : `; ${count(damaged)} had been touched`
  return `${count(due)} of ${count(units.length)} parts to make, ${count(planned.size)} files${touched}`
}

/** What was made, and what it is compared with. */
export interface StagedBuild {
  plan: BuildPlan
  /** What stands in the archive: whether a unit stays as it is, and the files of all units whose names begin with a text. */
  standing: { isKept: (unit: string) => boolean } & Pick<Standing, 'pathsBelow'>
  out: string
  sources: Sources
  progress: Progress
}

/** Where nothing stands that could stay. */
export const NOTHING_STANDS: StagedBuild['standing'] = { isKept: () => false, pathsBelow: () => [] }

/** Look whether everything is there. @throws Error that names what is lost */
export function checkStaging(staging: Staging, { plan, standing, out, sources, progress }: StagedBuild): void {
  const { catalogue, archive, environment } = sources
  const step = progress.start('check')
  const unitOf = unitIn(plan)
  const made = function* (): Iterable<string> {
    yield* staging.changed.keys()
    yield* staging.same.keys()
  }
  const isMade = (path: string): boolean => staging.changed.has(path) || staging.same.has(path)
  const built: BuiltArchive = {
    has: (path) => isMade(path) || standing.isKept(unitOf(path)),
    made,
    below: (folder) => {
      const kept = standing.pathsBelow(folder).filter(({ path, unit }) => standing.isKept(unit) && !isMade(path))
      return [...Iterator.from(made()).filter((path) => path.startsWith(folder)), ...kept.map(({ path }) => path)]
    },
    read: (path) => readFileSync(join(staging.changed.has(path) ? staging.folder : out, path)),
    isNew: (path) => staging.changed.has(path),
  }
  checkBuilt(built, { catalogue, ledger: archive.ledger, planned: plan.planned, site: environment.site })
  step.end(`${count(catalogue.reports.length)} reports have a page, a search record and a row in the sitemap`)
}

/** What is known when a build is put in place. */
export interface Placing {
  record: BuildRecord
  /** A key of the contents that it was built from. */
  source: string
  folders: Workplace['folders']
  /** The units that are there no more, or have other files now. */
  dropped: readonly string[]
  /** Paths that are no more. */
  removed: readonly string[]
  /** Whether the folder is replaced whole. */
  isFresh: boolean
  progress: Progress
}

/** Put what was made in the place of what is there, and note it. */
export function putInPlace(
  { folder, changed, same }: Staging,
  out: string,
  { record, source, folders, dropped, removed, isFresh, progress }: Placing,
): void {
  const step = progress.start('place')
  if (isFresh) {
    renameIfThere(out, folders.old)
    renameSync(folder, out)
    record.clear()
  } else placeChanges(folder, out, removed)
  record.change(dropped, [...changed.values(), ...same.values()], source)
  const kept = record.count() - changed.size
  record.close()
  step.end(
    isFresh
      ? `${count(changed.size)} files`
      : `${count(changed.size)} files changed, ${count(removed.length)} removed, ${count(kept)} kept`,
  )
}

function isPage({ address }: Unit): boolean {
  return address !== undefined
}
