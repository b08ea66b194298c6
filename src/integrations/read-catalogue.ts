import type { Catalogue } from '#archive/catalogue.ts'
import type { Ledger } from '#archive/ledger.ts'
import { readArchive, type ReadArchiveOptions } from '#source/read-archive.ts'

/** The catalogue of an archive as its files are now, for the live preview; texts are not checked. */
export function readCatalogue(archive: ReadArchiveOptions): { catalogue: Catalogue; ledger: Ledger } {
  const { catalogue, ledger } = readArchive({ ...archive, texts: false })
  return { catalogue, ledger }
}
