import { getCollection } from 'astro:content'
import { buildCatalogue, type Catalogue } from '#archive/catalogue.ts'
import { termIndexOf } from '#archive/term-index.ts'
import { takeContent } from '#source/hand-over.ts'
import { browseOf, togetherOf, type Browse } from './browse.ts'
import { isAwaited } from './due.ts'
import { planPages } from './page-plans.ts'
import { settings } from '../site.config.ts'

let catalogue: Promise<Catalogue> | undefined

/** The catalogue of this build. */
export function getCatalogue(): Promise<Catalogue> {
  catalogue ??= read()
  return catalogue
}

/** What browse pages are made from, of the catalogue of this build. */
export async function getBrowse(): Promise<Browse> {
  return browseOf(await getCatalogue())
}

async function read(): Promise<Catalogue> {
  // It is asked, so that Astro knows what has to be made again when the content changes.
  await getCollection('archive')
  const { reports, terms } = takeContent()
  const catalogue = buildCatalogue(reports, terms)
  if (isAwaited) prepare(catalogue)
  return catalogue
}

/** Compute what every build needs of the whole catalogue, in the time in which it is found out which pages are due. */
function prepare(catalogue: Catalogue): void {
  Array.from(planPages(catalogue))
  togetherOf(catalogue)
  if (settings.relatedReports > 0) termIndexOf(catalogue)
}
