import type { AlternateName } from '#archive/alternates.ts'
import { settings } from '../site.config.ts'
import { getReportPaths } from './report-paths.ts'

/** The paths of reports for one of the formats that they are given in: none when the owner does not want it. */
export function getAlternatePaths(name: AlternateName): typeof getReportPaths {
  return async () => (settings.alternates.includes(name) ? getReportPaths() : [])
}
