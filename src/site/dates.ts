import { parseDate, parseInterval, precisionOf, type Precision } from '#archive/calendar.ts'
import { interfaceLanguage } from './words.ts'

/** How long a date is written: `20 December 2024`, `20 Dec 2024`. */
export type DateStyle = 'long' | 'short'

const formats = new Map<string, Intl.DateTimeFormat>()

/** A date as a reader writes it, as precise as it is known: `20 December 2024`, `December 2024`, `2024`. */
export function formatDate(date: string, style: DateStyle = 'long'): string {
  return formatOf(precisionOf(date), style).format(instantOf(date))
}

/** A date or an interval: `11–13 December 2024`. */
export function formatInterval(interval: string): string {
  const { start, end } = parseInterval(interval) ?? { start: interval, end: interval }
  if (start === end) return formatDate(start)
  const coarser = start.length < end.length ? start : end
  return formatOf(precisionOf(coarser), 'long').formatRange(instantOf(start), instantOf(end))
}

/** The name of a period among its neighbours: `2024`, `December 2024`, `Friday, 20 December 2024`. */
export function formatPeriod(period: string): string {
  if (precisionOf(period) !== 'day') return formatDate(period)
  return formatBy({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }, period)
}

/** The name of a period within the one above it: `December`, `Friday 20`. */
export function formatPart(period: string): string {
  if (precisionOf(period) === 'month') return formatBy({ month: 'long' }, period)
  if (precisionOf(period) === 'day') return formatBy({ weekday: 'long', day: 'numeric' }, period)
  return period
}

/** The short name of a weekday, 0 for Monday: `Mo`. */
export function shortWeekday(weekday: number): string {
  // 1 January 2024 was a Monday.
  return formatBy({ weekday: 'short' }, `2024-01-0${String(weekday + 1)}`).slice(0, 3)
}

function formatOf(precision: Precision, style: DateStyle): Intl.DateTimeFormat {
  return formatFor({
    year: 'numeric',
    ...(precision !== 'year' && { month: style }),
    ...(precision === 'day' && { day: 'numeric' }),
  })
}

function formatBy(options: Intl.DateTimeFormatOptions, date: string): string {
  return formatFor(options).format(instantOf(date))
}

function formatFor(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify(options)
  // English dates are written day first here, as in the archive's own prose.
  const locale = interfaceLanguage === 'en' ? 'en-GB' : interfaceLanguage
  const format =
    formats.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC', calendar: 'gregory' })
  formats.set(key, format)
  return format
}

/** Noon in UTC on the first day of a date: the one way from our dates to `Intl`, the same in every time zone. */
function instantOf(date: string): Date {
  const { year, month = 1, day = 1 } = parseDate(date) ?? { year: 1970 }
  return new Date(Date.UTC(year, month - 1, day, 12))
}
