import type { Report } from './catalogue.ts'

/** One text in several languages. */
export interface TranslationGroup {
  /** The report that the others translate; missing when it is not among them. */
  original?: Report
  /** The reports by their languages, in the order of these; where two are in one language, the first one given. */
  byLanguage: ReadonlyMap<string, Report>
}

/**
 * Find the reports that say the same in several languages: an original, its translations, and the translations of these. Gives the
 * group of every report that stands in one; a report whose language another one of its group has already stands in none.
 *
 * @param reports those that may be named, in any order
 */
export function findTranslationGroups(reports: readonly Report[]): Map<Report, TranslationGroup> {
  const byId = new Map(reports.map((report) => [report.id, report]))
  const groups = new Map<Report, TranslationGroup>()
  // Only who is linked to somebody is looked at: most reports are not translated.
  const translated = new Set(
    reports.flatMap(({ translationOf }) => (translationOf === undefined ? [] : [translationOf])),
  )
  const linked = reports.filter(({ id, translationOf }) => translationOf !== undefined || translated.has(id))
  for (const [root, members] of Map.groupBy(linked, (report) => rootOf(report, byId))) {
    const original = byId.get(root)
    const inOrder = [...members].sort((a, b) => (a === original ? -1 : b === original ? 1 : a.id < b.id ? -1 : 1))
    const first = new Map(inOrder.toReversed().map((report) => [report.lang, report]))
    const byLanguage = new Map([...first].sort(([a], [b]) => (a < b ? -1 : 1)))
    if (byLanguage.size < 2) continue
    const group = { ...(original !== undefined && { original }), byLanguage }
    for (const report of byLanguage.values()) groups.set(report, group)
  }
  return groups
}

/** The identifier at the end of the links from translation to original; where they go round in a circle, the least one of it. */
function rootOf({ id, translationOf }: Report, byId: ReadonlyMap<string, Report>): string {
  const seen = [id]
  for (let next = translationOf; next !== undefined; next = byId.get(next)?.translationOf) {
    const before = seen.indexOf(next)
    if (before >= 0) return seen.slice(before).reduce((least, other) => (other < least ? other : least))
    seen.push(next)
  }
  return seen.at(-1) ?? id
}
