import type { Report } from './catalogue.ts'
import { matchLanguage } from './language.ts'
import type { TranslationGroup } from './translation-groups.ts'

/** What reports tell, once, however many languages it is told in. */
export interface Told {
  /** The first of its reports in the list: its dates are those by which the list is in order. */
  first: Report
  /** The same in all its languages; missing where there is one only. */
  group?: TranslationGroup
}

/** A list of reports in which a text counts once. */
export interface ToldList {
  told: readonly Told[]
  /** Where each report stands among them, from 0; its translations too, be they in the list or not. */
  positions: ReadonlyMap<Report, number>
}

/**
 * Count what is told: an original and its translations once, where the first of them stands. To a reader who goes from one
 * report to the next, a translation is no other report, but the same one again.
 */
export function tellOnce(
  reports: readonly Report[],
  groupOf: (report: Report) => TranslationGroup | undefined,
): ToldList {
  const told: Told[] = []
  const positions = new Map<Report, number>()
  for (const report of reports) {
    if (positions.has(report)) continue
    const group = groupOf(report)
    for (const version of group?.byLanguage.values() ?? [report]) positions.set(version, told.length)
    told.push({ first: report, ...(group !== undefined && { group }) })
  }
  return { told, positions }
}

/**
 * Choose how a page shows what is told: by the report of the page itself, else by the version in the language of the page,
 * else by the original.
 */
export function versionFor({ first, group }: Told, language: string, own?: Report): Report {
  if (group === undefined) return first
  if (own !== undefined && group.byLanguage.get(own.lang) === own) return own
  return matchLanguage(group.byLanguage, language)?.[1] ?? group.original ?? first
}

/** The versions of what is told besides the one that is shown, in the order of their languages. */
export function otherVersions({ group }: Told, shown: Report): Report[] {
  return [...(group?.byLanguage.values() ?? [])].filter((version) => version !== shown)
}
