import type { Catalogue, Report } from '#archive/catalogue.ts'
import { findTranslationGroups, type TranslationGroup } from '#archive/translation-groups.ts'

const groups = new WeakMap<Catalogue, ReadonlyMap<Report, TranslationGroup>>()

/** The reports that say the same as a report in other languages, with itself; `undefined` when there are none. */
export function translationGroupOf(catalogue: Catalogue, report: Report): TranslationGroup | undefined {
  const known = groups.get(catalogue) ?? findTranslationGroups(catalogue.reports)
  groups.set(catalogue, known)
  return known.get(report)
}
