import { findChanges, type Change } from '#archive/changes.ts'
import { paginate, type ListPage } from '#archive/pagination.ts'
import { settings } from '../site.config.ts'
import { getCatalogue } from './catalogue.ts'

/** The pages of the list of corrections: the list itself, and its numbered pages. */
export async function getChangesPages(): Promise<ListPage<Change>[]> {
  const { pages } = await getCatalogue()
  return paginate(findChanges(pages).reverse(), settings.reportsPerPage)
}
