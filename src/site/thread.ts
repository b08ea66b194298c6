import { compareReports, type Catalogue, type Report, type TermRecord } from '#archive/catalogue.ts'
import type { Told, ToldList } from '#archive/told-once.ts'
import { toldOnce } from './translations.ts'

/** How many reports of a series are shown before and after the present one. */
const REACH = 3

/**
 * What a series tells around one of its reports, in its order; the newest of it when none is named. A report that stands in no
 * list, because it was withdrawn, is shown where it would stand.
 */
export function threadAround(catalogue: Catalogue, { reports }: TermRecord, current?: Report): readonly Told[] {
  const list = toldOnce(catalogue, reports)
  const { told, at } = current === undefined ? { ...list, at: list.told.length } : placeOf(current, list)
  const from = Math.max(0, Math.min(at - REACH, told.length - 2 * REACH - 1))
  return told.slice(from, from + 2 * REACH + 1)
}

/** A list with a report in it, and where that stands. */
function placeOf(report: Report, { told, positions }: ToldList): { told: readonly Told[]; at: number } {
  const at = positions.get(report)
  if (at !== undefined) return { told, at }
  const after = told.findIndex(({ first }) => compareReports(first, report) > 0)
  const place = after === -1 ? told.length : after
  return { told: told.toSpliced(place, 0, { first: report }), at: place }
}
