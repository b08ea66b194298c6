import type { OpenShard } from './open-shard.ts'

/** How many reports that have a key are looked at. */
const LOOKED_AT = 10

/**
 * The address of the report that has a key: its identifier, or the address where its source published it. Where a brief names
 * the same source, the report itself is meant; of several the newest. `undefined` when none has it.
 *
 * @param key as `toKey` makes it
 */
export async function locateReport(shards: readonly OpenShard[], key: string): Promise<string | undefined> {
  if (key === '') return undefined
  const found = await Promise.all(
    shards.toReversed().map(async (shard) => {
      const ordinals = [...(await shard.find(key, 'key')).keys()].sort((a, b) => b - a)
      return ordinals.map((ordinal) => ({ shard, ordinal }))
    }),
  )
  const places = found.flat().slice(0, LOOKED_AT)
  const records = await Promise.all(places.map(({ shard, ordinal }) => shard.record(ordinal)))
  return (records.find(({ kind }) => kind === 'report') ?? records[0])?.address
}
