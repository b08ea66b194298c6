import type { Facet } from './facets.ts'

/** Something that was done with what a reader typed and that he did not ask for in so many words: it is told. */
export type Note =
  /** Words that say too little were left out. */
  | { type: 'dropped'; words: readonly string[] }
  /** Operators of other search engines. */
  | { type: 'ignored'; words: readonly string[] }
  /** Other names of a term were searched for too. */
  | { type: 'names'; typed: string; names: readonly string[] }
  /** Other spellings were searched for too. */
  | { type: 'spellings'; typed: string; words: readonly string[] }
  /** No report holds the word, so words that begin with it were searched for. */
  | { type: 'beginning'; typed: string; words: readonly string[]; hasMore: boolean }
  /** No report holds the phrase, so its words were searched for one by one. */
  | { type: 'apart'; typed: string; words: readonly string[] }
  /** There is no such term. */
  | { type: 'noTerm'; facet: Facet; typed: string; nearest: string | undefined }
  /** The ends of the range of dates stood in the wrong order. */
  | { type: 'swapped' }
  /** Not a date. */
  | { type: 'noDate'; typed: string }
