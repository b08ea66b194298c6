import { rememberOf } from '#archive/remember.ts'
import type { CoreColumns } from './columns.ts'
import type { FoundReports } from './find-reports.ts'
import type { Match } from './matches.ts'
import type { Sort } from './query.ts'
import { rarityOf, scoreOf } from './rank.ts'

/** A report that is to be shown: its index and its ordinal there. */
export interface Place {
  found: FoundReports
  ordinal: number
}

/** How much the archive holds. */
export interface Totals {
  reports: number
  words: number
  /** The latest day that a report of it may be of, `2024-12-20`. */
  newest: string
}

/**
 * Put reports in the order in which they are shown. Reports that are equal stand in the order of their dates, the newest first
 * (the oldest first where that was asked for).
 *
 * @param found what each index gave, oldest first
 * @param isKept whether a report, by its number in the archive, has the chosen terms
 */
export function orderReports(
  found: readonly FoundReports[],
  isKept: (report: number) => boolean,
  sort: Sort,
  totals: Totals,
): Place[] {
  const kept = found.flatMap((one) =>
    one.ordinals.filter((ordinal) => isKept(one.shard.offset + ordinal)).map((ordinal) => ({ found: one, ordinal })),
  )
  if (sort === 'oldest') return kept
  const newestFirst = kept.reverse()
  if (sort === 'newest') return newestFirst

  // Counted among the reports of the range, whichever indexes they are in.
  const inRange = found.reduce((sum, one) => sum + one.inRange, 0)
  const rarities = (found[0]?.matches ?? []).map((_, index) =>
    rarityOf(
      found.reduce((sum, { matches }) => sum + (matches[index]?.size ?? 0), 0),
      inRange,
    ),
  )
  const meanLength = totals.words / Math.max(totals.reports, 1)
  const newest = yearOf(totals.newest)
  const years = new Map(found.map((one) => [one, yearsOf(one.core)]))
  const scored = newestFirst.map((place) => {
    const { found: one, ordinal } = place
    const matches = one.matches.map((list) => list.get(ordinal)).filter((match): match is Match => match !== undefined)
    const standing = {
      length: one.core.lengths[ordinal] ?? 0,
      meanLength,
      yearsOld: Math.max(0, newest - (years.get(one)?.[ordinal] ?? newest)),
    }
    return { place, isTitle: one.titles.has(ordinal), score: scoreOf(matches, rarities, standing) }
  })
  return scored.sort((a, b) => Number(b.isTitle) - Number(a.isTitle) || b.score - a.score).map(({ place }) => place)
}

/** When each report was filed, in years; every search asks for it again. */
const yearsOf = rememberOf(({ days, lengths }: CoreColumns): Float64Array => {
  const years = new Float64Array(lengths.length)
  let at = 0
  for (const [date, count] of days) {
    years.fill(yearOf(date), at, at + count)
    at += count
  }
  return years
})

function yearOf(date: string): number {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  return year + (month - 1) / 12 + (day - 1) / 372
}
