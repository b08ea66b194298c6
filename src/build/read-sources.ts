import { resolve } from 'node:path'
import type { Catalogue } from '#archive/catalogue.ts'
import { contentCache } from '#site/content-cache.ts'
import { keysOf } from '#site/page-keys.ts'
import { readCheckedArchive, summarise } from '#source/archive-loader.ts'
import type { SourceArchive } from '#source/read-archive.ts'
import type { Environment } from '../environment.ts'
import { settings } from '../site.config.ts'
import { planCards } from './make-cards.ts'
import { planMaps } from './maps.ts'
import type { Progress } from './progress.ts'
import { readAhead } from './read-ahead.ts'
import { planUnits, type Unit } from './units.ts'

/** The sources of an archive, read and found right. */
export interface Sources {
  environment: Environment
  archive: SourceArchive
  catalogue: Catalogue
  /** Everything that the archive consists of but for what Astro brings along, and for the search. */
  units: () => Iterable<Unit>
  /** A key of all of it. */
  key: string
  close: () => void
}

/** Read and check the content folder, on all cores. @throws Error with every problem of the content */
export async function readSources(environment: Environment, progress: Progress): Promise<Sources> {
  const { content, contents, reader, site, today } = environment
  const root = resolve(content)
  const step = progress.start('read')
  if (reader !== undefined) await readAhead({ root, settings, today }, { site: site.href, contents, reader }, step.tell)
  const archive = readCheckedArchive({ root, settings, today, cache: contentCache })
  const { catalogue } = archive
  step.end(summarise(archive))
  return {
    environment,
    archive,
    catalogue,
    *units() {
      yield* planUnits(catalogue, root)
      yield* planMaps(catalogue, archive)
      yield* planCards(catalogue)
    },
    key: keysOf(catalogue).ofArchive(),
    close: contentCache.close,
  }
}
