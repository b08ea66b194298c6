import { cpSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Report } from '#archive/catalogue.ts'
import { settings } from '../site.config.ts'
import { checkStaging, NOTHING_STANDS, openRecordOf, putInPlace } from './build-archive.ts'
import { openPageMaker } from './make-pages.ts'
import { beginSearch, makeIndexes } from './make-search.ts'
import { ASSETS, makeUnits } from './make-units.ts'
import { digestOfMaker } from './maker.ts'
import { renameIfThere } from './out-folder.ts'
import { dividePaths, type Part } from './parts.ts'
import { makePlan } from './plan.ts'
import { count, type Progress } from './progress.ts'
import { readSources } from './read-sources.ts'
import { NO_FILES, openStaging } from './staging.ts'
import { nameOf } from './units.ts'
import { atWork } from './workplace.ts'

/** What a part says of itself, in a file of its folder. */
interface PartFacts extends Part {
  /** What it was made by, and from what: parts of one archive agree in both. */
  maker: string
  key: string
  /** The day that it was built for. */
  today: string
  /** Its files. */
  paths: string[]
}

/** The file with these facts, by which the folder of a part is known; it is no part of the archive. */
export const PART_FILE = '.part.json'

/** The folder of a part with its search indexes as they are kept between builds; likewise. */
const INDEXES = '.indexes'

/**
 * Build one part of the archive into the folder that `ARCHIVE_OUT` names: its periods with their reports, its search indexes, and
 * its share of everything else. All parts together are what `buildArchive` gives on one machine, byte for byte.
 *
 * @returns the folder
 * @throws Error with every problem of the content, or with what went wrong
 */
export function buildPart(progress: Progress, part: Part): Promise<string> {
  return atWork(progress, async (out, { environment, folders, atEnd }) => {
    const maker = digestOfMaker()
    const sources = await readSources(environment, progress)
    const { catalogue } = sources
    const partOf = dividePaths(catalogue, part.of, settings.languages)
    const isOwn = (path = ''): boolean => partOf(path) === part.number
    const plan = await makePlan(Iterator.from(sources.units()).filter(({ paths }) => isOwn(paths[0])))
    const staging = openStaging(folders.staging, out, NO_FILES)
    const pages = openPageMaker({ ...folders, sources: sources.archive }, 0)
    atEnd(pages.stop)
    const indexed = Math.ceil(catalogue.reports.length / part.of)
    await makeUnits(plan.units, { sources, staging, pages, indexed, progress, withoutPages: false }, () =>
      makeIndexes(catalogue, environment, join(folders.staging, INDEXES), {
        isWanted: (reports: readonly Report[]) => isOwn(`${reports[0]?.date.replaceAll('-', '/') ?? ''}/`),
        progress,
      }),
    )
    const lost = [...plan.planned.keys()].filter((path) => !existsSync(join(folders.staging, path)))
    if (lost.length > 0) throw new Error(`the build lost something:\n${lost.join('\n')}`)
    const facts: PartFacts = {
      ...part,
      maker,
      key: sources.key,
      today: environment.today,
      paths: [...plan.planned.keys()],
    }
    writeFileSync(join(folders.staging, PART_FILE), JSON.stringify(facts))
    renameIfThere(out, folders.old)
    renameSync(folders.staging, out)
    sources.close()
    progress.say(`Part ${String(part.number)} of ${String(part.of)}: ${count(plan.planned.size)} files`)
  })
}

/**
 * Join the parts of an archive in the folder that `ARCHIVE_OUT` names, and look whether everything is there. The folders of the
 * parts are used up.
 *
 * @throws Error that says what does not fit together
 */
export function mergeParts(progress: Progress, parts: readonly string[]): Promise<string> {
  return atWork(progress, async (out, workplace) => {
    const { environment, folders, atEnd } = workplace
    const maker = digestOfMaker()
    const { record } = openRecordOf(out, workplace, maker)
    const sources = await readSources(environment, progress)
    const facts = parts.map((folder) => readFacts(resolve(folder)))
    refuseOthers(facts, { maker, key: sources.key, today: environment.today })

    const plan = await makePlan(sources.units())
    const staging = openStaging(folders.staging, out, NO_FILES)
    const step = progress.start('merge')
    for (const folder of parts) {
      const indexes = join(folder, INDEXES)
      if (existsSync(indexes)) cpSync(indexes, environment.indexes, { recursive: true })
      rmSync(indexes, { recursive: true, force: true })
      rmSync(join(folder, PART_FILE))
      staging.moveIn(folder, (path) => {
        const unit = plan.planned.get(path)
        return unit === undefined ? { unit: ASSETS, key: '' } : { unit: nameOf(unit), key: unit.key }
      })
      rmSync(folder, { recursive: true })
    }
    step.end(`${count(facts.length)} parts with ${count(plan.planned.size)} files`)
    const search = beginSearch(sources.catalogue, environment, progress)
    atEnd(search.stop)
    await search.write(staging, () => false)
    checkStaging(staging, { plan, standing: NOTHING_STANDS, out, sources, progress })
    const isFresh = true
    putInPlace(staging, out, { record, source: sources.key, folders, removed: [], dropped: [], isFresh, progress })
    sources.close()
  })
}

function readFacts(folder: string): PartFacts & { folder: string } {
  const file = join(folder, PART_FILE)
  if (!existsSync(file))
    throw new Error(`${folder} is no part of an archive: make one with npm run build -- --part 1/2`)
  return { ...(JSON.parse(readFileSync(file, 'utf8')) as PartFacts), folder }
}

function refuseOthers(
  parts: readonly (PartFacts & { folder: string })[],
  { maker, key, today }: Pick<PartFacts, 'maker' | 'key' | 'today'>,
): void {
  const of = parts[0]?.of ?? 0
  const faults = parts.flatMap((part) => [
    ...(part.maker === maker ? [] : [`${part.folder} was built by other code`]),
    ...(part.today === today
      ? []
      : [`${part.folder} was built for ${part.today}, not for ${today}: set ARCHIVE_TODAY`]),
    ...(part.key === key || part.today !== today ? [] : [`${part.folder} was built from other contents`]),
    ...(part.of === of ? [] : [`${part.folder} is one of ${String(part.of)} parts, not of ${String(of)}`]),
  ])
  for (let number = 1; number <= of; number += 1) {
    const found = parts.filter((part) => part.number === number)
    if (found.length === 0) faults.push(`part ${String(number)} of ${String(of)} is missing`)
    if (found.length > 1)
      faults.push(`part ${String(number)} is there twice: ${found.map(({ folder }) => folder).join(', ')}`)
  }
  if (faults.length > 0) throw new Error(`these parts do not make an archive:\n${faults.join('\n')}`)
}
