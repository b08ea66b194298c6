import type { Vocabulary } from '#archive/vocabulary.ts'

/** What is shown of a report that was found: everything in it is plain text. */
export interface SearchRecord {
  id: string
  /** Its address, without the base path. */
  address: string
  title: string
  date: string
  /** The day on which the archive published a brief, where the ledger says it: citations are dated by it. */
  recorded?: string
  kind: string
  lang: string
  source?: string
  /** Who published it, as citations name them. */
  publisher: string
  /** The terms that it names. */
  terms: NamedTerms
  /** Its text: what can be linked to, with its anchor and its words. */
  blocks: readonly Block[]
}

/** A paragraph, a heading, a table or a note of a report; a summary has no anchor. */
export type Block = readonly [anchor: string, text: string]

/** Terms with their labels by language. */
export type NamedTerms = readonly (readonly [
  vocabulary: Vocabulary,
  id: string,
  label: Readonly<Record<string, string>>,
])[]
