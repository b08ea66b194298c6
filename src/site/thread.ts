import type { Catalogue, Report, TermRecord } from '#archive/catalogue.ts'
import type { Told } from '#archive/told-once.ts'
import { toldOnce } from './translations.ts'

/** How many reports of a series are shown before and after the present one. */
const REACH = 3

/** What a series tells around one of its reports, in its order; the newest of it when none is named. */
export function threadAround(catalogue: Catalogue, { reports }: TermRecord, current?: Report): readonly Told[] {
  const { told, positions } = toldOnce(catalogue, reports)
  const at = current === undefined ? told.length : (positions.get(current) ?? 0)
  const from = Math.max(0, Math.min(at - REACH, told.length - 2 * REACH - 1))
  return told.slice(from, from + 2 * REACH + 1)
}
