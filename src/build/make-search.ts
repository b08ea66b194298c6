import type { Catalogue, Report } from '#archive/catalogue.ts'
import { makeIndexes as keepIndexes, writeSearch, type SearchSources } from './write-search.ts'
import { toBlocks } from '#search/blocks.ts'
import { fingerprint, fingerprintsOf } from '#site/fingerprints.ts'
import { historyOf } from '#site/ledger.ts'
import { renderText } from '#site/text.ts'
import type { Environment } from '../environment.ts'
import { settings } from '../site.config.ts'
import { digestOfTextMaker } from './maker.ts'
import { count, type Progress } from './progress.ts'
import type { Staging } from './staging.ts'

/** What search indexes are made from. */
function sourcesOf(catalogue: Catalogue, environment: Environment): SearchSources {
  const { ofReport, ofText } = fingerprintsOf(catalogue)
  const code = [digestOfTextMaker(), settings.publisher]
  const recordedOn = (report: Report): string | undefined => historyOf(report)?.published
  return {
    catalogue,
    settings,
    blocksOf: (report) => toBlocks(renderText(report).html),
    recordedOn,
    cache: environment.indexes,
    fingerprintOf: (report) => fingerprint([code, ofReport(report), ofText(report), recordedOn(report)]),
  }
}

/** The unit of what all search indexes have in common. */
const SEARCH = 'search'

/**
 * Make the search indexes that have to be made, and put what searching needs into the staging, but for what stands in the archive.
 *
 * @param isStanding whether all files of a folder stand in the archive as they were made with a key
 * @returns the folder of each index with its key
 */
export async function makeSearch(
  catalogue: Catalogue,
  environment: Environment,
  staging: Pick<Staging, 'put'>,
  { isStanding, progress }: { isStanding: (folder: string, key: string) => boolean; progress: Progress },
): Promise<ReadonlyMap<string, string>> {
  const step = progress.start('search')
  const { manifest, made, keys } = await writeSearch(
    (path, bytes, shard) => {
      staging.put(path, bytes, shard?.folder ?? SEARCH, shard?.key ?? '')
    },
    { ...sourcesOf(catalogue, environment), isStanding },
  )
  const indexed = manifest.shards.reduce((sum, shard) => sum + shard.count, 0)
  step.end(
    `${count(indexed)} reports in ${count(manifest.shards.length)} search indexes, ${count(made)} of them made anew`,
  )
  return keys
}

/** Make the search indexes of one part of an archive, for the machine that joins all parts. */
export async function makeIndexes(
  catalogue: Catalogue,
  environment: Environment,
  to: string,
  { isWanted, progress }: { isWanted: (reports: readonly Report[]) => boolean; progress: Progress },
): Promise<void> {
  const step = progress.start('search')
  step.end(`${count(await keepIndexes(sourcesOf(catalogue, environment), to, isWanted))} search indexes`)
}
