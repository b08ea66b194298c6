/**
 * Calendar dates as text. A date of this archive is a day, a month or a year of the proleptic Gregorian calendar,
 * written `2024-12-20`, `2024-12` or `2024` (ISO 8601-1), never an instant: it has no time, no zone, and no `Date`.
 */

/** How much of a date is known. */
export type Precision = 'year' | 'month' | 'day'

/** The years an archive may speak of: printing of news begins about 1600, and a path has four digits. */
export const FIRST_YEAR = 1600
export const LAST_YEAR = 9999

const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/

/** A date taken apart; `month` and `day` are counted from 1 and missing where they are not known. */
export interface DateParts {
  year: number
  month?: number
  day?: number
}

/** Take a date apart; `undefined` when it is not a date of the calendar. */
export function parseDate(text: string): DateParts | undefined {
  const [, year, month, day] = DATE.exec(text) ?? []
  if (year === undefined) return undefined
  if (Number(year) < FIRST_YEAR) return undefined
  if (month === undefined) return { year: Number(year) }
  if (Number(month) < 1 || Number(month) > 12) return undefined
  if (day === undefined) return { year: Number(year), month: Number(month) }
  if (Number(day) < 1 || Number(day) > daysInMonth(Number(year), Number(month))) return undefined
  return { year: Number(year), month: Number(month), day: Number(day) }
}

/** How precise a date is that `parseDate` accepts. */
export function precisionOf(date: string): Precision {
  return date.length === 4 ? 'year' : date.length === 7 ? 'month' : 'day'
}

/** The days of a month, 28 to 31. */
export function daysInMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** The weekday of a day, 0 for Monday to 6 for Sunday (Sakamoto's method). */
export function weekdayOf(year: number, month: number, day: number): number {
  const shift = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4][month - 1] ?? 0
  const y = month < 3 ? year - 1 : year
  const fromSunday = (y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + shift + day) % 7
  return (fromSunday + 6) % 7
}

/** The first day that a date may mean: `2024-12` → `2024-12-01`. */
export function firstDayOf(date: string): string {
  return date + '-01-01'.slice(date.length - 4)
}

/** The last day that a date may mean: `2024-02` → `2024-02-29`. */
export function lastDayOf(date: string): string {
  const parts = parseDate(date)
  if (parts === undefined || parts.day !== undefined) return date
  const month = parts.month ?? 12
  return `${date.slice(0, 4)}-${String(month).padStart(2, '0')}-${String(daysInMonth(parts.year, month))}`
}

/** A stretch of time; `end` equals `start` for a single date. */
export interface Interval {
  start: string
  end: string
}

/**
 * Read a date or an interval of two dates, `2024-12-11/2024-12-13` (EDTF, ISO 8601-2 level 0, dates only).
 * `undefined` when it is neither; whether it ends before it starts is for the caller to say.
 */
export function parseInterval(text: string): Interval | undefined {
  const [start = '', end = start, ...more] = text.split('/')
  if (more.length > 0 || parseDate(start) === undefined || parseDate(end) === undefined) return undefined
  return { start, end }
}

/** Whether an interval ends before it starts, as far as its dates can tell. */
export function isReversed({ start, end }: Interval): boolean {
  return lastDayOf(end) < firstDayOf(start)
}

/** Whether a date begins after a day: a month or a year begins on its first day. */
export function isLater(date: string, day: string): boolean {
  return date.padEnd(10, '-01') > day
}
