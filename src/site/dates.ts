import { parseInterval, precisionOf } from '#archive/calendar.ts'
import { dateFormat, formatDateIn, instantOf, type DateStyle } from '#archive/date-words.ts'
import { isUnspaced } from '#archive/language.ts'

/** How dates are written in a language. */
export interface Dates {
  /** A date as a reader writes it, as precise as it is known: `20 December 2024`, `December 2024`, `2024`. */
  formatDate: (date: string, style?: DateStyle) => string
  /** A date or an interval: `11–13 December 2024`. */
  formatInterval: (interval: string) => string
  /** The name of a period among its neighbours: `2024`, `December 2024`, `Friday, 20 December 2024`. */
  formatPeriod: (period: string) => string
  /** A day of any year, by month and day: `12-20` → `20 December`. */
  formatMonthDay: (day: string) => string
  /** The name of a period within the one above it: `2024`, `December`, `Friday 20`. */
  formatPart: (period: string) => string
  /** The shortest name of a period within the one above it: `2024`, `December`, `20`. */
  formatStep: (period: string) => string
  /** The short name of a weekday, 0 for Monday: `Mon`. */
  shortWeekday: (weekday: number) => string
}

/** What stands between the ends of an interval where the data of `Intl` gives only figures and strokes: `2020/11/4 – 2020/11/5`. */
const SPANS: Readonly<Record<string, string>> = { zh: '至', ja: '～' }

/** An interval in Chinese or Japanese, what both ends share said once: `2020年11月4日至5日`. */
function joinUnspaced(language: string, start: string, end: string): string {
  const shared = /^(?:\d+年)?(?:\d+月)?/.exec(start)?.[0] ?? ''
  const sameYear = /^\d+年/.exec(start)?.[0] ?? ''
  const common = end.startsWith(shared) ? shared : end.startsWith(sameYear) ? sameYear : ''
  const rest = end.slice(common.length)
  return `${start}${SPANS[language.split('-')[0] ?? ''] ?? ''}${rest === '' ? end : rest}`
}

/** How dates are written in a language. */
export function datesIn(language: string): Dates {
  const formatBy = (options: Intl.DateTimeFormatOptions, date: string): string =>
    dateFormat(language, options).format(instantOf(date))
  // Within whole dates Chinese months have figures, 12月; alone, their long names are others, 十二月.
  const month = isUnspaced(language) ? 'short' : 'long'
  const formatDate = (date: string, style: DateStyle = 'long'): string => formatDateIn(language, date, style)
  const formatMonthOr = (options: Intl.DateTimeFormatOptions, period: string): string => {
    const precision = precisionOf(period)
    if (precision === 'year') return formatDate(period)
    return formatBy(precision === 'month' ? { month } : options, period)
  }
  return {
    formatDate,
    formatInterval: (interval) => {
      const { start, end } = parseInterval(interval) ?? { start: interval, end: interval }
      if (start === end) return formatDate(start)
      if (SPANS[language.split('-')[0] ?? ''] !== undefined)
        return joinUnspaced(language, formatDate(start), formatDate(end))
      const coarser = start.length < end.length ? start : end
      const precision = precisionOf(coarser)
      const format = dateFormat(language, {
        year: 'numeric',
        ...(precision !== 'year' && { month: 'long' }),
        ...(precision === 'day' && { day: 'numeric' }),
      })
      return format.formatRange(instantOf(start), instantOf(end))
    },
    formatPeriod: (period) =>
      precisionOf(period) === 'day'
        ? formatBy({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }, period)
        : formatDate(period),
    // A leap year, which has every day.
    formatMonthDay: (day) => formatBy({ day: 'numeric', month: 'long' }, `2024-${day}`),
    formatPart: (period) => formatMonthOr({ weekday: 'long', day: 'numeric' }, period),
    formatStep: (period) => formatMonthOr({ day: 'numeric' }, period),
    shortWeekday: (weekday) => {
      // 1 January 2024 was a Monday. In Chinese the short names all begin with the word for week.
      const style = isUnspaced(language) ? 'narrow' : 'short'
      return formatBy({ weekday: style }, `2024-01-0${String(weekday + 1)}`).slice(0, 3)
    },
  }
}
