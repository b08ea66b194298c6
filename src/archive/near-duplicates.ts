/** Two texts that are nearly the same. */
export interface NearDuplicate<Key> {
  /** The text that came earlier in the input. */
  earlier: Key
  later: Key
  /** The share of their word triples that both texts have, from the threshold to 1. */
  similarity: number
}

/** How many hashes make a signature, and how they are cut into bands of rows. */
const HASHES = 32
const BANDS = 8
const ROWS = HASHES / BANDS

/** How many words a text needs to be compared: shorter ones, such as “No report today.”, are alike by chance. */
const FEWEST_WORDS = 20

/** How many texts a bucket holds, the earliest ones: with it the work does not grow with boilerplate. */
const BUCKET_SIZE = 16

/** How far agreeing signatures may underrate a similarity: 3.5 standard deviations at 0.8 (`√(0.8 × 0.2 / 32)`). */
const MARGIN = 0.25

/** How many shingles of texts that were compared are remembered: 4 MB, some 3,000 reports. */
const REMEMBERED_SHINGLES = 1_000_000

/** The scripts written without spaces between words; with their extensions, among them the length mark `ー`. */
const UNSPACED = ['Han', 'Hiragana', 'Katakana', 'Thai', 'Lao', 'Khmer', 'Myanmar']
  .map((script) => `\\p{Script_Extensions=${script}}`)
  .join('')

/** A word, or one character of a script without spaces. Marks, such as the vowels of Hindi, belong to their letters. */
const UNIT = new RegExp(`[[\\p{L}\\p{M}\\p{N}]&&[${UNSPACED}]]|[[\\p{L}\\p{M}\\p{N}]--[${UNSPACED}]]+`, 'gv')
const UNSPACED_CHARACTER = new RegExp(`^[${UNSPACED}]`, 'v')

/** The hashes of a signature: `x → factor × x + shift`, whose constants never change. */
const FACTORS = Uint32Array.from({ length: HASHES }, (_, index) => scatter(2 * index + 1) | 1)
const SHIFTS = Uint32Array.from({ length: HASHES }, (_, index) => scatter(2 * index + 2))

/**
 * The signature of a text, 32 numbers: two texts agree in about as many places as they share word triples.
 * `undefined` for a text of fewer than 20 words or 40 Chinese characters. Markup, if there is any, counts as words.
 *
 * MinHash: A. Broder, “On the resemblance and containment of documents”, 1997.
 * https://doi.org/10.1109/SEQUEN.1997.666900
 */
export function signatureOf(text: string): Uint32Array | undefined {
  const units = unitsOf(text)
  if (isShort(units)) return undefined
  const shingles = shinglesOf(units)
  return FACTORS.map((factor, index) => leastHash(shingles, factor, SHIFTS[index] ?? 0))
}

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

/** The words of a text in their order; capitals and the way an accent is encoded make no difference. */
function unitsOf(text: string): string[] {
  return text.toLowerCase().normalize('NFC').match(UNIT) ?? []
}

/** Whether a text has too few words to be compared; a character of a script without spaces counts half a word. */
function isShort(units: readonly string[]): boolean {
  if (units.length >= 2 * FEWEST_WORDS) return false
  const characters = units.filter((unit) => UNSPACED_CHARACTER.test(unit)).length
  return units.length - characters / 2 < FEWEST_WORDS
}

/** A hash for each three neighbouring words, in their order: a shingle. */
function shinglesOf(units: readonly string[]): Uint32Array {
  const shingles = new Uint32Array(Math.max(0, units.length - 2))
  let beforeLast = 0
  let last = 0
  units.forEach((unit, index) => {
    const hash = hashOf(unit)
    if (index >= 2) shingles[index - 2] = scatter(Math.imul(Math.imul(beforeLast, 31) + last, 31) + hash)
    beforeLast = last
    last = hash
  })
  return shingles
}

/** The least of the hashes of all shingles, under one of the 32 functions. */
function leastHash(shingles: Uint32Array, factor: number, shift: number): number {
  let least = 0xffffffff
  // Not `for … of`, which takes six times as long over a typed array (Node 24): nearly all the work is done here.
  for (let index = 0; index < shingles.length; index += 1) {
    const hash = (Math.imul(shingles[index] ?? 0, factor) + shift) >>> 0
    if (hash < least) least = hash
  }
  return least
}

/** FNV-1a over UTF-16 units, scattered: http://www.isthe.com/chongo/tech/comp/fnv/ */
function hashOf(unit: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < unit.length; index += 1) {
    hash = Math.imul(hash ^ unit.charCodeAt(index), 0x01000193)
  }
  return scatter(hash)
}

/** Spread the bits of a number over 32 bits: the last step of MurmurHash3, https://github.com/aappleby/smhasher */
function scatter(value: number): number {
  let bits = value
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return (bits ^ (bits >>> 16)) >>> 0
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
    const shingles = known ?? distinct(shinglesOf(unitsOf(textOf(keys[index] as Key))))
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

/** The numbers of a list, sorted, each once. Sorts the list itself. */
function distinct(numbers: Uint32Array): Uint32Array {
  numbers.sort()
  let count = 0
  for (const number of numbers) {
    if (count > 0 && number === numbers[count - 1]) continue
    numbers[count] = number
    count += 1
  }
  return numbers.subarray(0, count)
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
