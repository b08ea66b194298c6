import { parseInterval, precisionOf } from '#archive/calendar.ts'
import { dateFormat, formatDateIn, instantOf, type DateStyle } from '#archive/date-words.ts'
import { interfaceLanguage } from './words.ts'

/** A date as a reader writes it, as precise as it is known: `20 December 2024`, `December 2024`, `2024`. */
export function formatDate(date: string, style: DateStyle = 'long'): string {
  return formatDateIn(interfaceLanguage, date, style)
}

/** A date or an interval: `11–13 December 2024`. */
export function formatInterval(interval: string): string {
  const { start, end } = parseInterval(interval) ?? { start: interval, end: interval }
  if (start === end) return formatDate(start)
  const coarser = start.length < end.length ? start : end
  const precision = precisionOf(coarser)
  const format = dateFormat(interfaceLanguage, {
    year: 'numeric',
    ...(precision !== 'year' && { month: 'long' }),
    ...(precision === 'day' && { day: 'numeric' }),
  })
  return format.formatRange(instantOf(start), instantOf(end))
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

function formatBy(options: Intl.DateTimeFormatOptions, date: string): string {
  return dateFormat(interfaceLanguage, options).format(instantOf(date))
}
