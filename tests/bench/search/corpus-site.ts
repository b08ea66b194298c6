import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { zstdDecompressSync } from 'node:zlib'
import { reportAddress } from '#archive/addresses.ts'
import { buildCatalogue, type Report } from '#archive/catalogue.ts'
import { writerBelow } from '#build/write-below.ts'
import { writeSearch } from '#build/write-search.ts'
import { renderMarkdown } from '#markdown/pipeline.ts'
import { toBlocks } from '#search/blocks.ts'
import type { Block } from '#search/record.ts'
import { readArchive } from '#source/read-archive.ts'
import { readBody } from '#source/read-report.ts'
import { settings } from '../../../src/site.config.ts'
import { convertCorpus } from '../convert-corpus.ts'
import type { Readable } from '../known-items.ts'

/** A corpus whose search is written. */
export interface CorpusSite {
  /** The folder of the site. */
  site: string
  reports: (Readable & { address: string })[]
  /** What was left out, each with the reason. */
  refused: string[]
  /** How long indexing took. */
  milliseconds: number
}

/**
 * Make an archive of a corpus and write its search, both below a folder.
 *
 * @param file a JSON object a line, compressed or not
 */
export async function writeCorpusSite(file: string, folder: string): Promise<CorpusSite> {
  const bytes = readFileSync(file)
  const lines = (file.endsWith('.zst') ? zstdDecompressSync(bytes) : bytes).toString()
  const root = join(folder, 'content')
  const { refused } = convertCorpus(lines, root)
  const { reports, terms, problems } = readArchive({ root, settings, today: '9999-12-31' })
  const [problem] = problems.filter(({ severity }) => severity !== 'warning')
  if (problem !== undefined) throw new Error(`${problem.file}: ${problem.what}`)
  const blocks = new Map(reports.map((report) => [report, readBlocks(root, report)]))
  const site = join(folder, 'site')
  const before = performance.now()
  await writeSearch(writerBelow(site), {
    catalogue: buildCatalogue(reports, terms),
    settings,
    blocksOf: (report) => blocks.get(report) ?? [],
    cache: join(folder, 'cache'),
  })
  return {
    site,
    reports: reports.map((report) => {
      const text = (blocks.get(report) ?? []).map(([, words]) => words).join('\n')
      return { id: report.id, title: report.title, text, address: reportAddress(report.path) }
    }),
    refused,
    milliseconds: performance.now() - before,
  }
}

function readBlocks(root: string, { file, lang: language, path, pictures }: Report): Block[] {
  const address = reportAddress(path)
  return toBlocks(renderMarkdown(readBody(root, file), { language, base: '', address, pictures }).html)
}
