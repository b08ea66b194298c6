import { normalise } from './paragraph-numbers.ts'

/** A paragraph of a recorded wording. */
export interface RecordedParagraph {
  /** Its number, the `4` of `#p4`. */
  number: number
  text: string
}

/** How a new wording of a report is numbered. */
export interface Alignment {
  /** The number of each new paragraph, in order. */
  numbers: number[]
  /** The numbers of the old paragraphs that are no more, each with that of the new one that stands in for it; 0 when none is left. */
  removed: Map<number, number>
}

/** Characters of the pieces by which texts are compared. Of pairs of letters two English texts share half, whatever they say. */
const GRAM = 4
/**
 * How like two paragraphs must at least be to be one that was changed, from 0 to 1. In 1,000 English reports one in 400 pairs of
 * neighbours of a hundred characters or more was so like, those of one mould among them; half of a paragraph may be written anew.
 */
const SIMILAR = 0.45
/** The same for two that differ by a few wrong characters, of which each is part of four pieces: much in a line of twenty. */
const MISTYPED = 0.35
const MISTYPED_PIECES = 3 * GRAM
/** The least part of the pieces of one paragraph, of so many at least, that another at its place must hold to be more or less of it. */
const PART = 0.85
const PART_PIECES = 16

/**
 * Number the paragraphs of a new wording, so that a number goes on meaning the same paragraph: one that is as it was, or as it
 * once was, keeps its number wherever it stands now, then one that was changed, joined or divided keeps that of what it is most
 * like (of a divided one, the largest piece). All others get numbers that were never used.
 *
 * @param before the paragraphs of the wording before, in order
 * @param texts the paragraphs of the new wording, in order
 * @param past the numbers of paragraphs of all wordings so far by their texts, made equal by `normalise`
 * @param last the highest number that was ever given
 */
export function alignParagraphs(
  before: readonly RecordedParagraph[],
  texts: readonly string[],
  past: ReadonlyMap<string, number> = new Map(),
  last: number = Math.max(0, ...before.map(({ number }) => number)),
): Alignment {
  const old = before.map(({ text }) => normalise(text))
  const now = texts.map(normalise)
  const pairs = new Pairs(old.length, now.length)
  pairEqual(old, now, pairs)
  const returned = findReturned(before, now, past, pairs)
  pairSimilar(old, now, pairs, returned)

  let highest = last
  const numbers = now.map((_, index) => {
    const at = pairs.ofNow[index]
    const kept = at === undefined ? returned.get(index) : before[at]?.number
    return kept ?? (highest += 1)
  })
  const removed = new Map<number, number>()
  before.forEach(({ number }, index) => {
    if (pairs.ofOld[index] === undefined) removed.set(number, standIn(index, old, now, pairs, numbers))
  })
  return { numbers, removed }
}

/** Which old paragraph each new one is, and the other way round, by their indexes. */
class Pairs {
  readonly ofOld: (number | undefined)[]
  readonly ofNow: (number | undefined)[]

  constructor(old: number, now: number) {
    this.ofOld = Array.from({ length: old }, () => undefined)
    this.ofNow = Array.from({ length: now }, () => undefined)
  }

  add(old: number, now: number): void {
    this.ofOld[old] = now
    this.ofNow[now] = old
  }

  isFree(old: number, now: number): boolean {
    return this.ofOld[old] === undefined && this.ofNow[now] === undefined
  }
}

/**
 * Pair equal paragraphs: those at the beginning and the end, those whose text there is once, then their neighbours outwards, as
 * a patience diff does; what is left of repeated ones in their order.
 */
function pairEqual(old: readonly string[], now: readonly string[], pairs: Pairs): void {
  const isEqual = (a: number, b: number): boolean => old[a] !== undefined && old[a] === now[b] && pairs.isFree(a, b)
  const extend = (a: number, b: number): void => {
    for (let step = 1; isEqual(a + step, b + step); step += 1) pairs.add(a + step, b + step)
    for (let step = 1; isEqual(a - step, b - step); step += 1) pairs.add(a - step, b - step)
  }
  extend(-1, -1)
  extend(old.length, now.length)
  const places = (texts: readonly string[]): Map<string, number[]> => {
    const indexes = Array.from(texts, (_, index) => index)
    return Map.groupBy(indexes, (index) => texts[index] ?? '')
  }
  const [inOld, inNow] = [places(old), places(now)]
  for (const [text, [a, ...others]] of inOld) {
    const [b, ...doubles] = inNow.get(text) ?? []
    if (a === undefined || b === undefined || others.length + doubles.length > 0) continue
    if (pairs.isFree(a, b)) pairs.add(a, b)
    extend(a, b)
  }
  for (const [text, indexes] of inOld) {
    const rest = (inNow.get(text) ?? []).filter((index) => pairs.ofNow[index] === undefined)
    for (const index of indexes.filter((at) => pairs.ofOld[at] === undefined)) {
      const b = rest.shift()
      if (b !== undefined) pairs.add(index, b)
    }
  }
}

/**
 * Find paragraphs that are as they were in an earlier wording. One that is still there in other words is paired with what it was.
 *
 * @returns the numbers of those that were no more, by their new places
 */
function findReturned(
  before: readonly RecordedParagraph[],
  now: readonly string[],
  past: ReadonlyMap<string, number>,
  pairs: Pairs,
): Map<number, number> {
  const places = new Map(before.map(({ number }, index) => [number, index]))
  const returned = new Map<number, number>()
  const taken = new Set<number>()
  for (const index of free(pairs.ofNow)) {
    const number = past.get(now[index] ?? '')
    if (number === undefined || taken.has(number)) continue
    const at = places.get(number)
    if (at !== undefined) {
      if (pairs.isFree(at, index)) pairs.add(at, index)
    } else {
      returned.set(index, number)
      taken.add(number)
    }
  }
  return returned
}

/** Pair what is left by likeness, the likest first; of equally like ones those at the same place, then in the order of the text. */
function pairSimilar(
  old: readonly string[],
  now: readonly string[],
  pairs: Pairs,
  returned: ReadonlyMap<number, number>,
): void {
  const ofOld = free(pairs.ofOld).map((a) => ({ a, bag: bagOf(old[a] ?? '') }))
  const ofNow = free(pairs.ofNow)
    .filter((b) => !returned.has(b))
    .map((b) => ({ b, bag: bagOf(now[b] ?? '') }))
  const isInPlace = placesOf(pairs)
  const candidates: { a: number; b: number; likeness: number; inPlace: boolean }[] = []
  for (const one of ofOld) {
    for (const other of ofNow) {
      const inPlace = isInPlace(one.a, other.b)
      const shared = sharedBy(one.bag, other.bag)
      const likeness = (2 * shared) / (one.bag.size + other.bag.size)
      const smaller = Math.min(one.bag.size, other.bag.size)
      const isMistyped = likeness >= MISTYPED && smaller - shared <= MISTYPED_PIECES
      const isPart = inPlace && smaller >= PART_PIECES && shared / smaller >= PART
      if (likeness >= SIMILAR || isMistyped || isPart) candidates.push({ a: one.a, b: other.b, likeness, inPlace })
    }
  }
  candidates.sort((x, y) => y.likeness - x.likeness || Number(y.inPlace) - Number(x.inPlace) || x.a - y.a || x.b - y.b)
  for (const { a, b } of candidates) if (pairs.isFree(a, b)) pairs.add(a, b)
}

/** Whether an old and a new paragraph stand at the same place: between the same pairs on both sides, those that moved left out. */
function placesOf({ ofOld, ofNow }: Pairs): (a: number, b: number) => boolean {
  const steady = longestRise(ofOld)
  let lower = -1
  const before = ofOld.map((b, a) => {
    const at = lower
    if (steady.has(a)) lower = b ?? lower
    return at
  })
  let upper = ofNow.length
  const after = ofOld.toReversed().map((b, fromEnd) => {
    const at = upper
    if (steady.has(ofOld.length - 1 - fromEnd)) upper = b ?? upper
    return at
  })
  return (a, b) => (before[a] ?? -1) < b && b < (after.at(-1 - a) ?? 0)
}

/** The indexes of a longest part of a list whose values rise; gaps of the list are passed over (patience sorting). */
function longestRise(values: readonly (number | undefined)[]): Set<number> {
  const ends: number[] = []
  const previous = new Map<number, number | undefined>()
  for (const [index, value] of values.entries()) {
    if (value === undefined) continue
    const found = ends.findIndex((end) => (values[end] ?? 0) >= value)
    const length = found < 0 ? ends.length : found
    previous.set(index, ends[length - 1])
    ends[length] = index
  }
  const rise = new Set<number>()
  for (let at = ends.at(-1); at !== undefined; at = previous.get(at)) rise.add(at)
  return rise
}

/** A text as pieces that can be counted: every few neighbouring characters, with how often they occur. */
interface Bag {
  pieces: ReadonlyMap<string, number>
  size: number
}

function bagOf(text: string): Bag {
  const characters = Array.from(` ${text.toLowerCase()} `)
  const pieces = new Map<string, number>()
  const size = Math.max(1, characters.length - GRAM + 1)
  for (let index = 0; index < size; index += 1) {
    const piece = characters.slice(index, index + GRAM).join('')
    pieces.set(piece, (pieces.get(piece) ?? 0) + 1)
  }
  return { pieces, size }
}

/** How many pieces two texts share. Twice that, by their sizes together, is their likeness after Sørensen and Dice. */
function sharedBy(a: Bag, b: Bag): number {
  let shared = 0
  for (const [piece, count] of a.pieces) shared += Math.min(count, b.pieces.get(piece) ?? 0)
  return shared
}

/**
 * The number of the new paragraph that stands in for an old one that is no more: of its nearest neighbours the one after it when
 * that holds most of its words, as when it was joined to it, else the one before it.
 */
function standIn(
  index: number,
  old: readonly string[],
  now: readonly string[],
  { ofOld }: Pairs,
  numbers: readonly number[],
): number {
  const earlier = ofOld.slice(0, index).findLast((at) => at !== undefined)
  const later = ofOld.slice(index + 1).find((at) => at !== undefined)
  const own = bagOf(old[index] ?? '')
  const held = (at: number | undefined): number => (at === undefined ? 0 : sharedBy(own, bagOf(now[at] ?? '')))
  const isJoinedToLater = held(later) * 2 > own.size && held(later) > held(earlier)
  const at = isJoinedToLater ? later : (earlier ?? later ?? 0)
  return numbers[at ?? 0] ?? 0
}

function free(indexes: readonly (number | undefined)[]): number[] {
  return indexes.flatMap((value, index) => (value === undefined ? [index] : []))
}
