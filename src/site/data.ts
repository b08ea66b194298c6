import { createHash } from 'node:crypto'
import { DATA, termAddress } from '#archive/addresses.ts'
import type { Catalogue, TermRecord } from '#archive/catalogue.ts'
import { VOCABULARIES } from '#archive/vocabulary.ts'
import { toCsv } from '#formats/csv.ts'
import { toDataPackage, type DataResource } from '#formats/datapackage.ts'
import { toDataRow } from '#formats/data-field.ts'
import { toJsonLines } from '#formats/json-lines.ts'
import { REPORT_COLUMNS } from '#formats/report-columns.ts'
import { REPORT_FIELDS } from '#formats/report-fields.ts'
import { toSha256Sums } from '#formats/sha256-sums.ts'
import { TERM_FIELDS, type CountedTerm } from '#formats/term-fields.ts'
import { describe } from './description.ts'
import { ownInterface } from './interface.ts'
import { absolute } from './links.ts'
import { oncePerCatalogue } from '#archive/once-per-catalogue.ts'

const { archive, words, labelOf } = ownInterface

/** A file with what the archive knows. */
export interface DataFile {
  name: DataFileName
  /** Its media type. */
  type: string
  content: Uint8Array<ArrayBuffer>
  /** SHA-256 of the content, in hexadecimal. */
  digest: string
}

/** The name of such a file. */
export type DataFileName = 'reports.csv' | 'reports.jsonl' | 'terms.jsonl' | 'datapackage.json' | 'SHA256SUMS'

/** The names of all files of data, those that tell of others after them. */
export const DATA_FILES: readonly DataFileName[] = [
  'reports.csv',
  'reports.jsonl',
  'terms.jsonl',
  'datapackage.json',
  'SHA256SUMS',
]

/** All files of data. They are made once for each catalogue, since each but the first tells the size and the digest of others. */
export const dataFiles = oncePerCatalogue((catalogue): DataFile[] => {
  const reports = catalogue.reports.map((report) => describe(catalogue, report))
  const header = REPORT_COLUMNS.map(({ name }) => name)
  const table = [header, ...reports.map((report) => REPORT_COLUMNS.map(({ of }) => of(report)))]
  const lines = reports.map((report) => toDataRow(REPORT_FIELDS, report))
  const terms = listTerms(catalogue).map((term) => toDataRow(TERM_FIELDS, term))
  const [csv, reportLines, termLines] = [
    makeFile('reports.csv', 'text/csv; charset=utf-8; header=present', toCsv(table)),
    makeFile('reports.jsonl', 'application/jsonl; charset=utf-8', toJsonLines(lines)),
    makeFile('terms.jsonl', 'application/jsonl; charset=utf-8', toJsonLines(terms)),
  ]
  const description = toDataPackage({
    title: archive.name,
    description: archive.description,
    homepage: absolute(DATA),
    resources: [
      toResource(csv, { format: 'csv', fields: REPORT_COLUMNS, key: ['id'] }),
      toResource(reportLines, { format: 'jsonl', fields: REPORT_FIELDS, key: ['id'] }),
      toResource(termLines, { format: 'jsonl', fields: TERM_FIELDS, key: ['vocabulary', 'id'] }),
    ],
  })
  const described = [csv, reportLines, termLines, makeFile('datapackage.json', 'application/json', description)]
  return [...described, makeFile('SHA256SUMS', 'text/plain; charset=utf-8', toSha256Sums(described))]
})

function makeFile(name: DataFileName, type: string, text: string): DataFile {
  // As bytes, since they are kept until the end of the build, where a string may take twice as much.
  const content = new TextEncoder().encode(text)
  return { name, type, content, digest: createHash('sha256').update(content).digest('hex') }
}

function toResource(
  { name, type, content, digest }: DataFile,
  form: Pick<DataResource, 'format' | 'fields' | 'key'>,
): DataResource {
  const { title, note } = words.data.files[name]
  const mediaType = type.split(';')[0] ?? type
  return { path: name, title, description: note, mediaType, bytes: content.length, digest, ...form }
}

function listTerms({ terms }: Catalogue): CountedTerm[] {
  return VOCABULARIES.flatMap((vocabulary) => Array.from(terms[vocabulary].values(), toCounted))
}

function toCounted({ term, reports }: TermRecord): CountedTerm {
  const { vocabulary, id, label, aliases, sameAs, note } = term
  const [first, last] = [reports[0], reports.at(-1)]
  return {
    ...{ vocabulary, id, name: labelOf(term).text, names: label, aliases },
    ...{ url: absolute(termAddress(vocabulary, id)), sameAs, notes: note, reports: reports.length },
    ...(first !== undefined && last !== undefined && { first: first.date, last: last.date }),
  }
}
