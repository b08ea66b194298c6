import { buildCatalogue, type Catalogue } from '#archive/catalogue.ts'
import type { Ledger, Redirect } from '#archive/ledger.ts'
import { readArchive, type ReadArchiveOptions } from '#source/read-archive.ts'

/** The sources of an archive, as integrations look at them. */
export interface Sources {
  catalogue: Catalogue
  ledger: Ledger
  /** Paths that reports have left, and where they are now. */
  redirects: Redirect[]
}

/**
 * A function that reads the sources of the archive the first time it is called, and gives the same from then on. What
 * integrations compare a build with is read from the files again, apart from what Astro's store says. Texts are not checked
 * a second time.
 */
export function readSourcesOnce(archive: ReadArchiveOptions): () => Sources {
  let sources: Sources | undefined
  return () => {
    sources ??= readSources({ ...archive, texts: false })
    return sources
  }
}

/** Read the sources of the archive as they are now. */
export function readSources(archive: ReadArchiveOptions): Sources {
  const { reports, terms, ledger, redirects } = readArchive(archive)
  return { catalogue: buildCatalogue(reports, terms), ledger, redirects }
}
