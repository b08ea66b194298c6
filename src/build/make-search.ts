import type { Catalogue, Report } from '#archive/catalogue.ts'
import { makeIndexes as keepIndexes, type SearchSources } from './keep-shards.ts'
import { beginFiles, writeSearch, type PutSearchFile } from './write-search.ts'
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

/** The search of an archive, whose indexes are being made. */
export interface BegunSearch {
  /** How many reports stand in indexes that are made anew. */
  anew: number
  /**
   * Put what searching needs into the staging, but for what stands in the archive.
   *
   * @param isStanding whether all files of a folder stand in the archive as they were made with a key
   * @returns the folder of each index with its key
   */
  write: (
    staging: Pick<Staging, 'put'>,
    isStanding: (folder: string, key: string) => boolean,
  ) => Promise<ReadonlyMap<string, string>>
  /** End what is still being made. */
  stop: () => void
}

/** Begin to make the search indexes that have to be made; other processes do most of it. */
export function beginSearch(catalogue: Catalogue, environment: Environment, progress: Progress): BegunSearch {
  const step = progress.start('search')
  const stopping = new AbortController()
  const sources = { ...sourcesOf(catalogue, environment), signal: stopping.signal }
  const begun = beginFiles(sources)
  return {
    anew: begun.anew,
    write: async (staging, isStanding) => {
      const put: PutSearchFile = (path, bytes, shard) => {
        staging.put(path, bytes, shard?.folder ?? SEARCH, shard?.key ?? '')
      }
      const { manifest, made, keys } = await writeSearch(put, { ...sources, isStanding }, begun)
      const indexed = manifest.shards.reduce((sum, shard) => sum + shard.count, 0)
      step.end(
        `${count(indexed)} reports in ${count(manifest.shards.length)} search indexes, ${count(made)} of them made anew`,
      )
      return keys
    },
    stop: () => {
      stopping.abort()
    },
  }
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
