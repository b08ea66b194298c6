import type { Report, TermRecord } from '#archive/catalogue.ts'
import { paginate, type ListPage } from '#archive/pagination.ts'
import { VOCABULARIES } from '#archive/vocabulary.ts'
import { settings } from '../site.config.ts'
import { getCatalogue } from './catalogue.ts'

/** Every page of every term: the term itself, and its numbered pages. */
export async function getTermPages(): Promise<{ record: TermRecord; page: ListPage<Report> }[]> {
  const { terms } = await getCatalogue()
  return VOCABULARIES.flatMap((vocabulary) =>
    [...terms[vocabulary].values()].flatMap((record) =>
      paginate(record.reports, settings.reportsPerPage).map((page) => ({ record, page })),
    ),
  )
}
