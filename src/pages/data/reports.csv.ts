import type { APIRoute } from 'astro'
import { reportAddress } from '#archive/addresses.ts'
import { termsOf, type Report } from '#archive/catalogue.ts'
import type { Vocabulary } from '#archive/vocabulary.ts'
import { toCsv } from '#formats/csv.ts'
import { getCatalogue } from '#site/catalogue.ts'
import { absolute } from '#site/links.ts'

const COLUMNS = [
  'id',
  'address',
  'kind',
  'language',
  'date',
  'event',
  'title',
  'source',
  'topics',
  'places',
  'organisations',
  'people',
  'series',
]

/** All reports as one table, oldest first; several terms in a field are parted by spaces. */
export const GET: APIRoute = async () => {
  const { reports } = await getCatalogue()
  return new Response(toCsv([COLUMNS, ...reports.map(toRow)]), {
    headers: { 'Content-Type': 'text/csv; charset=utf-8' },
  })
}

function toRow(report: Report): string[] {
  const { id, path, kind, lang, date, event = '', title, source, series = '' } = report
  const ids = (vocabulary: Vocabulary): string =>
    termsOf(report, vocabulary)
      .map((term) => term.id)
      .join(' ')
  const terms = [ids('topics'), ids('places'), ids('organisations'), ids('people'), series]
  return [id, absolute(reportAddress(path)), kind, lang, date, event, title, source?.name ?? '', ...terms]
}
