import { parseInterval, precisionOf } from '#archive/calendar.ts'
import { dateFormat, formatDateIn, instantOf, type DateStyle } from '#archive/date-words.ts'
import { isUnspaced } from '#archive/language.ts'
import { remember } from '#archive/remember.ts'

/** What an interval is written with: its first day, and what follows it when it has a second one. */
export interface WrittenInterval {
  start: string
  /** What stands between the two, and the last day: `–`, `13 December 2024`. */
  between?: string
  end?: string
}

/**
 * How dates are written in a language, for a page: no line of it ends within a date. What is written for programs is given plain
 * spaces by `withPlainSpaces`. Chinese and Japanese dates have no spaces; their lines are kept by the style sheet.
 */
export interface Dates {
  /** A date as a reader writes it, as precise as it is known: `20 December 2024`, `December 2024`, `2024`. */
  formatDate: (date: string, style?: DateStyle) => string
  /** A date or an interval in its parts: what both ends share is said with one of them, `11`, `–`, `13 December 2024`. */
  writeInterval: (interval: string) => WrittenInterval
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

/** A date whose spaces keep its day, its month and its year on one line; `Friday, 20 December` may still be divided at its comma. */
function keepTogether(date: string): string {
  return date.replaceAll(/(?<=[\p{L}\p{N}.]) (?=[\p{L}\p{N}])/gu, '\u00a0')
}

/** A text with plain spaces instead of those that keep dates on one line: for titles, descriptions and files. */
export function withPlainSpaces<Text extends string | undefined>(text: Text): Text {
  return text?.replaceAll('\u00a0', ' ') as Text
}

/** An interval in Chinese or Japanese, what both ends share said once: `2020年11月4日至5日`. */
function joinUnspaced(language: string, start: string, end: string): WrittenInterval {
  const shared = /^(?:\d+年)?(?:\d+月)?/.exec(start)?.[0] ?? ''
  const sameYear = /^\d+年/.exec(start)?.[0] ?? ''
  const common = end.startsWith(shared) ? shared : end.startsWith(sameYear) ? sameYear : ''
  const rest = end.slice(common.length)
  return { start, between: SPANS[language.split('-')[0] ?? ''] ?? '', end: rest === '' ? end : rest }
}

/** What `Intl` writes for an interval, divided where the first day ends and where the last one begins. */
function divideRange(parts: readonly Intl.DateTimeRangeFormatPart[]): WrittenInterval {
  const text = (some: typeof parts): string => keepTogether(some.map(({ value }) => value).join(''))
  const last = parts.findLastIndex(({ source }) => source === 'startRange')
  const next = parts.findIndex(({ source }) => source === 'endRange')
  if (last === -1 || next === -1) return { start: text(parts) }
  return {
    start: text(parts.slice(0, last + 1)),
    between: text(parts.slice(last + 1, next)),
    end: text(parts.slice(next)),
  }
}

/** How dates are written in a language. */
export function datesIn(language: string): Dates {
  const formatBy = (options: Intl.DateTimeFormatOptions): ((date: string) => string) => {
    const format = dateFormat(language, options)
    return remember((date) => keepTogether(format.format(instantOf(date))))
  }
  // Within whole dates Chinese months have figures, 12月; alone, their long names are others, 十二月.
  const formatMonth = formatBy({ month: isUnspaced(language) ? 'short' : 'long' })
  const formatWholeDay = formatBy({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
  const styles = {
    long: remember((date: string) => keepTogether(formatDateIn(language, date, 'long'))),
    short: remember((date: string) => keepTogether(formatDateIn(language, date, 'short'))),
  }
  const formatDate = (date: string, style: DateStyle = 'long'): string => styles[style](date)
  const formatPartBy = (options: Intl.DateTimeFormatOptions): ((period: string) => string) => {
    const formatDay = formatBy(options)
    const formats = { year: formatDate, month: formatMonth, day: formatDay }
    return (period) => formats[precisionOf(period)](period)
  }
  // A leap year, which has every day.
  const formatDayOfYear = formatBy({ day: 'numeric', month: 'long' })
  // In Chinese the short names all begin with the word for week.
  const formatWeekday = formatBy({ weekday: isUnspaced(language) ? 'narrow' : 'short' })
  const ranges = {
    year: dateFormat(language, { year: 'numeric' }),
    month: dateFormat(language, { year: 'numeric', month: 'long' }),
    day: dateFormat(language, { year: 'numeric', month: 'long', day: 'numeric' }),
  }
  const writeInterval = (interval: string): WrittenInterval => {
    const { start, end } = parseInterval(interval) ?? { start: interval, end: interval }
    if (start === end) return { start: formatDate(start) }
    if (SPANS[language.split('-')[0] ?? ''] !== undefined)
      return joinUnspaced(language, formatDate(start), formatDate(end))
    const coarser = start.length < end.length ? start : end
    return divideRange(ranges[precisionOf(coarser)].formatRangeToParts(instantOf(start), instantOf(end)))
  }
  return {
    formatDate,
    writeInterval: remember(writeInterval),
    formatPeriod: (period) => (precisionOf(period) === 'day' ? formatWholeDay(period) : formatDate(period)),
    formatMonthDay: (day) => formatDayOfYear(`2024-${day}`),
    formatPart: formatPartBy({ weekday: 'long', day: 'numeric' }),
    formatStep: formatPartBy({ day: 'numeric' }),
    // 1 January 2024 was a Monday.
    shortWeekday: (weekday) => formatWeekday(`2024-01-0${String(weekday + 1)}`).slice(0, 3),
  }
}
