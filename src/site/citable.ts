import type { Catalogue, Report } from '#archive/catalogue.ts'
import { toCitable, type Citable } from '#formats/citation.ts'
import { describe } from './description.ts'

/** A report as citations name it. */
export function citableOf(catalogue: Catalogue, report: Report): Citable {
  return toCitable(describe(catalogue, report))
}
