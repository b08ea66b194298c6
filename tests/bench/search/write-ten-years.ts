import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { buildCatalogue, type Report } from '#archive/catalogue.ts'
import { writerBelow } from '#build/write-below.ts'
import { writeSearch } from '#build/write-search.ts'
import { toBlocks } from '#search/blocks.ts'
import { settings } from '../../../src/site.config.ts'
import { makeTenYears } from './ten-years.ts'

/** What is to be written. */
export interface Order {
  count: number
  reportsPerShard: number
  /** Gets `site/`; when the index is also to be written again, `again/` and `next/`. */
  folder: string
  /** Whether the same is written again, and then with one report more. */
  isAgain: boolean
}

/** What was written. */
export interface Written {
  step: 'new' | 'again' | 'next'
  milliseconds: number
  /** How many indexes there are, and how many of them were made anew. */
  shards: number
  made: number
  /** The most memory that Node held so far, in MiB, the news included. */
  memory: number
}

/** A process of its own, so that its memory can be told from that of the rest of the measurements. */
const { count, reportsPerShard, folder, isAgain } = JSON.parse(process.argv[2] ?? '') as Order
const { news, next } = makeTenYears(count)

const write = async (step: Written['step'], reports: readonly Report[]): Promise<void> => {
  const catalogue = buildCatalogue(reports, news.terms)
  const before = performance.now()
  const { manifest, made } = await writeSearch(writerBelow(join(folder, step === 'new' ? 'site' : step)), {
    catalogue,
    settings: { ...settings, reportsPerShard },
    blocksOf: ({ id }) => toBlocks(news.texts.get(id) ?? ''),
    cache: join(folder, 'cache'),
  })
  const milliseconds = performance.now() - before
  const memory = process.resourceUsage().maxRSS / 1024
  const written: Written = { step, milliseconds, shards: manifest.shards.length, made, memory }
  process.send?.(written)
}

await write('new', news.reports)
if (isAgain) {
  await write('again', news.reports)
  await write('next', [...news.reports, next])
}
rmSync(join(folder, 'cache'), { recursive: true, force: true })
