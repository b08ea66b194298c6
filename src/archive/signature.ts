/** How many numbers make a signature. */
export const HASHES = 32

/** How many words a text needs to be compared: shorter ones, such as “No report today.”, are alike by chance. */
const FEWEST_WORDS = 20

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

/** The shingles of a text, each three neighbouring words: their hashes, sorted, each once. */
export function distinctShingles(text: string): Uint32Array {
  return distinct(shinglesOf(unitsOf(text)))
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
export function scatter(value: number): number {
  let bits = value
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return (bits ^ (bits >>> 16)) >>> 0
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
