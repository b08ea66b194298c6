import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Catalogue } from '#archive/catalogue.ts'
import { planFiles, type FileContent } from '#site/file-plans.ts'
import { keysOf } from '#site/page-keys.ts'
import { planPages } from '#site/page-plans.ts'

/** Files of the archive that are made together, from the same things. */
export interface Unit {
  /** Their paths in the folder of the archive. The first one is the name of the unit, from which the others follow. */
  paths: readonly string[]
  /** A key of everything they are made from, code and settings left out. */
  key: string
  /** Make them, in their order; missing for a page, which Astro makes. `read` gives a file of a unit before, where it is made here too. */
  make?: (read: (path: string) => Uint8Array | undefined) => readonly FileContent[]
  /** The address of a page. */
  address?: string
}

/** Everything that the archive consists of but for what Astro brings along (scripts, styles), and for the search. */
export function* planUnits(catalogue: Catalogue, root: string): Iterable<Unit> {
  const { ofArchive } = keysOf(catalogue)
  for (const { address, key } of planPages(catalogue))
    yield { paths: [pathOf(address)], key: key?.() ?? ofArchive(), address }
  for (const { addresses, key, make } of planFiles(catalogue))
    yield {
      paths: addresses.map(pathOf),
      key: key?.() ?? ofArchive(),
      make: (read) => make((address) => read(pathOf(address))),
    }
  yield* planPictures(catalogue, root)
}

/** The pictures of the reports, beside their pages. */
function* planPictures({ pages }: Catalogue, root: string): Iterable<Unit> {
  for (const { path, pictures } of pages.filter(({ status }) => status !== 'gone')) {
    for (const name of Object.keys(pictures)) {
      const file = join(root, 'reports', path, name)
      const { size, mtimeMs } = statSync(file)
      yield { paths: [`${path}/${name}`], key: `${String(size)} ${String(mtimeMs)}`, make: () => [readFileSync(file)] }
    }
  }
}

/** The name of a unit. */
export function nameOf({ paths: [first = ''] }: Pick<Unit, 'paths'>): string {
  return first
}

/** The path of what is at an address: `/2024/` → `2024/index.html`. */
export function pathOf(address: string): string {
  return address.endsWith('/') ? `${address.slice(1)}index.html` : address.slice(1)
}
