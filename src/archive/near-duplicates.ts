import { distinctShingles, HASHES, scatter } from './signature.ts'

/** Two texts that are nearly the same. */
export interface NearDuplicate<Key> {
  /** The text that came earlier in the input. */
  earlier: Key
  later: Key
  /** The share of their word triples that both texts have, from the threshold to 1. */
  similarity: number
}

/** How a signature is cut into bands of rows. */
const BANDS = 8
const ROWS = HASHES / BANDS

/** How many texts a bucket holds, the earliest ones: with it the work does not grow with boilerplate. */
const BUCKET_SIZE = 16

/** How far agreeing signatures may underrate a similarity: 3.5 standard deviations at 0.8 (`√(0.8 × 0.2 / 32)`). */
const MARGIN = 0.25

/** How many shingles of texts that were compared are remembered: 4 MB, some 3,000 reports. */
const REMEMBERED_SHINGLES = 1_000_000

/**
 * The texts that are nearly the same as an earlier one, in the order of the input: each is named once, with the
 * earliest text that it resembles. `signatures` may be a generator, so that no two texts are in memory at once;
 * texts without a signature are passed over. `textOf` gives the text again, and is asked for the few that may be alike.
 *
 * Candidates are the texts that agree in one band of their signatures (locality-sensitive hashing: J. Leskovec et al.,
 * “Mining of Massive Datasets”, §3.4, http://www.mmds.org). Of the pairs with a similarity of 0.8 this misses
 * one in 60, of those with 0.95 one in 700,000; what is reported was compared in full. About 220 bytes a text.
 */
export function findNearDuplicates<Key>(
  signatures: Iterable<readonly [Key, Uint32Array | undefined]>,
  textOf: (key: Key) => string,
  threshold = 0.8,
): NearDuplicate<Key>[] {
  const { keys, places } = pack(signatures)
  const meet = makeBuckets(places, keys.length)
  const compare = makeComparison(keys, textOf)
  const found: NearDuplicate<Key>[] = []
  keys.forEach((later, index) => {
    for (const candidate of meet(index)) {
      if (agreement(places, candidate, index) < threshold - MARGIN) continue
      const similarity = compare(candidate, index)
      if (similarity < threshold) continue
      found.push({ earlier: keys[candidate] as Key, later, similarity })
      return
    }
  })
  return found
}

/** The keys, and all signatures in one array: an array for each text would take three times the memory. */
function pack<Key>(signatures: Iterable<readonly [Key, Uint32Array | undefined]>): {
  keys: Key[]
  places: Uint32Array
} {
  const keys: Key[] = []
  let places = new Uint32Array(1024 * HASHES)
  for (const [key, signature] of signatures) {
    if (signature === undefined) continue
    if (places.length === keys.length * HASHES) {
      const larger = new Uint32Array(2 * places.length)
      larger.set(places)
      places = larger
    }
    places.set(signature, keys.length * HASHES)
    keys.push(key)
  }
  return { keys, places: places.slice(0, keys.length * HASHES) }
}

/**
 * Buckets of texts that agree in all rows of a band. The function returned puts a text, by its number, into its buckets
 * and gives the numbers of those that it meets there, the earliest first. A hash table for each band with chains in
 * typed arrays, where 0 is nobody: a `Map` would take ten times the memory.
 */
function makeBuckets(places: Uint32Array, count: number): (text: number) => number[] {
  const slots = Math.ceil(count * 1.5) + 1
  const heads = new Uint32Array(slots * BANDS)
  const next = new Uint32Array(count * BANDS)

  /** The slot that holds the bucket of a text in a band, or is free for it. */
  function findSlot(text: number, band: number): number {
    const row = text * HASHES + band * ROWS
    let slot = hashOfRows(places, row) % slots
    for (;;) {
      const head = heads[band * slots + slot] ?? 0
      if (head === 0 || sameRows(places, (head - 1) * HASHES + band * ROWS, row)) return band * slots + slot
      slot = (slot + 1) % slots
    }
  }

  return (text) => {
    const met = new Set<number>()
    for (let band = 0; band < BANDS; band += 1) {
      const slot = findSlot(text, band)
      const head = heads[slot] ?? 0
      let size = 0
      for (let other = head; other !== 0; other = next[(other - 1) * BANDS + band] ?? 0) {
        met.add(other - 1)
        size += 1
      }
      if (size === BUCKET_SIZE) continue
      next[text * BANDS + band] = head
      heads[slot] = text + 1
    }
    return [...met].sort((a, b) => a - b)
  }
}

function hashOfRows(places: Uint32Array, start: number): number {
  let hash = 0
  for (let row = 0; row < ROWS; row += 1) hash = scatter(Math.imul(hash, 31) + (places[start + row] ?? 0))
  return hash
}

function sameRows(places: Uint32Array, a: number, b: number): boolean {
  for (let row = 0; row < ROWS; row += 1) if (places[a + row] !== places[b + row]) return false
  return true
}

/** The share of places in which the signatures of two texts agree: an estimate of their similarity. */
function agreement(places: Uint32Array, a: number, b: number): number {
  let equal = 0
  for (let place = 0; place < HASHES; place += 1) {
    if (places[a * HASHES + place] === places[b * HASHES + place]) equal += 1
  }
  return equal / HASHES
}

/**
 * The similarity of two texts, by their numbers: shingles that both have, of the shingles that either has (Jaccard).
 * The shingles used last are remembered, because the first texts of a bucket are compared with all that follow.
 */
function makeComparison<Key>(keys: readonly Key[], textOf: (key: Key) => string): (a: number, b: number) => number {
  const remembered = new Map<number, Uint32Array>()
  let total = 0

  function shinglesAt(index: number): Uint32Array {
    const known = remembered.get(index)
    const shingles = known ?? distinctShingles(textOf(keys[index] as Key))
    if (known === undefined) total += shingles.length
    else remembered.delete(index) // a Map keeps the order of insertion: what is used goes to its end
    remembered.set(index, shingles)
    for (const [oldest, { length }] of remembered) {
      if (total <= REMEMBERED_SHINGLES) break
      remembered.delete(oldest)
      total -= length
    }
    return shingles
  }

  return (a, b) => {
    const [ofA, ofB] = [shinglesAt(a), shinglesAt(b)]
    const shared = countShared(ofA, ofB)
    return shared / (ofA.length + ofB.length - shared)
  }
}

/** How many numbers two sorted lists have in common. */
function countShared(a: Uint32Array, b: Uint32Array): number {
  let [shared, placeInA, placeInB] = [0, 0, 0]
  while (placeInA < a.length && placeInB < b.length) {
    const difference = (a[placeInA] ?? 0) - (b[placeInB] ?? 0)
    if (difference === 0) shared += 1
    if (difference <= 0) placeInA += 1
    if (difference >= 0) placeInB += 1
  }
  return shared
}
