import type { Report } from '#archive/catalogue.ts'
import type { Shard } from './manifest.ts'

/** A shard that is to be written, and its reports in the order in which they are indexed. */
export interface PlannedShard extends Shard {
  reports: readonly Report[]
}

/**
 * Divide reports into search indexes: one language each, whole years, at most `size` reports unless a single year has more.
 * Years are gathered from the oldest on, so that closed shards stay as they are when new reports come.
 *
 * @param reports in the order of the catalogue, oldest first; the order is part of the bytes of an index
 * @param version of the search engine, part of every path
 * @returns the shards, newest first, then by language
 */
export function planShards(reports: readonly Report[], size: number, version: string): PlannedShard[] {
  const shards = [...Map.groupBy(reports, ({ lang }) => lang)].flatMap(([lang, inLanguage]) =>
    gatherYears(inLanguage, size).map((group): PlannedShard => {
      const from = group[0]?.date.slice(0, 4) ?? ''
      const to = group.at(-1)?.date.slice(0, 4) ?? ''
      return { path: `${version}/${from}/${lang}/`, lang, from, to, count: group.length, reports: group }
    }),
  )
  return shards.sort((a, b) => (a.to !== b.to ? (a.to > b.to ? -1 : 1) : a.lang < b.lang ? -1 : 1))
}

function gatherYears(reports: readonly Report[], size: number): Report[][] {
  const groups: Report[][] = []
  for (const year of Map.groupBy(reports, ({ date }) => date.slice(0, 4)).values()) {
    const last = groups.at(-1)
    if (last !== undefined && last.length + year.length <= size) last.push(...year)
    else groups.push([...year])
  }
  return groups
}
