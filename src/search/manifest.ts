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
  /** Files of the newest index, compressed and in base64: it changes as often as the manifest, and they save two requests to whoever searches it. */
  newest: { opening: string; names: string }
  /** Where the known words are. */
  dictionary: DictionaryParts
}

/** The files of the known words, parted by their beginnings so that a search loads only the few that it needs. */
export interface DictionaryParts {
  /** Their folder, relative to the folder of the engine, with a slash at its end. Its name changes with its content. */
  path: string
  /** The first word of each part, rising. */
  starts: readonly string[]
}

/** The folder of everything that searching needs, relative to the site. */
export const SEARCH_FOLDER = 'search/'

/** The file of the manifest, relative to the site. */
export const MANIFEST_FILE = `${SEARCH_FOLDER}manifest.json`

/** The files of an index that are ours, relative to its folder. */
export const openingFile = ({ columns }: Pick<Shard, 'columns'>): string => `opening-${columns}.bin`
/** What the files of its reports are called, in the order of the reports. */
export const namesOfRecords = ({ columns }: Pick<Shard, 'columns'>): string => `records-${columns}.bin`
/** What is shown of a report. */
export const RECORDS_FOLDER = 'records/'
export const recordFile = (name: string): string => `${RECORDS_FOLDER}${name}.bin`
/** A part of its words; the engine asks for it by this name. */
export const chunkFile = (name: string): string => `index/${name}.pf_index`
/** The reports of each term of a vocabulary. */
export const facetFile = ({ columns }: Pick<Shard, 'columns'>, facet: string): string => `${facet}-${columns}.bin`

/** The program of the engine, relative to its folder. */
export const ENGINE_FILE = 'engine.js'

/** The files of the known words, relative to their folder. */
export const partFile = (part: number): string => `${String(part)}.bin`
export const COMMON_WORDS_FILE = 'common.bin'
export const namesFile = (vocabulary: string): string => `${vocabulary}.bin`
