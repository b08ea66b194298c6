import MiniSearch from 'minisearch'
import { plainTextOf, type News } from '../make-news.ts'
import { compress } from './search-site.ts'
import { grouped, kilobytes, megabytes, type Row } from './table.ts'

/** The search itself may cost so much of what this one costs. */
const GOAL = 1 / 30

/**
 * Make an index of the same titles and texts that a browser would load whole, as searches of small sites do, and compare.
 *
 * @param bytes what the first search costs
 */
export function measureMiniSearch({ reports, texts }: News, bytes: number | undefined): Row[] {
  const index = new MiniSearch({ fields: ['title', 'text'] })
  index.addAll(reports.map(({ id, title }) => ({ id, title, text: plainTextOf(texts.get(id) ?? '').join('\n') })))
  const whole = compress(JSON.stringify(index)).length
  return [
    { what: 'an index to be loaded whole, brotli 5', measured: megabytes(whole) },
    {
      what: `the first search, as a part of it${bytes === undefined ? '' : ` (${kilobytes(bytes)})`}`,
      goal: '≤ 1/30',
      measured: bytes === undefined ? 'not measured' : `1/${grouped(whole / bytes, 1)}`,
      isMet: bytes === undefined || bytes / whole <= GOAL,
    },
  ]
}
