/** One search index: the reports of one stretch of time. */
export interface Shard {
  /** Where its files lie, relative to the folder of the engine, with a slash at its end. */
  path: string
  /** What the names of its columns end in: it changes with their content, as the names of all other files do. */
  columns: string
  /** The dates of its first and its last report. */
  from: string
  to: string
  /** How many reports it holds, as the engine counted them. */
  count: number
  /** How many words its reports have in all. */
  words: number
  /** What the engine calls its table of contents. */
  meta: string
}

/** What the search page reads first. */
export interface Manifest {
  /** The folder of the engine, relative to `search/`, with a slash at its end: its files are shared by all indexes. */
  engine: string
  /** The indexes, oldest first: reports are numbered through all of them in the order of their dates. */
  shards: readonly Shard[]
  /** The core columns of the newest index, compressed and in base64: they save a request to whoever searches it. */
  newest: string
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
export const coreFile = ({ columns }: Pick<Shard, 'columns'>): string => `core-${columns}.bin`
/** What is shown of a report, by what the engine calls it. */
export const RECORDS_FOLDER = 'records/'
export const recordFile = (id: string): string => `${RECORDS_FOLDER}${id}.bin`
/** The reports of each term of a vocabulary. */
export const facetFile = ({ columns }: Pick<Shard, 'columns'>, facet: string): string => `${facet}-${columns}.bin`

/** The files of the known words, relative to their folder. */
export const partFile = (part: number): string => `${String(part)}.bin`
export const COMMON_WORDS_FILE = 'common.bin'
export const namesFile = (vocabulary: string): string => `${vocabulary}.bin`
