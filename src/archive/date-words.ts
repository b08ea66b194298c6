import { parseDate, precisionOf, type Precision } from './calendar.ts'
import { remember } from './remember.ts'

/** How long a date is written: `20 December 2024`, `20 Dec 2024`. */
export type DateStyle = 'long' | 'short'

/** A date as a reader of a language writes it, as precise as it is known: `20 December 2024`, `December 2024`, `2024`. */
export function formatDateIn(language: string, date: string, style: DateStyle = 'long'): string {
  return writerFor(language)[style](date)
}

/** What writes dates in a language; the lists of an archive write the same few thousand again and again. */
const writerFor = remember((language: string): Record<DateStyle, (date: string) => string> => {
  const writeIn = (style: DateStyle): ((date: string) => string) => {
    const formatOf = remember((precision: Precision) =>
      dateFormat(language, {
        year: 'numeric',
        ...(precision !== 'year' && { month: style }),
        ...(precision === 'day' && { day: 'numeric' }),
      }),
    )
    return remember((date) => formatOf(precisionOf(date)).format(instantOf(date)))
  }
  return { long: writeIn('long'), short: writeIn('short') }
})

/** The format of dates in a language, the same in every time zone. */
export function dateFormat(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  // English dates are written day first here, as in the archive's own prose.
  const locale = language === 'en' ? 'en-GB' : language
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC', calendar: 'gregory' })
}

/** Noon in UTC on the first day of a date: the one way from our dates to `Intl`, the same in every time zone. */
export function instantOf(date: string): Date {
  const { year, month = 1, day = 1 } = parseDate(date) ?? { year: 1970 }
  return new Date(Date.UTC(year, month - 1, day, 12))
}
