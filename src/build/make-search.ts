import { hash } from 'node:crypto'
import { join, resolve } from 'node:path'
import type { Catalogue } from '#archive/catalogue.ts'
import { writeSearch } from '#integrations/write-search.ts'
import { toBlocks } from '#search/blocks.ts'
import { SEARCH_FOLDER } from '#search/manifest.ts'
import { renderText } from '#site/text.ts'
import type { Environment } from '../environment.ts'
import { settings } from '../site.config.ts'
import type { Progress } from './progress.ts'
import { listFiles } from './staging.ts'

/** Make the search indexes that have to be made, and write what searching needs below `out`; the paths of all of it. */
export async function makeSearch(
  catalogue: Catalogue,
  { content, indexes }: Environment,
  out: string,
  progress: Progress,
): Promise<ReadonlySet<string>> {
  const step = progress.start('search')
  // Each archive has a place of its own, which is cleared of what it no longer needs.
  const cache = join(indexes, hash('sha256', resolve(content), 'hex').slice(0, 8))
  const { manifest, made } = await writeSearch(out, {
    catalogue,
    settings,
    blocksOf: (report) => toBlocks(renderText(report).html),
    cache,
  })
  const count = manifest.shards.reduce((sum, shard) => sum + shard.count, 0)
  step.end(
    `${String(count)} reports in ${String(manifest.shards.length)} search indexes, ${String(made)} of them made anew`,
  )
  return new Set(listFiles(join(out, SEARCH_FOLDER)).map((path) => SEARCH_FOLDER + path))
}
