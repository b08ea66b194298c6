import { positionIn, type Report, type TermRecord } from '#archive/catalogue.ts'

/** How many reports of a series are shown before and after the present one. */
const REACH = 3

/** The reports of a series around one of them, in their order; the newest ones when none is named. */
export function threadAround({ reports }: TermRecord, current?: Report): readonly Report[] {
  const at = current === undefined ? reports.length : Math.max(0, positionIn(reports, current))
  const from = Math.max(0, Math.min(at - REACH, reports.length - 2 * REACH - 1))
  return reports.slice(from, from + 2 * REACH + 1)
}
