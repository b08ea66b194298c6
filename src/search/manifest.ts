import type { Vocabulary } from '#archive/vocabulary.ts'

/** One search index: the reports of one stretch of time. */
export interface Shard {
  /** Where its files lie, relative to the folder of the engine, with a slash at its end. */
  path: string
  /** What the names of its own files end in: it changes with their content, as the names of all other files do. */
  columns: string
  /** The dates of its first and its last report. */
  from: string
  to: string
  /** How many reports it holds, as the engine counted them. */
  count: number
  /** How many words its reports have in all. */
  words: number
}

/** What the search page reads first. */
export interface Manifest {
  /** The folder of the engine, relative to `search/`, with a slash at its end: its files are shared by all indexes. */
  engine: string
  /** The indexes, oldest first: reports are numbered through all of them in the order of their dates. */
  shards: readonly Shard[]
  /** The opening of the newest index, compressed and in base64: it changes as often as the manifest, and saves a request to whoever searches it. */
  newest: string
  dictionary: DictionaryFiles
}

/** What the files of the known words are called: each name changes with what the file holds, see `dictionaryFile`. */
export interface DictionaryFiles {
  /** Parts by their beginnings, so that a search loads only the few that it needs: the first word of each, rising. */
  starts: readonly string[]
  /** As many as there are starts. */
  parts: readonly string[]
  common: string
  names: Readonly<Record<Vocabulary, string>>
}

/** The folder of everything that searching needs, relative to the site. */
export const SEARCH_FOLDER = 'search/'

/** The file of the manifest, relative to the site. */
export const MANIFEST_FILE = `${SEARCH_FOLDER}manifest.json`

/** The files of an index that are ours, relative to its folder. */
export const openingFile = ({ columns }: Pick<Shard, 'columns'>): string => `opening-${columns}.bin`
/** What is shown of a report. */
export const RECORDS_FOLDER = 'records/'
export const recordFile = (name: string): string => `${RECORDS_FOLDER}${name}.bin`
/** A part of its words; the engine asks for it by this name. */
export const chunkFile = (name: string): string => `index/${name}.pf_index`
/** The reports of each term of a vocabulary. */
export const facetFile = ({ columns }: Pick<Shard, 'columns'>, facet: string): string => `${facet}-${columns}.bin`

/** The program of the engine, relative to its folder. */
export const ENGINE_FILE = 'engine.js'

/** A file of the known words, relative to the folder of the engine. */
export const dictionaryFile = (name: string): string => `words/${name}.bin`
