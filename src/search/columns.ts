/** For each value of a facet (a term id, a kind, a language tag): the ordinals of the reports that have it, rising. */
export type ValueLists = ReadonlyMap<string, Uint32Array>

/**
 * What is known of each report of one index besides its words. A report is named by its ordinal: its place in the index
 * from 0, in the order of the catalogue, oldest first.
 */
export interface CoreColumns {
  /**
   * The dates of the reports in their order, each once, with how many reports have it: ['2024', 3], ['2024-12', 1],
   * ['2024-12-20', 7]. Sorted as text, so rising.
   */
  days: readonly (readonly [date: string, count: number])[]
  /** How many words each report has, by ordinal. Stored roughly: see `quantise`. */
  lengths: Uint32Array
  /** The reports of each kind. */
  kind: ValueLists
  /** The reports of each language tag. */
  lang: ValueLists
}

/** The first byte of both formats; another number when either changes. */
const VERSION = 1

/** Numbers are smaller than this: ordinals and lengths are kept in 32 bits. */
const LIMIT = 2 ** 32

/** Steps of a doubling in which lengths are stored, and the level of the largest. */
const STEPS = 2
const TOP_LEVEL = STEPS * 32

/**
 * Write the core of an index as bytes, to be compressed by the caller. Lengths are kept to a fifth or a word; to
 * write what `decodeCore` gave yields the same bytes again.
 *
 * @throws Error when the days do not add up to the number of lengths, or a list does not rise or names a report beyond
 * them
 */
export function encodeCore({ days, lengths, kind, lang }: CoreColumns): Uint8Array {
  const size = days.reduce((sum, [, count]) => sum + count, 0)
  if (size !== lengths.length) {
    throw new Error(`the days hold ${String(size)} reports, but there are ${String(lengths.length)} lengths`)
  }
  const bytes = [VERSION]
  writeDays(bytes, days)
  for (const length of lengths) bytes.push(quantise(length))
  writeLists(bytes, kind, size)
  writeLists(bytes, lang, size)
  return Uint8Array.from(bytes)
}

/**
 * Read what `encodeCore` wrote. Lengths are whole words, each standing for all that are stored like it.
 *
 * @throws Error when the bytes are of another version, cut short or malformed
 */
export function decodeCore(bytes: Uint8Array): CoreColumns {
  const reader = openReader(bytes)
  const days = readDays(reader)
  const size = days.reduce((sum, [, count]) => sum + count, 0)
  const lengths = Uint32Array.from(take(reader, size), lengthAt)
  const kind = readLists(reader, size)
  const lang = readLists(reader, size)
  close(reader)
  return { days, lengths, kind, lang }
}

/**
 * Write the lists of one facet as bytes, to be compressed by the caller. Values keep the order of the map.
 *
 * @throws Error when a list does not rise
 */
export function encodeValues(lists: ValueLists): Uint8Array {
  const bytes = [VERSION]
  writeLists(bytes, lists, LIMIT)
  return Uint8Array.from(bytes)
}

/**
 * Read what `encodeValues` wrote, in the same order.
 *
 * @throws Error when the bytes are of another version, cut short or malformed
 */
export function decodeValues(bytes: Uint8Array): ValueLists {
  const reader = openReader(bytes)
  const lists = readLists(reader, LIMIT)
  close(reader)
  return lists
}

/**
 * The level of a length, from 0 to 64: each stands for lengths a factor of 2^(1/2) longer than the one below. Ranking
 * asks no more of a length, and so a report needs about half a byte when compressed.
 */
function quantise(length: number): number {
  return Math.round(STEPS * Math.log2(length + 1))
}

/** The length in words that stands for a level. */
function lengthAt(level: number): number {
  if (level > TOP_LEVEL) throw malformed(`a length of level ${String(level)}`)
  return Math.round(2 ** (level / STEPS) - 1)
}

/** A date is written as how much of the one before it begins with, and the rest. */
function writeDays(bytes: number[], days: CoreColumns['days']): void {
  writeNumber(bytes, days.length)
  let before = ''
  for (const [date, count] of days) {
    const shared = lengthOfSharedBeginning(before, date)
    writeNumber(bytes, shared)
    writeText(bytes, date.slice(shared))
    writeNumber(bytes, count)
    before = date
  }
}

function readDays(reader: Reader): [date: string, count: number][] {
  let before = ''
  return Array.from({ length: readCount(reader) }, () => {
    const shared = readNumber(reader)
    if (shared > before.length) throw malformed('a date that begins like a longer one')
    before = before.slice(0, shared) + readText(reader)
    return [before, readNumber(reader)]
  })
}

function lengthOfSharedBeginning(one: string, other: string): number {
  let length = 0
  while (length < one.length && one[length] === other[length]) length += 1
  return length
}

/** An ordinal is written as how many it leaves out after the one before: a list of all reports is a run of zeros. */
function writeLists(bytes: number[], lists: ValueLists, size: number): void {
  writeNumber(bytes, lists.size)
  for (const [value, ordinals] of lists) {
    writeText(bytes, value)
    writeNumber(bytes, ordinals.length)
    let next = 0
    for (const ordinal of ordinals) {
      if (ordinal < next) throw new Error(`the reports of “${value}” do not rise at ${String(ordinal)}`)
      if (ordinal >= size) throw new Error(`“${value}” has report ${String(ordinal)} of ${String(size)}`)
      writeNumber(bytes, ordinal - next)
      next = ordinal + 1
    }
  }
}

function readLists(reader: Reader, size: number): ValueLists {
  const lists = new Map<string, Uint32Array>()
  for (let left = readCount(reader); left > 0; left -= 1) {
    const value = readText(reader)
    if (lists.has(value)) throw malformed(`“${value}” twice`)
    const ordinals = new Uint32Array(readCount(reader))
    let next = 0
    for (let index = 0; index < ordinals.length; index += 1) {
      const ordinal = next + readNumber(reader)
      if (ordinal >= size) throw malformed(`report ${String(ordinal)} of ${String(size)}`)
      ordinals[index] = ordinal
      next = ordinal + 1
    }
    lists.set(value, ordinals)
  }
  return lists
}

/** Seven bits a byte, the lowest first; the eighth says that more follow. */
function writeNumber(bytes: number[], number: number): void {
  let rest = number
  while (rest >= 128) {
    bytes.push((rest % 128) + 128)
    rest = Math.floor(rest / 128)
  }
  bytes.push(rest)
}

function writeText(bytes: number[], text: string): void {
  const encoded = new TextEncoder().encode(text)
  writeNumber(bytes, encoded.length)
  for (const byte of encoded) bytes.push(byte)
}

/** Bytes, and how far they have been read. */
interface Reader {
  bytes: Uint8Array
  at: number
}

function openReader(bytes: Uint8Array): Reader {
  const reader = { bytes, at: 0 }
  const [version] = take(reader, 1)
  if (version !== VERSION) throw malformed(`version ${String(version)}, where ${String(VERSION)} is known`)
  return reader
}

function close({ bytes, at }: Reader): void {
  if (at < bytes.length) throw malformed(`${String(bytes.length - at)} bytes after their end`)
}

function take(reader: Reader, count: number): Uint8Array {
  const from = reader.at
  const to = from + count
  if (to > reader.bytes.length) throw new Error(`the columns are cut short after ${String(reader.bytes.length)} bytes`)
  reader.at = to
  return reader.bytes.subarray(from, to)
}

function readNumber(reader: Reader): number {
  let number = 0
  for (let scale = 1; scale <= 2 ** 28; scale *= 128) {
    const [byte = 0] = take(reader, 1)
    number += (byte % 128) * scale
    if (byte < 128 && number < LIMIT) return number
  }
  throw malformed('a number of more than 32 bits')
}

/** How many entries follow: never more than there are bytes, so that no memory is taken for what is not there. */
function readCount(reader: Reader): number {
  const count = readNumber(reader)
  take({ ...reader }, count)
  return count
}

function readText(reader: Reader): string {
  const encoded = take(reader, readNumber(reader))
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(encoded)
  } catch (cause) {
    throw new Error('the columns hold a text that is not UTF-8', { cause })
  }
}

function malformed(what: string): Error {
  return new Error(`the columns hold ${what}`)
}
