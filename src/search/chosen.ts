import type { ValueLists } from './columns.ts'
import { applyFacets, FACETS, joinLists, type Facet } from './facets.ts'
import type { FacetCounts } from './answer.ts'
import type { FoundReports } from './find-reports.ts'
import type { Query } from './query.ts'

/** Whether a report, by its number in the archive, has a chosen value of each facet. */
export async function keepChosen(
  found: readonly FoundReports[],
  chosen: Query['chosen'],
  size: number,
): Promise<(report: number) => boolean> {
  const facets = chosenFacets(chosen)
  if (facets.length === 0) return () => true
  const lists = await listsOf(
    found,
    facets.map(([facet]) => facet),
  )
  const { kept } = applyFacets(numbersOf(found), new Map(facets), lists, [], size)
  const set = new Set(kept)
  return (report) => set.has(report)
}

/** How many reports each value of some facets would give, if only the choices of the other facets applied. */
export async function countValues(
  found: readonly FoundReports[],
  chosen: Query['chosen'],
  counted: readonly Facet[],
  size: number,
): Promise<FacetCounts> {
  const facets = chosenFacets(chosen)
  const lists = await listsOf(found, [...new Set([...counted, ...facets.map(([facet]) => facet)])])
  const { counts } = applyFacets(numbersOf(found), new Map(facets), lists, counted, size)
  return [...counts]
}

/** The facets of which something is chosen. */
function chosenFacets(chosen: Query['chosen']): [Facet, readonly string[]][] {
  return FACETS.filter((facet) => chosen[facet].length > 0).map((facet) => [facet, chosen[facet]])
}

/** The numbers of the reports in the whole archive, rising. */
function numbersOf(found: readonly FoundReports[]): Uint32Array {
  return Uint32Array.from(found.flatMap(({ shard, ordinals }) => ordinals.map((ordinal) => shard.offset + ordinal)))
}

/** The reports of each value of some facets, by their numbers in the whole archive. */
async function listsOf(found: readonly FoundReports[], facets: readonly Facet[]): Promise<Map<Facet, ValueLists>> {
  const lists = facets.map(async (facet) => {
    const parts = found.map(async ({ shard, core }) => ({
      offset: shard.offset,
      lists: facet === 'kind' || facet === 'lang' ? core[facet] : await shard.values(facet),
    }))
    return [facet, joinLists(await Promise.all(parts))] as const
  })
  return new Map(await Promise.all(lists))
}
