import type { Report } from '#archive/catalogue.ts'
import { remember } from '#archive/remember.ts'

/** The reports of one search index, in the order in which they are indexed. */
export interface PlannedShard {
  /** The stretch of time that it begins with: `1987`, `1987-03` or `1987-03-26`. */
  name: string
  reports: readonly Report[]
  /** How much room they take: that of so many reports of ordinary length. */
  room: number
}

/** The newest index holds at most this part of what one may hold: it is made, uploaded and fetched anew with every report that comes. */
const OPEN_PART = 1 / 4

/** So full an index must be before it may end with a year or a month that is complete, rather than with the last day that it has room for. */
const LEAST_FILL = 3 / 4

/**
 * How many bytes the file of a report has that counts as one: what the engine needs of memory follows from the words of the reports, and
 * an index of long ones holds fewer. Measured with made-up news, it needs 84 bytes for each byte of English text, and 360 to 390 for Chinese.
 */
const ORDINARY = 3200

/** In these scripts every letter begins words of its own, and a byte counts as so many others (ISO 15924). */
const UNSPACED_SCRIPTS = new Set(['Hans', 'Hant', 'Jpan', 'Thai', 'Laoo', 'Khmr', 'Mymr'])
const UNSPACED = 4

/** Lengths of the parts of a date: a year, a month and a day. */
const LENGTHS = [4, 7, 10]

/**
 * Divide reports into search indexes of at most `size` reports of ordinary length, unless a single day has more.
 *
 * From the oldest on, an index takes days until the next one does not fit. It ends with the last year, or else the last month,
 * that ends in its last quarter; or else with its last day. Where it ends depends on nothing that comes after, so that newer
 * reports never change it, and an older one that is added later changes the index that it belongs to: only when that one has
 * no room left also those after it, up to the next that ends as before.
 *
 * What is left over, less than one more index, is divided in the same way into quarters. Those that are complete are one
 * index, made anew when one more is; what is left of them is the newest index, the only one that a new report changes.
 *
 * All of this follows from the reports alone, whenever and in whatever order they were added.
 *
 * @param reports in the order of the catalogue, oldest first; the order is part of the bytes of an index
 * @returns the shards, oldest first; none of them is empty
 */
export function planShards(reports: readonly Report[], size: number): PlannedShard[] {
  const days = Array.from(Map.groupBy(reports, ({ date }) => date).values(), toDay)
  const { closed, rest } = takeClosed(days, size)
  const { closed: quarters, rest: newest } = takeClosed(rest, Math.ceil(size * OPEN_PART))
  const parts = [...closed, quarters.flat(), newest].filter((part) => part.length > 0)
  return parts.map((part, index) => ({
    name: nameOf(part, parts[index - 1]),
    reports: part.flatMap((day) => day.reports),
    room: roomOf(part.reduce(add, NOTHING)),
  }))
}

/** How many reports there are, and how many bytes they count as. */
interface Load {
  count: number
  bytes: number
}

/** The reports of one date. */
interface Day extends Load {
  reports: readonly Report[]
}

function toDay(reports: readonly Report[]): Day {
  const bytes = reports.reduce((sum, { size, lang }) => sum + size * (isUnspaced(lang) ? UNSPACED : 1), 0)
  return { reports, count: reports.length, bytes }
}

const isUnspaced = remember((lang: string) => UNSPACED_SCRIPTS.has(new Intl.Locale(lang).maximize().script ?? ''))

const NOTHING: Load = { count: 0, bytes: 0 }

function add(one: Load, other: Load): Load {
  return { count: one.count + other.count, bytes: one.bytes + other.bytes }
}

/** How much room reports take in an index: that of as many as they are, or of more where they are long. */
function roomOf({ count, bytes }: Load): number {
  return Math.max(count, bytes / ORDINARY)
}

/** Take as many indexes of at most `size` as are complete, because the next day did not fit, and give what is left. */
function takeClosed(days: readonly Day[], size: number): { closed: Day[][]; rest: Day[] } {
  const closed: Day[][] = []
  let rest: Day[] = []
  let load = NOTHING
  for (const day of days) {
    rest.push(day)
    load = add(load, day)
    while (rest.length > 1 && roomOf(load) > size) {
      const end = endOf(rest, size)
      closed.push(rest.slice(0, end))
      rest = rest.slice(end)
      load = rest.reduce(add, NOTHING)
    }
  }
  return { closed, rest }
}

/** How many days of those that are one too many an index takes. */
function endOf(days: readonly Day[], size: number): number {
  let load = NOTHING
  let best = { end: 1, level: LENGTHS.length, isFull: false }
  for (let end = 1; end < days.length; end += 1) {
    load = add(load, days[end - 1] ?? NOTHING)
    const level = levelOf(days[end - 1], days[end])
    const isFull = roomOf(load) >= size * LEAST_FILL
    if (!best.isFull || level <= best.level) best = { end, level, isFull }
  }
  return best.end
}

/** What begins with a day after another: 0 a year, 1 a month, 2 only a day. */
function levelOf(before: Day | undefined, day: Day | undefined): number {
  const level = LENGTHS.findIndex((length) => dateOf(before).slice(0, length) !== dateOf(day).slice(0, length))
  return level === -1 ? LENGTHS.length - 1 : level
}

/** The longest stretch of time that begins with a part, and with no part before it. */
function nameOf(part: readonly Day[], before: readonly Day[] | undefined): string {
  return dateOf(part[0]).slice(0, LENGTHS[levelOf(before?.at(-1), part[0])])
}

function dateOf(day: Day | undefined): string {
  return day?.reports[0]?.date ?? ''
}
