/** The months as they are written in full. */
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** The months as the MLA Handbook shortens them (9th edition, appendix 1). */
const SHORT_MONTHS = ['Jan.', 'Feb.', 'Mar.', 'Apr.', 'May', 'June', 'July', 'Aug.', 'Sept.', 'Oct.', 'Nov.', 'Dec.']

/** The year of a date. */
export function yearOf(date: string): string {
  return date.slice(0, 4)
}

/** A date with the day first: `20 December 2024`, `December 2024`, `2024`. */
export function dayFirst(date: string): string {
  return joinParts([dayOf(date), monthOf(date), yearOf(date)])
}

/** A date with the day first and the month shortened: `20 Dec. 2024`. */
export function shortDayFirst(date: string): string {
  return joinParts([dayOf(date), monthOf(date, SHORT_MONTHS), yearOf(date)])
}

/** A date with the month first: `December 20, 2024`, `December 2024`, `2024`. */
export function monthFirst(date: string): string {
  const day = dayOf(date)
  return day === undefined ? dayFirst(date) : `${joinParts([monthOf(date), day])}, ${yearOf(date)}`
}

/** A date with the year first: `2024, December 20`, `2024, December`, `2024`. */
export function yearFirst(date: string): string {
  const rest = joinParts([monthOf(date), dayOf(date)])
  return rest === '' ? yearOf(date) : `${yearOf(date)}, ${rest}`
}

/** A date without its year: `20 December`, `December`; empty where only the year is known. */
export function dayAndMonth(date: string): string {
  return joinParts([dayOf(date), monthOf(date)])
}

// Dates are taken apart here and not with `archive/calendar.ts`: they were checked long ago, and in a browser that would be one more file.
function monthOf(date: string, months: readonly string[] = MONTHS): string | undefined {
  return months[Number(date.slice(5, 7)) - 1]
}

function dayOf(date: string): string | undefined {
  return date.length === 10 ? String(Number(date.slice(8))) : undefined
}

function joinParts(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join(' ')
}
