import type { Catalogue, Report, TermRecord } from '#archive/catalogue.ts'
import { paginate, type ListPage } from '#archive/pagination.ts'
import { VOCABULARIES } from '#archive/vocabulary.ts'
import { settings } from '../site.config.ts'

/** Every page of every term: the term itself, and its numbered pages. */
export function termPages({ terms }: Catalogue): { record: TermRecord; page: ListPage<Report> }[] {
  return VOCABULARIES.flatMap((vocabulary) =>
    [...terms[vocabulary].values()].flatMap((record) =>
      paginate(record.reports, settings.reportsPerPage).map((page) => ({ record, page })),
    ),
  )
}
