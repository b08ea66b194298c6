import { buildAnniversaries, type Anniversary } from '#archive/anniversaries.ts'
import type { Catalogue, TermRecord } from '#archive/catalogue.ts'
import { findTermPairs, findTermYears, type TermPair, type TermYear } from '#archive/intersections.ts'
import { findAllTogether, type TogetherTerm } from '#archive/together.ts'
import { readEnvironment } from '../environment.ts'
import { settings } from '../site.config.ts'
import { oncePerCatalogue } from './once-per-catalogue.ts'

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

/** What browse pages are made from, computed once for each catalogue. */
export const browseOf = oncePerCatalogue((catalogue: Catalogue): Browse => ({
  anniversaries: buildAnniversaries(catalogue.reports),
  termYears: findTermYears(catalogue),
  pairs: findTermPairs(catalogue, settings.intersections),
  together: findAllTogether(catalogue, MOST_TOGETHER),
}))

/** The most reports that a timeline shows on its one page: a longer list is better read year by year. */
const TIMELINE_MOST = 500

/** Whether a term has a timeline of its own. */
export function hasTimeline({ reports }: TermRecord): boolean {
  return reports.length >= 3 && reports.length <= TIMELINE_MOST
}
