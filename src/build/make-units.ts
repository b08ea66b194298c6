import { setImmediate } from 'node:timers/promises'
import { makeCards } from './make-cards.ts'
import type { PageMaker } from './make-pages.ts'
import type { Progress } from './progress.ts'
import { count } from './progress.ts'
import type { Sources } from './read-sources.ts'
import type { Staging } from './staging.ts'
import { nameOf, type Unit } from './units.ts'

/** What units are made with. */
export interface UnitMaker {
  sources: Sources
  staging: Staging
  progress: Progress
  pages: PageMaker
  /** How many reports are made searchable at the same time. */
  indexed: number
  /** Whether Astro is not asked at all, since neither pages nor what it brings along has to be made. */
  withoutPages: boolean
}

/**
 * Make units: the pages by Astro, in a process of its own, and everything else here, at the same time.
 *
 * @param meanwhile what else is done here while pages are made
 */
export async function makeUnits<Result>(
  units: readonly Unit[],
  { sources, staging, pages, indexed, progress, withoutPages }: UnitMaker,
  meanwhile: () => Promise<Result>,
): Promise<Result> {
  // First what other processes work on for long.
  const making = withoutPages ? undefined : makeAndNotePages(units, { staging, pages, indexed, progress })
  // Told below, also when it fails before anybody waits for it.
  making?.catch(() => undefined)
  // What is done here may take seconds in which nothing that was said to another process goes out.
  await setImmediate()
  const result = meanwhile()
  const files = makeFiles(units, staging, progress).then(() => makeCards(sources.catalogue, units, staging, progress))
  await Promise.all([making, result, files])
  return result
}

/** The unit of what Astro brings along with pages: scripts and styles, and the files that are copied as they are. */
export const ASSETS = 'assets'

async function makeAndNotePages(
  units: readonly Unit[],
  { staging, pages, indexed, progress }: Pick<UnitMaker, 'staging' | 'pages' | 'indexed' | 'progress'>,
): Promise<void> {
  const keys = new Map<string, string>()
  const due = units.flatMap(({ address, paths: [path = ''], key }) => {
    if (address === undefined) return []
    keys.set(path, key)
    const standing = staging.standing(path, path)?.digest
    return [{ address, ...(standing !== undefined && { standing }) }]
  })
  const made = await pages.make(due, indexed, progress)
  for (const page of made.pages) staging.note(page, page.path, keys.get(page.path) ?? '')
  staging.moveIn(made.assets, () => ({ unit: ASSETS, key: '' }))
}

/** After how many units other things get their turn. */
const PATIENCE = 50

async function makeFiles(units: readonly Unit[], staging: Staging, progress: Progress): Promise<void> {
  const files = units.filter(({ make }) => make !== undefined)
  if (files.length === 0) return
  const step = progress.start('files')
  let written = 0
  for (const [index, { paths, key, make }] of files.entries()) {
    const contents = make?.(staging.read) ?? []
    for (const [place, path] of paths.entries()) {
      staging.put(path, contents[place] ?? '', nameOf({ paths }), key)
      written += 1
    }
    step.tell(index + 1, files.length)
    // Lets what Astro says of its pages through.
    if ((index + 1) % PATIENCE === 0) await setImmediate()
  }
  step.end(`${count(written)} files for programs`)
}
