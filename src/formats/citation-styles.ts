import { toApa } from './apa.ts'
import { toChicago } from './chicago.ts'
import type { WriteCitation } from './citation.ts'
import { toGbT7714 } from './gb-t-7714.ts'
import { toHarvard } from './harvard.ts'
import { toMla } from './mla.ts'
import { toWikipedia } from './wikipedia.ts'

/** A manner of citing. */
export interface CitationStyle {
  /** What people call it. */
  name: string
  write: WriteCitation
}

/** The styles that a report can be cited in, in the order in which a page shows them. */
export const CITATION_STYLES = [
  { name: 'Chicago', write: toChicago },
  { name: 'APA', write: toApa },
  { name: 'MLA', write: toMla },
  { name: 'Harvard', write: toHarvard },
  { name: 'GB/T 7714', write: toGbT7714 },
  { name: 'Wikipedia', write: toWikipedia },
] as const satisfies readonly CitationStyle[]
