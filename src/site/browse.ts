import { periodAddress, termYearAddress } from '#archive/addresses.ts'
import { buildAnniversaries, type Anniversary } from '#archive/anniversaries.ts'
import type { Catalogue, TermRecord } from '#archive/catalogue.ts'
import type { YearCount } from '#archive/chart.ts'
import { findTermPairs, findTermYears, type TermPair, type TermYear } from '#archive/intersections.ts'
import { findAllTogether, type TogetherTerm } from '#archive/together.ts'
import { readEnvironment } from '../environment.ts'
import { settings } from '../site.config.ts'
import { oncePerCatalogue } from '#archive/once-per-catalogue.ts'

/** What pages that lead from one thing to the next are made from, beside the catalogue. */
export interface Browse {
  /** The days of the year on which reports are remembered, by month and day: `12-20`. */
  anniversaries: ReadonlyMap<string, Anniversary>
  /** The years in which a term has a page of its own, by their ids. */
  termYears: ReadonlyMap<string, TermYear>
  /** The pairs of terms that have a page of their own, by their ids. */
  pairs: ReadonlyMap<string, TermPair>
  /** For each term those that are named most often with it. */
  together: ReadonlyMap<TermRecord, readonly TogetherTerm[]>
}

/** How many terms a term page names as those that are named with it. */
const MOST_TOGETHER = 12

/** Month and day of the build, `12-20`: the day that the front page remembers. */
export const monthDayOfBuild = readEnvironment(process.env).today.slice(5)

const anniversariesOf = oncePerCatalogue(({ reports }) => buildAnniversaries(reports))
const termYearsOf = oncePerCatalogue((catalogue) => (settings.termYears ? findTermYears(catalogue) : new Map()))
const pairsOf = oncePerCatalogue((catalogue) => findTermPairs(catalogue, settings.intersections))
/** For each term those that are named most often with it. */
export const togetherOf = oncePerCatalogue((catalogue) => findAllTogether(catalogue, MOST_TOGETHER))

/** What browse pages are made from: each part computed when it is first asked for, once for each catalogue. */
export const browseOf = oncePerCatalogue((catalogue: Catalogue): Browse => ({
  get anniversaries() {
    return anniversariesOf(catalogue)
  },
  get termYears() {
    return termYearsOf(catalogue)
  },
  get pairs() {
    return pairsOf(catalogue)
  },
  get together() {
    return togetherOf(catalogue)
  },
}))

/** The most reports that a timeline shows on its one page: a longer one leads to the reports of each year. */
const TIMELINE_MOST = 500

/** Whether a term has a timeline of its own. Once it has, it keeps it, however many reports come, as long as the owner wants such pages. */
export function hasTimeline({ reports }: TermRecord): boolean {
  return settings.termYears && reports.length >= 3
}

/** Whether the timeline of a term shows its reports one by one. */
export function isTimelineWhole({ reports }: TermRecord): boolean {
  return reports.length <= TIMELINE_MOST
}

/** A year of a term, and the address of the page that shows its reports. */
export interface YearOfTerm extends YearCount {
  address: string
}

/** The years of a term, oldest first. One without a page of its own, such as one with a single report, leads to that of the archive. */
export function yearsOfTerm({ termYears }: Pick<Browse, 'termYears'>, { term, reports }: TermRecord): YearOfTerm[] {
  const { vocabulary, id } = term
  return Array.from(
    Map.groupBy(reports, ({ date }) => date.slice(0, 4)),
    ([year, inYear]) => ({
      year: Number(year),
      count: inYear.length,
      address: termYears.has(`${vocabulary}/${id}/${year}`)
        ? termYearAddress(vocabulary, id, year)
        : periodAddress(year),
    }),
  )
}
