import { daysInMonth } from '#archive/calendar.ts'

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]

/** The ways to write a date, of a text in lower case with single spaces. Day and month both in digits come only after the year. */
const FORMS: readonly RegExp[] = [
  /^(?<year>\d{4})(?:(?<mark>[-/.])(?<month>\d{1,2})(?:\k<mark>(?<day>\d{1,2}))?)?$/,
  /^(?<year>\d{4}) ?年(?: ?(?<month>\d{1,2}) ?月(?: ?(?<day>\d{1,2}) ?[日号號])?)?$/,
  /^(?:(?<day>\d{1,2})(?:st|nd|rd|th)?(?: of)? )?(?<name>[a-z]+)\.?,? (?<year>\d{4})$/,
  /^(?<name>[a-z]+)\.? (?<day>\d{1,2})(?:st|nd|rd|th)?,? (?<year>\d{4})$/,
]

/**
 * What a reader typed into a From or To field or the search box, as a date as precise as it is: `2024`, `2024-06`,
 * `2024-06-15`. Read are digits with the year first (`2024-6`, `2024/06/15`, `2024年6月15日`) and English names of months
 * (`15th June 2024`, `Jun. 15, 2024`), the digits full-width or not. `undefined` when it is no day, month or year of the
 * Gregorian calendar from 0001 to 9999, and for `06/07/2024`, which is a day of June to some readers and of July to others.
 */
export function parsePartialDate(text: string): string | undefined {
  const plain = text.normalize('NFKC').trim().replaceAll(/\s+/g, ' ').toLowerCase()
  for (const form of FORMS) {
    const groups = form.exec(plain)?.groups
    if (groups !== undefined) return writeDate(groups)
  }
  return undefined
}

/** A stretch of days. Each end is as precise as it is known and stands for its whole period; `''` is an open end. */
export interface DateRange {
  from: string
  to: string
}

/**
 * Read what was typed into From and To. Ends in the wrong order are put right, and `swapped` says so; ends that overlap, such as
 * `2024-06` and `2024`, are in order. What is no date leaves its end open and is given in `refused` without the spaces around
 * it, From before To; an empty field is none.
 */
export function parseDateRange(from: string, to: string): { range: DateRange; swapped: boolean; refused: string[] } {
  const typed = [from.trim(), to.trim()].filter((text) => text !== '')
  const refused = typed.filter((text) => parsePartialDate(text) === undefined)
  const range = { from: parsePartialDate(from) ?? '', to: parsePartialDate(to) ?? '' }
  const swapped = range.from !== '' && range.to !== '' && earliest(range.from) > latest(range.to)
  return { range: swapped ? { from: range.to, to: range.from } : range, swapped, refused }
}

/**
 * Whether a report dated `date` (`2024`, `2024-12` or `2024-12-20`) may lie in a range as `parseDateRange` gives it: whether
 * the days that its date may mean and the days of the range have one in common.
 */
export function isWithin(date: string, { from, to }: DateRange): boolean {
  return (from === '' || latest(date) >= earliest(from)) && (to === '' || earliest(date) <= latest(to))
}

function writeDate({ year = '', name, month, day }: Partial<Record<string, string>>): string | undefined {
  if (Number(year) === 0) return undefined
  if (name === undefined && month === undefined) return year
  const number = name === undefined ? Number(month) : monthOf(name)
  if (number < 1 || number > 12) return undefined
  const ofYear = `${year}-${String(number).padStart(2, '0')}`
  if (day === undefined) return ofYear
  if (Number(day) < 1 || Number(day) > daysInMonth(Number(year), number)) return undefined
  return `${ofYear}-${day.padStart(2, '0')}`
}

/** The number of a month by its English name, long or short; 0 when it is none. */
function monthOf(name: string): number {
  return (
    1 + MONTHS.findIndex((long) => name === long || name === long.slice(0, 3) || (name === 'sept' && long[0] === 's'))
  )
}

/** A text that sorts before no day of a date, and after every day before it. */
function earliest(date: string): string {
  return date + '-00-00'.slice(date.length - 4)
}

/** A text that sorts after every day of a date, and before every day after it. */
function latest(date: string): string {
  return date + '-99-99'.slice(date.length - 4)
}
