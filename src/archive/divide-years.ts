import type { Period, Report } from './catalogue.ts'

/** The reports of one part of an archive. */
export interface PartOfYears {
  /** `all`, `2020s`, `2024` or `2024-12`. */
  id: string
  /** Oldest first. */
  reports: readonly Report[]
}

/**
 * Divide the reports of years for files that hold all of a part, so that none has more than `most` of them and a report that comes
 * changes a small file: all reports while they are so few; else by decades, a decade that has more by years, and a year that has more
 * by months. Of such a year, the part with its own name holds the reports of which no month is known; a month may have more.
 *
 * @param years oldest first
 * @returns every report in one part; oldest first, none of them empty
 */
export function divideYears(years: readonly Period[], most: number): PartOfYears[] {
  const all = { id: 'all', reports: years.flatMap(({ reports }) => reports) }
  if (all.reports.length <= most) return all.reports.length === 0 ? [] : [all]
  const decades = Map.groupBy(years, ({ id }) => `${id.slice(0, 3)}0s`)
  return Array.from(decades).flatMap(([id, some]) => {
    const decade = { id, reports: some.flatMap(({ reports }) => reports) }
    return decade.reports.length <= most ? [decade] : some.flatMap((year) => divideYear(year, most))
  })
}

function divideYear({ id, reports, parts }: Period, most: number): PartOfYears[] {
  if (reports.length <= most) return [{ id, reports }]
  const inMonths = new Set(parts.flatMap((month) => month.reports))
  const others = { id, reports: reports.filter((report) => !inMonths.has(report)) }
  const months = parts.map((month) => ({ id: month.id, reports: month.reports }))
  return [...(others.reports.length > 0 ? [others] : []), ...months]
}
