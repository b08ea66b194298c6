import type { CoreColumns } from './columns.ts'
import { isWithin, type DateRange } from './date-range.ts'
import { findMatches, findTitles, type Match } from './matches.ts'
import type { OpenShard } from './open-shard.ts'
import type { FacetDemand, Understood } from './understand.ts'

/** The reports of one index that answer what was typed and lie in the range of dates. */
export interface FoundReports {
  shard: OpenShard
  core: CoreColumns
  /** Their ordinals, rising. */
  ordinals: readonly number[]
  /** How many reports of the index lie in the range. */
  inRange: number
  /** For each thing that was looked for and must be there: where the reports in the range hold it. */
  matches: readonly ReadonlyMap<number, Match>[]
  /** The reports whose title is just what was typed. */
  titles: ReadonlySet<number>
}

/** Find the reports of one index that answer what was typed and lie in the range of dates. */
export async function findReports(
  shard: OpenShard,
  { words, facets, title }: Understood,
  range: DateRange,
): Promise<FoundReports> {
  const wanted = words.filter(({ isNegated }) => !isNegated)
  const unwanted = words.filter(({ isNegated }) => isNegated)
  const [core, everywhere, negated, titles, terms] = await Promise.all([
    shard.core(),
    Promise.all(wanted.map((demand) => findMatches(demand, shard.find))),
    Promise.all(unwanted.map((demand) => findMatches(demand, shard.find))),
    wanted.length === 0 || title.words.length === 0
      ? new Set<number>()
      : findTitles(title.words, title.length, shard.find),
    Promise.all(facets.map(async (demand) => ({ demand, reports: await findTerms(shard, demand) }))),
  ])
  const inRange = withinRange(core, range)
  const count = inRange.reduce((sum, isInside) => sum + isInside, 0)
  const isWhole = count === inRange.length
  const matches = isWhole
    ? everywhere
    : everywhere.map((list) => new Map([...list].filter(([ordinal]) => inRange[ordinal] === 1)))
  const [rarest, ...others] = matches.toSorted((a, b) => a.size - b.size)
  const candidates = rarest === undefined ? inRange.keys() : [...rarest.keys()].sort((a, b) => a - b)
  const ordinals = Array.from(candidates).filter(
    (ordinal) =>
      inRange[ordinal] === 1 &&
      others.every((list) => list.has(ordinal)) &&
      negated.every((list) => !list.has(ordinal)) &&
      terms.every(({ demand, reports }) => reports.has(ordinal) !== demand.isNegated),
  )
  return { shard, core, ordinals, inRange: count, matches, titles }
}

/** The reports that have one of the terms. */
async function findTerms(shard: OpenShard, { facet, values }: FacetDemand): Promise<Set<number>> {
  const lists = facet === 'kind' || facet === 'lang' ? (await shard.core())[facet] : await shard.values(facet)
  return new Set(values.flatMap((value) => Array.from(lists.get(value) ?? [])))
}

/** For each report, by its ordinal, 1 where its date lies in the range. */
function withinRange({ days, lengths }: CoreColumns, range: DateRange): Uint8Array {
  const inside = new Uint8Array(lengths.length)
  let at = 0
  for (const [date, count] of days) {
    if (isWithin(date, range)) inside.fill(1, at, at + count)
    at += count
  }
  return inside
}
