import { buildCatalogue, type Catalogue } from '#archive/catalogue.ts'
import { readArchive, type ReadArchiveOptions } from '#source/read-archive.ts'

/** The catalogue of an archive as its files are now, for the live preview; texts are not checked. */
export function readCatalogue(archive: ReadArchiveOptions): Catalogue {
  const { reports, terms } = readArchive({ ...archive, texts: false })
  return buildCatalogue(reports, terms)
}
