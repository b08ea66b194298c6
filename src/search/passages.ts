/** A run of words; `marked` when it is what was searched for. */
export interface Run {
  text: string
  marked: boolean
}

/** A passage of a report that holds what was searched for. */
export interface Passage {
  /** The id of its paragraph, or of the table, note or heading that holds it. */
  anchor?: string
  runs: Run[]
}

/** What the engine tells of a report that it found. */
export interface FoundText {
  /** The text, with U+200B between words in languages that write no spaces. */
  text: string
  /** Where the words that were searched for stand, counted in words. */
  locations: readonly number[]
  /** The elements that have an id, and where they begin. */
  anchors: readonly { id: string; location: number }[]
}

/** Ids that a passage may be cited by: of a paragraph, a table, a heading or a note. */
const CITABLE = /^(?:p\d+$|table-\d+$|section-|note-fn-)/

const DIVIDER = '\u200b'

/** Words around the ones found, and words of a passage at most. */
const BEFORE = 8
const LENGTH = 36

/**
 * The best passages of a text, the best first: one a paragraph, cut around the place where the words that were searched for
 * stand closest together. Hits before the first paragraph are in the title, which is shown anyway.
 */
export function findPassages({ text, locations, anchors }: FoundText, count: number): Passage[] {
  const divider = text.includes(DIVIDER) ? DIVIDER : ' '
  const words = divider === DIVIDER ? text.split(DIVIDER) : text.split(/[\r\n\s]+/)
  // Each ends the one before it, so that words of a table or a note are not given to the paragraph above.
  const places = anchors.filter(({ id }) => CITABLE.test(id)).sort((a, b) => a.location - b.location)
  const found = new Set(locations)

  return places
    .map(({ id, location }, index) => {
      const end = places[index + 1]?.location ?? words.length
      const hits = [...found].filter((at) => at >= location && at < end).sort((a, b) => a - b)
      return { id, start: location, end, hits, densest: densestWindow(hits) }
    })
    .filter(({ hits }) => hits.length > 0)
    .sort((a, b) => b.densest.count - a.densest.count || a.start - b.start)
    .slice(0, count)
    .map(({ id, start, end, densest }) => {
      const from = Math.max(start, Math.min(densest.at - BEFORE, end - LENGTH))
      const to = Math.min(end, from + LENGTH)
      return { anchor: id, runs: toRuns(words, found, from, to, { start, end, divider }) }
    })
}

/** Where the most hits stand within one passage. */
function densestWindow(hits: readonly number[]): { at: number; count: number } {
  let best = { at: hits[0] ?? 0, count: 0 }
  hits.forEach((at, index) => {
    const count = hits.slice(index).filter((other) => other < at + LENGTH - BEFORE).length
    if (count > best.count) best = { at, count }
  })
  return best
}

function toRuns(
  words: readonly string[],
  found: ReadonlySet<number>,
  from: number,
  to: number,
  { start, end, divider }: { start: number; end: number; divider: string },
): Run[] {
  const space = divider === DIVIDER ? '' : ' '
  const runs: Run[] = from > start ? [{ text: `…${space}`, marked: false }] : []
  for (let at = from; at < to; at += 1) {
    const word = words[at] ?? ''
    const marked = found.has(at) && word.trim() !== ''
    const gap = at === to - 1 ? '' : space
    const last = runs.at(-1)
    if (marked) runs.push({ text: word, marked }, { text: gap, marked: false })
    else if (last === undefined || last.marked) runs.push({ text: word + gap, marked })
    else last.text += word + gap
  }
  if (to < end) runs.push({ text: `${space}…`, marked: false })
  return runs.filter(({ text }) => text !== '')
}
