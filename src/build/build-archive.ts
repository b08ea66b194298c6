import { hash } from 'node:crypto'
import { existsSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { SEARCH_FOLDER } from '#search/manifest.ts'
import { checkBuilt, type BuiltArchive } from './check-built.ts'
import { inspect } from './inspect.ts'
import { beginSearch } from './make-search.ts'
import { openPageMaker, processesFor } from './make-pages.ts'
import { ASSETS, makeUnits } from './make-units.ts'
import { digestOfMaker } from './maker.ts'
import { renameIfThere } from './out-folder.ts'
import { finishPlacing, placeChanges } from './place.ts'
import { findDue, makePlan, type BuildPlan } from './plan.ts'
import type { Unit } from './units.ts'
import { count, type Progress } from './progress.ts'
import { readSources, type Sources } from './read-sources.ts'
import { openRecord, type BuildRecord, type BuiltFile } from './record.ts'
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
    const standing = record.read()
    const inspected = inspect({ out, ...place })
    const sources = await readSources(environment, maker, progress)

    const ahead = processesAhead(sources, standing.size, record.source())
    const pages = openPageMaker({ ...folders, maker, sources: sources.archive }, ahead)
    atEnd(pages.stop)
    const search = beginSearch(sources.catalogue, environment, progress)
    atEnd(search.stop)
    const planning = progress.start('plan')
    const plan = await makePlan(sources.units())
    // Meanwhile the folder was looked through.
    const { damaged, foreign } = await inspected
    for (const path of damaged) standing.delete(path)
    const due = findDue(plan, standing)
    planning.end(describePlan(plan, due.length, standing, damaged.length))

    const staging = openStaging(folders.staging, out, (path) => standing.get(path))
    const keepsAssets = canKeepAssets(due, standing, damaged)
    const shardsStanding = standingFolders(standing, damaged)
    const isStanding = (folder: string, key: string): boolean => shardsStanding.get(folder) === key
    const shards = await makeUnits(due, { sources, staging, pages, progress, withoutPages: keepsAssets }, () =>
      search.write(staging, isStanding),
    )
    const shardsKept = new Map([...shards].filter(([folder, key]) => isStanding(folder, key)))
    const kept = keptPaths({ plan, due, standing, shards: shardsKept, assets: keepsAssets })
    checkStaging(staging, { plan, kept, out, sources, progress })
    const removed = [...standing.keys(), ...damaged, ...foreign].filter(
      (path) => !kept.has(path) && !staging.changed.has(path) && !staging.same.has(path),
    )
    const { key: source } = sources
    putInPlace(staging, out, {
      record,
      source,
      folders,
      removed,
      kept: kept.size,
      isFresh: standing.size === 0,
      progress,
    })
    sources.close()
  })
}

/** How many pages a report brings about, at least: its own, its short address, and its share of lists. */
const PAGES_OF_A_REPORT = 3

/** How many processes of Astro are started before it is known which pages are due; none when nothing has changed. */
function processesAhead({ catalogue, key }: Sources, standing: number, source: string | undefined): number {
  if (standing === 0) return processesFor(catalogue.pages.length * PAGES_OF_A_REPORT)
  return key === source ? 0 : 1
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

function describePlan(
  { units, planned }: BuildPlan,
  due: number,
  standing: ReadonlyMap<string, BuiltFile>,
  damaged: number,
): string {
  if (standing.size === 0) return `${count(planned.size)} files to make`
  const touched = damaged === 0 ? '' : `; ${count(damaged)} had been touched`
  return `${count(due)} of ${count(units.length)} parts to make, ${count(planned.size)} files${touched}`
}

/** Whether what Astro brings along can stay, since no page has to be made: it makes both at once. */
function canKeepAssets(
  due: readonly Unit[],
  standing: ReadonlyMap<string, BuiltFile>,
  damaged: readonly string[],
): boolean {
  const needsPages = due.some(({ address }) => address !== undefined)
  const isThere = standing.values().some(({ unit }) => unit === ASSETS)
  return !needsPages && isThere && !damaged.some((path) => /^scripts\/|^[^/]+$/.test(path))
}

/** The paths that stand in the archive and stay as they are. */
function keptPaths({
  plan: { planned },
  due,
  standing,
  shards,
  assets,
}: {
  plan: BuildPlan
  due: readonly Unit[]
  standing: ReadonlyMap<string, BuiltFile>
  shards: ReadonlyMap<string, string>
  assets: boolean
}): Set<string> {
  const made = new Set(due.flatMap(({ paths }) => paths))
  const kept = new Set<string>()
  for (const [path, { unit }] of standing) {
    const isKept = planned.has(path) ? !made.has(path) : shards.has(unit) || (assets && unit === ASSETS)
    if (isKept) kept.add(path)
  }
  return kept
}

/** What was made, and what it is compared with. */
export interface StagedBuild {
  plan: BuildPlan
  /** Paths that stand in the archive and stay. */
  kept: ReadonlySet<string>
  out: string
  sources: Sources
  progress: Progress
}

/** Look whether everything is there. @throws Error that names what is lost */
export function checkStaging(staging: Staging, { plan, kept, out, sources, progress }: StagedBuild): void {
  const { catalogue, archive, environment } = sources
  const step = progress.start('check')
  const built: BuiltArchive = {
    paths: kept.union(staging.same).union(staging.changed),
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
  /** Paths that are no more. */
  removed: readonly string[]
  /** How many files stay as they are. */
  kept: number
  /** Whether the folder is replaced whole. */
  isFresh: boolean
  progress: Progress
}

/** Put what was made in the place of what is there, and note it. */
export function putInPlace(
  { folder, changed, same }: Staging,
  out: string,
  { record, source, folders, removed, kept, isFresh, progress }: Placing,
): void {
  const step = progress.start('place')
  if (isFresh) {
    renameIfThere(out, folders.old)
    renameSync(folder, out)
    record.clear()
  } else placeChanges(folder, out, removed)
  record.change([...changed.values(), ...same.values()], removed, source)
  record.close()
  step.end(
    isFresh
      ? `${count(changed.size)} files`
      : `${count(changed.size)} files changed, ${count(removed.length)} removed, ${count(kept + same.size)} kept`,
  )
}

/** The folders of search indexes that stand in the archive whole, with the keys that they were made with. */
function standingFolders(standing: ReadonlyMap<string, BuiltFile>, damaged: readonly string[]): Map<string, string> {
  const folders = new Map<string, string>()
  for (const { unit, key } of standing.values()) if (unit.startsWith(SEARCH_FOLDER)) folders.set(unit, key)
  for (const path of damaged.filter((one) => one.startsWith(SEARCH_FOLDER))) folders.delete(folderOf(path))
  return folders
}

/** The folder of a search index that a file is in: the first three folders of its path, `search/1.6.0/1987/`. */
function folderOf(path: string): string {
  return /^(?:[^/]+\/){3}/.exec(path)?.[0] ?? ''
}
