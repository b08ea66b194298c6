import type { Period, Report } from './catalogue.ts'

/** The reports of one part of an archive: of a year, or of a month. */
export interface PartOfYears {
  /** `2024` or `2024-12`. */
  id: string
  /** Oldest first. */
  reports: readonly Report[]
}

/**
 * Divide the reports of years for files that hold all of a part: by years, and by months where a year has more than `most`, so that a
 * report that comes changes a small file. Of such a year, the part with its own name holds the reports of which no month is known.
 *
 * @param years oldest first
 * @returns every report in one part; oldest first, none of them empty
 */
export function divideYears(years: readonly Period[], most: number): PartOfYears[] {
  return years.flatMap(({ id, reports, parts }) => {
    if (reports.length <= most) return [{ id, reports }]
    const inMonths = new Set(parts.flatMap((month) => month.reports))
    const others = { id, reports: reports.filter((report) => !inMonths.has(report)) }
    return [
      ...(others.reports.length > 0 ? [others] : []),
      ...parts.map((month) => ({ id: month.id, reports: month.reports })),
    ]
  })
}
