import type { Period } from './catalogue.ts'

/**
 * Write which months have reports in one line, for a page that is to propose some of them: each year with a number in base 16,
 * whose bit 0 is January and bit 11 December: `1893:0 2024:c00`.
 */
export function writeCalendar(years: readonly Pick<Period, 'id' | 'parts'>[]): string {
  return years
    .map(({ id, parts }) => {
      const months = parts.reduce((bits, part) => bits | (1 << (Number(part.id.slice(5)) - 1)), 0)
      return `${id}:${months.toString(16)}`
    })
    .join(' ')
}

/**
 * The periods nearest to the one that an address names: the month itself where it is there, the last one before it and the
 * first one after it that have reports; of an address with a year alone, or with a month that no year has, the years.
 * None where an address names no period.
 *
 * @param calendar a line that `writeCalendar` wrote
 * @param path an address, or what is left of one after the folder of a language: `/2022/11/`
 */
export function nearestPeriods(calendar: string, path: string): string[] {
  const [, year, month] = /^\/(\d{4})(?:\/(\d{1,2}))?(?:\/|$)/.exec(path) ?? []
  if (year === undefined || calendar === '') return []
  const years = calendar.split(' ').map((entry): [year: string, months: number] => {
    const [id = '', months = ''] = entry.split(':')
    return [id, parseInt(months, 16)]
  })
  const isMonth = month !== undefined && Number(month) >= 1 && Number(month) <= 12
  const wanted = isMonth ? `${year}-${month.padStart(2, '0')}` : year
  const all = isMonth ? years.flatMap(([id, months]) => monthsOf(id, months)) : years.map(([id]) => id)
  return [all.findLast((id) => id < wanted), all.find((id) => id === wanted), all.find((id) => id > wanted)].filter(
    (id) => id !== undefined,
  )
}

function monthsOf(year: string, months: number): string[] {
  return Array.from({ length: 12 }, (_, index) => index)
    .filter((index) => (months & (1 << index)) !== 0)
    .map((index) => `${year}-${String(index + 1).padStart(2, '0')}`)
}
