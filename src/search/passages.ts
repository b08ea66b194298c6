import type { Block } from './record.ts'
import type { Sequence } from './matches.ts'
import { divideWords, isUnspacedWord, type Word } from './words.ts'

/** A run of text; `marked` when it is what was searched for. */
export interface Run {
  text: string
  marked: boolean
}

/** A passage of a report that holds what was searched for. */
export interface Passage {
  /** The id of its paragraph, table, note or heading; empty when it has none. */
  anchor: string
  runs: Run[]
}

/** A stretch of a text, in UTF-16 units, and which sequence stands there. */
interface Found {
  start: number
  end: number
  sequence: number
}

/** How wide a passage is, and how much of it stands before what was found, in Latin letters; a Chinese one counts as two. */
const WIDTH = 230
const BEFORE = 60

/**
 * The best passages of a report, the best first: one a paragraph, cut around the place where the most of what was searched for
 * stands together. None when nothing of it stands in the text.
 */
export function findPassages(blocks: readonly Block[], sequences: readonly Sequence[], count: number): Passage[] {
  return blocks
    .map(([anchor, text], place) => {
      const words = divideWords(text)
      const found = findSequences(words, sequences)
      return { anchor, text, place, words, found, best: bestStretch(text, found) }
    })
    .filter(({ found }) => found.length > 0)
    .sort((a, b) => b.best.kinds - a.best.kinds || b.best.count - a.best.count || a.place - b.place)
    .slice(0, count)
    .map(({ anchor, text, words, found, best }) => ({
      anchor,
      runs: toRuns(text, cut(text, words, best.start), found),
    }))
}

/** The beginning of a text, for a report that was not found by its words. */
export function beginningOf(blocks: readonly Block[]): Passage[] {
  const first = blocks.find(([anchor]) => anchor === '' || /^p\d+$/.test(anchor))
  if (first === undefined) return []
  const [anchor, text] = first
  return [{ anchor, runs: toRuns(text, cut(text, divideWords(text), 0), []) }]
}

/** A whole text with what was searched for marked, such as a title. */
export function markText(text: string, sequences: readonly Sequence[]): Run[] {
  return toRuns(text, { start: 0, end: text.length }, findSequences(divideWords(text), sequences))
}

/** Every place where a sequence stands, in the order of the text. */
function findSequences(words: readonly Word[], sequences: readonly Sequence[]): Found[] {
  const sets = sequences.map(({ words: forms }) => forms.map((group) => new Set(group)))
  const found: Found[] = []
  words.forEach(({ start }, at) => {
    sets.forEach((groups, sequence) => {
      const last = words[at + groups.length - 1]
      if (last !== undefined && groups.every((group, index) => group.has(words[at + index]?.text ?? '')))
        found.push({ start, end: last.end, sequence })
    })
  })
  return found
}

/** Where the most different things stand within the width of a passage. */
function bestStretch(text: string, found: readonly Found[]): { start: number; kinds: number; count: number } {
  let best = { start: 0, kinds: 0, count: 0 }
  found.forEach(({ start }, index) => {
    const room = WIDTH - BEFORE
    const inside: Found[] = []
    for (const other of found.slice(index)) {
      if (widthOf(text.slice(start, Math.min(other.end, start + room + 1))) > room) break
      inside.push(other)
    }
    const kinds = new Set(inside.map(({ sequence }) => sequence)).size
    if (kinds > best.kinds || (kinds === best.kinds && inside.length > best.count))
      best = { start, kinds, count: inside.length }
  })
  return best
}

/** The stretch of a text that a passage shows: it begins and ends between words. */
function cut(text: string, words: readonly Word[], at: number): { start: number; end: number } {
  if (widthOf(text) <= WIDTH) return { start: 0, end: text.length }
  const starts = words.map(({ start }) => start)
  const latest = starts.findLast((start) => start < at && widthOf(text.slice(start, at)) >= BEFORE)
  // Near the end of a paragraph more of what comes before is shown.
  const fromEnd = starts.find((start) => widthOf(text.slice(start)) <= WIDTH)
  const start = Math.min(latest ?? 0, fromEnd ?? text.length)
  const end = starts.findLast((next) => next > at && widthOf(text.slice(start, next)) <= WIDTH)
  const reachesEnd = widthOf(text.slice(start)) <= WIDTH
  return { start, end: reachesEnd ? text.length : (end ?? text.length) }
}

function widthOf(text: string): number {
  let width = 0
  for (const letter of text) width += letter > '\u1100' && isUnspacedWord(letter) ? 2 : 1
  return width
}

function toRuns(text: string, { start, end }: { start: number; end: number }, found: readonly Found[]): Run[] {
  const runs: Run[] = start > 0 ? [{ text: '…', marked: false }] : []
  let at = start
  for (const stretch of join(found)) {
    if (stretch.end <= start || stretch.start >= end) continue
    if (stretch.start > at) runs.push({ text: text.slice(at, stretch.start), marked: false })
    runs.push({ text: text.slice(Math.max(at, stretch.start), Math.min(end, stretch.end)), marked: true })
    at = Math.min(end, stretch.end)
  }
  if (at < end) runs.push({ text: text.slice(at, end), marked: false })
  if (end < text.length) runs.push({ text: '…', marked: false })
  return runs
}

/** Stretches without overlaps: words of unspaced scripts share their letters. */
function join(found: readonly Found[]): { start: number; end: number }[] {
  const joined: { start: number; end: number }[] = []
  for (const { start, end } of found) {
    const last = joined.at(-1)
    if (last !== undefined && start < last.end) last.end = Math.max(last.end, end)
    else joined.push({ start, end })
  }
  return joined
}
