import { nameKey } from '#search/names.ts'
import type { TestArchive } from '../../search/open-test-archive.ts'
import { pickKnownItems } from '../known-items.ts'
import type { CorpusSite } from './corpus-site.ts'
import { grouped, seconds, share, type Row } from './table.ts'

const ITEMS = 250
const SEED = 1
const FIRST = 10
/** How many results are looked at to say where a report stands. */
const LOOKED_AT = 30
const GOAL = 0.97

/** Look for reports again by what a reader may remember of them. */
export async function measureKnownItems(
  { search }: TestArchive,
  { reports, refused, milliseconds }: CorpusSite,
): Promise<Row[]> {
  const items = pickKnownItems(reports, ITEMS, SEED).filter(({ words }) => words.length > 0)
  const byAddress = new Map(reports.map((report) => [report.address, report]))
  const titleMisses: string[] = []
  const wordMisses: string[] = []
  let twins = 0
  for (const { id, title, words } of items) {
    /** Where it stands, from 1, and what stands first. */
    const look = async (typed: string) => {
      const { hits, count, failed } = await search({ words: typed }, LOOKED_AT)
      if (failed.length > 0) throw new Error(`an index failed at ${typed}`)
      const found = hits.map(({ address }) => byAddress.get(address))
      return { place: found.findIndex((report) => report?.id === id) + 1, first: found[0], count }
    }
    const byTitle = await look(title)
    if (byTitle.place !== 1) {
      const isTwin = nameKey(byTitle.first?.title ?? '') === nameKey(title)
      if (isTwin) twins += 1
      const reason = isTwin ? 'another of the same title' : `“${byTitle.first?.title ?? 'nothing'}”`
      titleMisses.push(`“${title}”: ${placeOf(byTitle)}, first is ${reason}`)
    }
    const byWords = await look(words.join(' '))
    if (byWords.place === 0 || byWords.place > FIRST)
      wordMisses.push(`${words.join(' ')}: ${placeOf(byWords)} (“${title}”)`)
  }
  const rowOf = (what: string, misses: readonly string[]): Row => {
    const right = items.length - misses.length
    const part = right / Math.max(items.length, 1)
    return { what, goal: `≥ ${String(GOAL)}`, measured: share(right, items.length), isMet: part >= GOAL, cases: misses }
  }
  return [
    {
      what: 'reports that were indexed',
      measured: `${grouped(reports.length)} in ${seconds(milliseconds)}, ${String(refused.length)} left out`,
    },
    rowOf('the title typed: found first', titleMisses),
    {
      what: '  or another of the same title',
      measured: share(items.length - titleMisses.length + twins, items.length),
    },
    rowOf(`four rare words typed: among the first ${String(FIRST)}`, wordMisses),
  ]
}

function placeOf({ place, count }: { place: number; count: number }): string {
  return place === 0 ? `not among the first of ${grouped(count)}` : `at ${String(place)} of ${grouped(count)}`
}
