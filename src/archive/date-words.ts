import { parseDate, precisionOf } from './calendar.ts'

/** How long a date is written: `20 December 2024`, `20 Dec 2024`. */
export type DateStyle = 'long' | 'short'

/** Dates as they were written before: the lists of an archive write the same few thousand again and again. */
const written = new Map<string, string>()

/** A date as a reader of a language writes it, as precise as it is known: `20 December 2024`, `December 2024`, `2024`. */
export function formatDateIn(language: string, date: string, style: DateStyle = 'long'): string {
  const key = `${language} ${style} ${date}`
  const known = written.get(key) ?? writeDate(language, date, style)
  written.set(key, known)
  return known
}

function writeDate(language: string, date: string, style: DateStyle): string {
  const precision = precisionOf(date)
  return dateFormat(language, {
    year: 'numeric',
    ...(precision !== 'year' && { month: style }),
    ...(precision === 'day' && { day: 'numeric' }),
  }).format(instantOf(date))
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** The format of dates in a language, the same in every time zone. */
export function dateFormat(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  // English dates are written day first here, as in the archive's own prose.
  const locale = language === 'en' ? 'en-GB' : language
  const key = JSON.stringify([locale, options])
  const format =
    formats.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC', calendar: 'gregory' })
  formats.set(key, format)
  return format
}

/** Noon in UTC on the first day of a date: the one way from our dates to `Intl`, the same in every time zone. */
export function instantOf(date: string): Date {
  const { year, month = 1, day = 1 } = parseDate(date) ?? { year: 1970 }
  return new Date(Date.UTC(year, month - 1, day, 12))
}
