import type { Catalogue } from '#archive/catalogue.ts'
import { findChanges, type Change } from '#archive/changes.ts'
import { paginate, type ListPage } from '#archive/pagination.ts'
import { settings } from '../site.config.ts'

/** The pages of the list of corrections: the list itself, and its numbered pages. */
export function changesPages({ pages }: Catalogue): ListPage<Change>[] {
  return paginate(findChanges(pages).reverse(), settings.reportsPerPage)
}
