import type { Shard } from './manifest.ts'

/** Something of an index could not be fetched or read. */
export class ShardFailure extends Error {
  readonly shard: Shard

  constructor(shard: Shard, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause })
    this.name = 'ShardFailure'
    this.shard = shard
  }
}
