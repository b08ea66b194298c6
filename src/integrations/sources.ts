import { buildCatalogue, type Catalogue } from '#archive/catalogue.ts'
import { readArchive, type ReadArchiveOptions } from '#source/read-archive.ts'

/**
 * A function that reads the sources of the archive the first time it is called, and gives the same catalogue from then on.
 * What integrations compare a build with is read from the files again, apart from what Astro's store says. Texts are not
 * checked a second time.
 */
export function readSourcesOnce(archive: ReadArchiveOptions): () => Catalogue {
  let catalogue: Catalogue | undefined
  return () => {
    catalogue ??= readSources({ ...archive, texts: false })
    return catalogue
  }
}

/** Read the sources of the archive as they are now. */
export function readSources(archive: ReadArchiveOptions): Catalogue {
  const { reports, terms } = readArchive(archive)
  return buildCatalogue(reports, terms)
}
