import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { buildCatalogue } from '#archive/catalogue.ts'
import { hash } from 'node:crypto'
import { readEnvironment, type Environment } from '../environment.ts'
import { settings } from '../site.config.ts'
import { checkBuilt, type BuiltArchive } from './check-built.ts'
import { inspect } from './inspect.ts'
import { lock } from './lock.ts'
import { SEARCH_FOLDER } from '#search/manifest.ts'
import { makePages } from './make-pages.ts'
import { digestOfMaker } from './maker.ts'
import { clearLeftovers, onStop, realPathOf, refuseForeignFolder, renameIfThere } from './out-folder.ts'
import { finishPlacing, placeChanges } from './place.ts'
import type { Progress } from './progress.ts'
import { readAhead } from './read-ahead.ts'
import { openRecord, type BuiltFile } from './record.ts'
import { openStaging, type Staging } from './staging.ts'
import type { Unit } from './units.ts'

/** The unit of what Astro brings along with pages: scripts and styles, and the files that are copied as they are. */
const ASSETS = 'assets'

/** The unit of everything that searching needs. */
const SEARCH = 'search'

/**
 * Build the archive into the folder that `ARCHIVE_OUT` names.
 *
 * What is there already is kept where it is as long as what it was made from is the same: only the rest is made, aside from that
 * folder, and put in place when everything was found right (`place.ts`). Without anything to go by, when the code has changed, or when asked for, everything is made
 * anew and takes the place of the folder by one rename. Either way a build that fails, or is killed, leaves the archive whole, and
 * both give the same bytes.
 *
 * @param options.anew whether nothing that was made before is used again
 * @returns the folder
 * @throws Error with every problem of the content, or with what went wrong
 */
export async function buildArchive(progress: Progress, { anew = false }: { anew?: boolean } = {}): Promise<string> {
  const environment = readEnvironment(process.env)
  const out = realPathOf(resolve(environment.out))
  refuseForeignFolder(out, resolve(environment.content))
  mkdirSync(dirname(out), { recursive: true })
  const beside = (state: string): string => join(dirname(out), `.${basename(out)}.${state}-${String(process.pid)}`)
  const folders = { staging: beside('new'), work: beside('cache'), old: beside('old') }
  const unlock = lock(out)
  const clear = (): void => {
    for (const folder of Object.values(folders)) rmSync(folder, { recursive: true, force: true })
    unlock()
  }
  const stopped = onStop(clear)
  try {
    clearLeftovers(out)
    finishPlacing(out)
    await buildInto(out, environment, { folders, progress, anew })
  } catch (error) {
    stopped.isTold()
    throw error
  }
  stopped.forget()
  clear()
  return out
}

/** What a build works with. */
interface Workplace {
  folders: { staging: string; work: string; old: string }
  progress: Progress
  anew: boolean
}

async function buildInto(out: string, environment: Environment, workplace: Workplace): Promise<void> {
  const { folders, progress, anew } = workplace
  const { site, today, contents } = environment
  const maker = digestOfMaker()
  process.env['ARCHIVE_MAKER'] = maker
  if (anew) rmSync(contents, { recursive: true, force: true })
  // From here on: what the site is made from reads the environment once.
  const { contentCache } = await import('#site/content-cache.ts')
  const { planUnits } = await import('./units.ts')
  const { planMaps } = await import('./maps.ts')
  const { makeCards, planCards } = await import('./make-cards.ts')
  const { makeSearch } = await import('./make-search.ts')
  const root = resolve(environment.content)

  // Apart from the code, what is made is decided by where it will be served.
  const recordFile = join(environment.cache, 'builds', `${hash('sha256', out, 'hex').slice(0, 8)}.db`)
  const recordMaker = `${maker} ${site.href}`
  const record = openRecord(recordFile, recordMaker)
  if (anew || !existsSync(out)) record.clear()
  const standing = record.read()
  const inspected = inspect({ out, record: recordFile, maker: recordMaker })

  const reading = progress.start('read')
  await readAhead({ root, settings, today }, { site: site.href, contents, maker }, reading.tell)
  const { readCheckedArchive, summarise } = await import('#source/loaders.ts')
  const archive = readCheckedArchive({ root, settings, today, cache: contentCache })
  const catalogue = buildCatalogue(archive.reports, archive.terms)
  reading.end(summarise(archive))

  const planning = progress.start('plan')
  const { damaged, foreign } = await inspected
  for (const path of damaged) standing.delete(path)
  // With nothing to go by, everything is made anew.
  const isFresh = standing.size === 0
  const plan = makePlan(
    [...planUnits(catalogue, root), ...planMaps(catalogue, archive), ...planCards(catalogue)],
    standing,
  )
  planning.end(
    isFresh
      ? `${count(plan.planned.size)} files to make`
      : `${count(plan.due.length)} of ${count(plan.units)} parts to make, ${count(plan.planned.size)} files` +
          (damaged.length === 0 ? '' : `; ${count(damaged.length)} had been touched`),
  )

  mkdirSync(folders.staging, { recursive: true })
  const staging = openStaging(folders.staging, (path) => standing.get(path))
  const pages = plan.due.filter(({ address }) => address !== undefined)
  const withoutAssets = ![...standing.values()].some(({ unit }) => unit === ASSETS) || damaged.some(isAsset)
  const madePages =
    pages.length > 0 || withoutAssets
      ? makePages(
          pages.map(({ address = '' }) => address),
          { ...folders, maker, progress },
        )
      : Promise.resolve()
  // Told below, together with whatever else goes wrong meanwhile.
  madePages.catch(() => undefined)
  await makeFiles(plan.due, staging, progress)
  await makeCards(catalogue, plan.due, staging, progress)
  const shardsStanding = standingFolders(standing, damaged)
  const shards = await makeSearch(catalogue, environment, staging.folder, {
    isStanding: (folder, key) => shardsStanding.get(folder) === key,
    progress,
  })
  await madePages

  const checking = progress.start('check')
  const ofPath = (path: string): { unit: string; key: string } => {
    const unit = plan.planned.get(path)
    if (unit !== undefined) return { unit: unit.paths[0] ?? '', key: unit.key }
    if (!path.startsWith(SEARCH_FOLDER)) return { unit: ASSETS, key: '' }
    const folder = folderOf(path)
    return { unit: shards.has(folder) ? folder : SEARCH, key: shards.get(folder) ?? '' }
  }
  staging.takeOver(ofPath)
  const kept = keptPaths(plan, standing, {
    shards: new Map([...shards].filter(([folder, key]) => shardsStanding.get(folder) === key)),
    assets: pages.length === 0 && !withoutAssets,
  })
  const built: BuiltArchive = {
    paths: new Set([...kept, ...staging.same.keys(), ...staging.changed.keys()]),
    read: (path) => readFileSync(join(staging.changed.has(path) ? staging.folder : out, path)),
    isNew: (path) => staging.changed.has(path),
  }
  checkBuilt(built, { catalogue, ledger: archive.ledger, planned: new Set(plan.planned.keys()), site })
  checking.end(`${count(catalogue.reports.length)} reports have a page, a search record and a row in the sitemap`)

  const removed = [...standing.keys(), ...damaged, ...foreign].filter(
    (path) => !kept.has(path) && !staging.changed.has(path) && !staging.same.has(path),
  )
  const placing = progress.start('place')
  if (isFresh) {
    renameIfThere(out, folders.old)
    renameSync(staging.folder, out)
    record.clear()
  } else placeChanges(staging.folder, out, removed)
  record.change([...staging.changed.values(), ...staging.same.values()], removed)
  record.close()
  contentCache.close()
  placing.end(
    isFresh
      ? `${count(staging.changed.size)} files`
      : `${count(staging.changed.size)} files changed, ${count(removed.length)} removed, ${count(kept.size + staging.same.size)} kept`,
  )
}

/** What has to be there after a build, and what of it has to be made. */
export interface BuildPlan {
  /** How many units there are. */
  units: number
  /** The unit of each path. */
  planned: ReadonlyMap<string, Unit>
  /** Units whose files are not there, or were made from something else. */
  due: readonly Unit[]
}

function makePlan(units: Iterable<Unit>, standing: ReadonlyMap<string, BuiltFile>): BuildPlan {
  const planned = new Map<string, Unit>()
  const due: Unit[] = []
  let number = 0
  for (const unit of units) {
    number += 1
    for (const path of unit.paths) {
      const other = planned.get(path)
      if (other !== undefined) throw new Error(`two things would be at /${path}: rename one of them`)
      planned.set(path, unit)
    }
    if (!unit.paths.every((path) => standing.get(path)?.key === unit.key)) due.push(unit)
  }
  return { units: number, planned, due }
}

async function makeFiles(due: readonly Unit[], staging: Staging, progress: Progress): Promise<void> {
  const files = due.filter(({ make }) => make !== undefined)
  if (files.length === 0) return
  const step = progress.start('files')
  let written = 0
  for (const [index, { paths, key, make }] of files.entries()) {
    const contents = (await make?.()) ?? []
    for (const [place, path] of paths.entries()) {
      staging.put(path, contents[place] ?? '', paths[0] ?? '', key)
      written += 1
    }
    step.tell(index + 1, files.length)
  }
  step.end(`${count(written)} files for programs`)
}

/** The paths that stand in the archive and stay as they are. */
function keptPaths(
  { planned, due }: BuildPlan,
  standing: ReadonlyMap<string, BuiltFile>,
  { shards, assets }: { shards: ReadonlyMap<string, string>; assets: boolean },
): Set<string> {
  const made = new Set(due.flatMap(({ paths }) => paths))
  const kept = new Set<string>()
  for (const [path, { unit }] of standing) {
    const isKept = planned.has(path) ? !made.has(path) : shards.has(unit) || (assets && unit === ASSETS)
    if (isKept) kept.add(path)
  }
  return kept
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

function isAsset(path: string): boolean {
  return /^scripts\/|^[^/]+$/.test(path)
}

/** A number as it is told. */
function count(value: number): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, ',')
}
