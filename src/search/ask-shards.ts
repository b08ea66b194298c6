import type { DateRange } from './date-range.ts'
import { findReports, type FoundReports } from './find-reports.ts'
import type { Shard } from './manifest.ts'
import type { OpenShard } from './open-shard.ts'
import { ShardFailure } from './shard-failure.ts'
import type { Understood } from './understand.ts'

/** What some indexes gave. */
export interface Found {
  understood: Understood
  /** Oldest first; those that failed are left out. */
  reports: readonly FoundReports[]
  failed: readonly ShardFailure[]
}

/** Ask some indexes for what was typed; those that fail are named, and the others answer. */
export async function askShards(
  shards: readonly OpenShard[],
  understood: Understood,
  range: DateRange,
): Promise<Found> {
  const failed: ShardFailure[] = []
  const reports = await Promise.all(
    shards.map((shard) =>
      findReports(shard, understood, range).catch((error: unknown) => void failed.push(asFailure(error))),
    ),
  )
  return { understood, reports: reports.filter((one) => one !== undefined), failed }
}

/**
 * Do some work with what indexes gave. Where one of them fails at that, the work is done again without it.
 *
 * @throws what is no failure of an index
 */
export async function withoutFailed<Value>(found: Found, work: (found: Found) => Promise<Value>): Promise<Value> {
  try {
    return await work(found)
  } catch (error) {
    const failure = asFailure(error)
    const reports = found.reports.filter(({ shard }) => shard.shard !== failure.shard)
    if (reports.length === found.reports.length) throw error
    return withoutFailed({ ...found, reports, failed: [...found.failed, failure] }, work)
  }
}

/** Whether an index may hold reports of a range of dates. */
export function touches({ from, to }: Shard, range: DateRange): boolean {
  return (range.from === '' || to >= range.from) && (range.to === '' || from <= range.to.padEnd(10, '-99'))
}

function asFailure(error: unknown): ShardFailure {
  if (error instanceof ShardFailure) return error
  throw error
}
