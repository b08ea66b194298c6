import type { Catalogue, Report, TermRecord } from '#archive/catalogue.ts'
import { oncePerCatalogue } from '#archive/once-per-catalogue.ts'
import { tellOnce, type ToldList } from '#archive/told-once.ts'
import { findTranslationGroups, type TranslationGroup } from '#archive/translation-groups.ts'

const groupsOf = oncePerCatalogue(({ reports }) => findTranslationGroups(reports))

/** Lists are asked for from the page of each of their reports, and counted once. */
const toldLists = new WeakMap<readonly Report[], ToldList>()

/** The reports that say the same as a report in other languages, with itself; `undefined` when there are none. */
export function translationGroupOf(catalogue: Catalogue, report: Report): TranslationGroup | undefined {
  return groupsOf(catalogue).get(report)
}

/** A list of the catalogue in which an original and its translations count once. */
export function toldOnce(catalogue: Catalogue, reports: readonly Report[]): ToldList {
  const known = toldLists.get(reports) ?? tellOnce(reports, (report) => translationGroupOf(catalogue, report))
  toldLists.set(reports, known)
  return known
}

/** The series that a report belongs to; a translation to that of what it translates, where it names none itself. */
export function seriesOf(catalogue: Catalogue, report: Report): TermRecord | undefined {
  const named = report.series ?? translationGroupOf(catalogue, report)?.original?.series
  return named === undefined ? undefined : catalogue.terms.series.get(named)
}
