import type { Report } from '#archive/catalogue.ts'

/** The reports of one search index, in the order in which they are indexed. */
export interface PlannedShard {
  /** The stretch of time that it begins with: `1987`, `1987-03` or `1987-03-26`. */
  name: string
  reports: readonly Report[]
}

/** Lengths of a date that names a year, a month and a day. */
const LENGTHS = [4, 7, 10]

/**
 * Divide reports into search indexes of at most `size`, unless a single day has more: whole years while they fit, months of
 * a year that does not, days of a month that does not. They are gathered from the oldest on, so that what is closed
 * stays as it is when new reports come.
 *
 * @param reports in the order of the catalogue, oldest first; the order is part of the bytes of an index
 * @returns the shards, oldest first; none of them is empty
 */
export function planShards(reports: readonly Report[], size: number): PlannedShard[] {
  const shards: { name: string; reports: Report[] }[] = []
  for (const { name, reports: part } of divide(reports, size, 0)) {
    const last = shards.at(-1)
    if (last !== undefined && last.reports.length + part.length <= size) last.reports.push(...part)
    else shards.push({ name, reports: [...part] })
  }
  return shards
}

/** The longest stretches of time that hold at most `size` reports each, in their order. */
function divide(reports: readonly Report[], size: number, step: number): PlannedShard[] {
  const length = LENGTHS[step] ?? 10
  const groups = [...Map.groupBy(reports, ({ date }) => date.slice(0, length))]
  return groups.flatMap(([name, part]) =>
    part.length <= size || step === LENGTHS.length - 1 ? [{ name, reports: part }] : divide(part, size, step + 1),
  )
}
