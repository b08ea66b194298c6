/** One search index: the reports of one language in one stretch of time. */
export interface Shard {
  /** Where its files lie, relative to the folder `search/` of the site, with a slash at its end. */
  path: string
  lang: string
  /** The first and the last year of its reports. */
  from: string
  to: string
  /** How many reports it holds. */
  count: number
}

/** What the search page reads first: which indexes there are, the newest first. */
export interface Manifest {
  shards: Shard[]
}

/** The folder of everything that searching needs, relative to the site. */
export const SEARCH_FOLDER = 'search/'

/** The file of the manifest, relative to the site. */
export const MANIFEST_FILE = `${SEARCH_FOLDER}manifest.json`
