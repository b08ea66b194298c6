import type { Block } from './record.ts'
import { loneLetterOf, type Sequence } from './matches.ts'
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

/** A letter with its marks. */
const FIRST_LETTER = /^[^\p{M}\uff9e\uff9f][\p{M}\uff9e\uff9f]*/u

/** How wide a passage is, and how much of it stands before what was found, in Latin letters; a Chinese one counts as two. */
const WIDTH = 230
const BEFORE = 60

/**
 * The best passages of a report, in the order of its text: one a paragraph, cut around the place where the most of what was searched
 * for stands together. None when nothing of it stands in the text.
 */
export function findPassages(blocks: readonly Block[], sequences: readonly Sequence[], count: number): Passage[] {
  return blocks
    .map(([anchor, text], place) => {
      const words = divideWords(text)
      const found = findSequences(text, words, sequences)
      return { anchor, text, place, words, found, best: bestStretch(found, widthsOf(text, found.length > 0)) }
    })
    .filter(({ found }) => found.length > 0)
    .sort((a, b) => b.best.kinds - a.best.kinds || b.best.count - a.best.count || a.place - b.place)
    .slice(0, count)
    .sort((a, b) => a.place - b.place)
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
  return toRuns(text, { start: 0, end: text.length }, findSequences(text, divideWords(text), sequences))
}

/** Every place where a sequence stands, in the order of the text. */
function findSequences(text: string, words: readonly Word[], sequences: readonly Sequence[]): Found[] {
  const sets = sequences.map(({ words: forms }) => forms.map((group) => new Set(group)))
  const letters = sequences.map(loneLetterOf)
  const found: Found[] = []
  words.forEach(({ text: word, start }, at) => {
    sets.forEach((groups, sequence) => {
      const letter = letters[sequence]
      const last = words[at + groups.length - 1]
      if (letter !== undefined) {
        // Of a pair of letters only the one that was looked for, and once where it is a word of its own too.
        if (word.startsWith(letter) && words[at - 1]?.start !== start)
          found.push({ start, end: start + (FIRST_LETTER.exec(text.slice(start))?.[0].length ?? 0), sequence })
      } else if (last !== undefined && groups.every((group, index) => group.has(words[at + index]?.text ?? '')))
        found.push({ start, end: last.end, sequence })
    })
  })
  return found
}

/** How wide a text is up to each of its places, in Latin letters; letters of scripts without spaces count as two. */
function widthsOf(text: string, isNeeded = true): Float64Array {
  const widths = new Float64Array(text.length + 1)
  if (!isNeeded) return widths
  let at = 0
  for (const letter of text) {
    const width = letter > '\u1100' && isUnspacedWord(letter) ? 2 : 1
    for (let unit = 0; unit < letter.length; unit += 1) widths[at + unit + 1] = (widths[at] ?? 0) + width
    at += letter.length
  }
  return widths
}

/** Where the most different things stand within the width of a passage. */
function bestStretch(found: readonly Found[], widths: Float64Array): { start: number; kinds: number; count: number } {
  let best = { start: 0, kinds: 0, count: 0 }
  found.forEach(({ start }, index) => {
    const room = (widths[start] ?? 0) + WIDTH - BEFORE
    const inside: Found[] = []
    // What is wider than a passage is shown as far as it goes.
    for (let at = index; at < found.length && (at === index || (widths[found[at]?.end ?? 0] ?? 0) <= room); at += 1)
      inside.push(found[at] as Found)
    const kinds = new Set(inside.map(({ sequence }) => sequence)).size
    if (kinds > best.kinds || (kinds === best.kinds && inside.length > best.count))
      best = { start, kinds, count: inside.length }
  })
  return best
}

/** What joins the parts of what a reader takes for one word: `NCAC's`, `e-book`. */
const JOINT = /[\p{L}\p{N}]['’\-‐‑]$/u

/** The stretch of a text that a passage shows: it begins and ends between words. */
function cut(text: string, words: readonly Word[], at: number): { start: number; end: number } {
  const widths = widthsOf(text)
  const width = (from: number, to: number): number => (widths[to] ?? 0) - (widths[from] ?? 0)
  const whole = text.length
  if (width(0, whole) <= WIDTH) return { start: 0, end: whole }
  const starts = words
    .map(({ start }) => start)
    .filter((start) => !JOINT.test(text.slice(Math.max(0, start - 3), start)))
  const latest = starts.findLast((start) => start < at && width(start, at) >= BEFORE)
  // Near the end of a paragraph more of what comes before is shown.
  const fromEnd = starts.find((start) => width(start, whole) <= WIDTH)
  const start = Math.min(latest ?? 0, fromEnd ?? whole)
  const end = starts.findLast((next) => next > at && width(start, next) <= WIDTH)
  return { start, end: width(start, whole) <= WIDTH ? whole : (end ?? whole) }
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
