// Ships to the browser, in the worker of the search page: results as files for other programs.
import { toBibTeX } from '#formats/bibtex.ts'
import type { Citable } from '#formats/citation.ts'
import { toCsv } from '#formats/csv.ts'
import { toRis } from '#formats/ris.ts'
import { VOCABULARIES } from '#archive/vocabulary.ts'
import type { SearchRecord } from '#search/record.ts'

/** The forms that results can be taken away in. */
export const FORMATS = ['csv', 'ris', 'bib', 'json'] as const
export type Format = (typeof FORMATS)[number]

/** What a list is written with. */
export interface ListOptions {
  format: Format
  /** How many reports it holds at most. */
  limit: number
  /** The address of the site, without a slash at its end. */
  site: string
  /** The name of the archive. */
  archive: string
}

/** Write reports in one of the forms. */
export function writeList(records: readonly SearchRecord[], { format, site, archive }: ListOptions): string {
  const citables = records.map((record) => toCitable(record, site, archive))
  switch (format) {
    case 'csv':
      return toCsv([COLUMNS, ...records.map((record) => toRow(record, site))])
    case 'ris':
      return citables.map(toRis).join('\r\n')
    case 'bib':
      return citables.map(toBibTeX).join('\n')
    case 'json':
      return `${JSON.stringify(
        records.map((record) => toObject(record, site)),
        undefined,
        2,
      )}\n`
  }
}

function toCitable(record: SearchRecord, site: string, archive: string): Citable {
  const { id, kind, publisher, title, date, recorded, lang, address } = record
  const common = { id, publisher, title, date, language: lang, archive, url: site + address }
  // The date of a brief is that of what it records.
  const ofBrief = { event: date, ...(recorded !== undefined && { recorded }) }
  return kind === 'brief' ? { ...common, kind, ...ofBrief } : { ...common, kind: 'report' }
}

const COLUMNS = ['id', 'address', 'kind', 'language', 'date', 'title', 'source', ...VOCABULARIES]

function toRow({ id, address, kind, lang, date, title, source = '', terms }: SearchRecord, site: string): string[] {
  const ofVocabulary = VOCABULARIES.map((vocabulary) =>
    terms
      .filter(([name]) => name === vocabulary)
      .map(([, term]) => term)
      .join(' '),
  )
  return [id, site + address, kind, lang, date, title, source, ...ofVocabulary]
}

function toObject(
  { id, address, kind, lang, date, title, source, publisher, terms }: SearchRecord,
  site: string,
): object {
  return {
    id,
    url: site + address,
    ...{ kind, language: lang, date, title },
    ...(source !== undefined && { source }),
    publisher,
    terms: terms.map(([vocabulary, term, label]) => ({ vocabulary, id: term, label })),
  }
}
