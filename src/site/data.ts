import { createHash } from 'node:crypto'
import { DATA, termAddress } from '#archive/addresses.ts'
import type { Catalogue, Report, TermRecord } from '#archive/catalogue.ts'
import { divideYears, type PartOfYears } from '#archive/divide-years.ts'
import { oncePerCatalogue } from '#archive/once-per-catalogue.ts'
import { VOCABULARIES } from '#archive/vocabulary.ts'
import { toCsv } from '#formats/csv.ts'
import { toDataPackage, toTableSchema, type DataResource } from '#formats/datapackage.ts'
import { toDataRow } from '#formats/data-field.ts'
import { toJsonLines } from '#formats/json-lines.ts'
import { REPORT_COLUMNS } from '#formats/report-columns.ts'
import { REPORT_FIELDS } from '#formats/report-fields.ts'
import { toSha256Sums } from '#formats/sha256-sums.ts'
import { TERM_FIELDS, type DescribedTerm } from '#formats/term-fields.ts'
import { describe } from './description.ts'
import { ownInterface, type Interface } from './interface.ts'
import { absolute } from './links.ts'

const { archive, words, labelOf } = ownInterface

/** How many reports stand in one file at most, where they can be divided. */
const MOST_REPORTS = 1000

/** The parts that the reports are divided into for files that hold all of a part. */
export const partsOfYears = oncePerCatalogue(({ years }): PartOfYears[] => divideYears(years, MOST_REPORTS))

/** The names of the files with the reports of a part, as a table and as JSON Lines. */
export function namesOfPart(id: string): [csv: string, lines: string] {
  const name = id === 'all' ? 'reports' : `reports-${id}`
  return [`${name}.csv`, `${name}.jsonl`]
}

/** What a part is called in a language. */
export function titleOfPart(id: string, { words, formatDate }: Pick<Interface, 'words' | 'formatDate'>): string {
  if (id === 'all') return words.data.all
  return id.endsWith('s') ? words.years.decade(id.slice(0, -1)) : formatDate(id)
}

/** The names of the files of data that are there once. */
export const TERMS_FILE = 'terms.jsonl'
export const SCHEMA_FILES = ['table.schema.json', 'reports.schema.json', 'terms.schema.json'] as const
export const PACKAGE_FILE = 'datapackage.json'
export const SUMS_FILE = 'SHA256SUMS'

/** What is known of some reports, as a table and as JSON Lines. */
export function writeReports(catalogue: Catalogue, reports: readonly Report[]): [csv: string, lines: string] {
  const described = reports.map((report) => describe(catalogue, report))
  const header = REPORT_COLUMNS.map(({ name }) => name)
  return [
    toCsv([header, ...described.map((report) => REPORT_COLUMNS.map(({ of }) => of(report)))]),
    toJsonLines(described.map((report) => toDataRow(REPORT_FIELDS, report))),
  ]
}

/** What stands in tables of reports, in their lines and in those of terms, in the order of `SCHEMA_FILES`. */
export function writeSchemas(): string[] {
  return [
    toTableSchema(REPORT_COLUMNS, ['id']),
    toTableSchema(REPORT_FIELDS, ['id']),
    toTableSchema(TERM_FIELDS, ['vocabulary', 'id']),
  ]
}

/** What is known of all terms, as JSON Lines. */
export function writeTerms(catalogue: Catalogue): string {
  return toJsonLines(listTerms(catalogue).map((term) => toDataRow(TERM_FIELDS, term)))
}

/**
 * The description of all files, and the sums of them and of it.
 *
 * @param read gives the bytes of a file by its name; what it does not know is written anew
 */
export function writeSums(
  catalogue: Catalogue,
  read: (name: string) => Uint8Array | undefined,
): [description: string, sums: string] {
  const { table, lines, terms } = words.data
  const resources = [
    ...partsOfYears(catalogue).flatMap(({ id, reports }): DataResource[] => {
      const [csvName, linesName] = namesOfPart(id)
      const period = titleOfPart(id, ownInterface)
      const known = [read(csvName), read(linesName)]
      const [csv, json] = known.includes(undefined) ? writeReports(catalogue, reports) : known
      return [
        { ...table(period), ...CSV, ...measure(csvName, csv ?? ''), schema: SCHEMA_FILES[0] },
        { ...lines(period), ...LINES, ...measure(linesName, json ?? ''), schema: SCHEMA_FILES[1] },
      ]
    }),
    {
      ...terms,
      ...LINES,
      ...measure(TERMS_FILE, read(TERMS_FILE) ?? writeTerms(catalogue)),
      schema: SCHEMA_FILES[2],
    },
  ]
  const description = toDataPackage({
    title: archive.name,
    description: archive.description,
    homepage: absolute(DATA),
    resources,
  })
  const schemas = writeSchemas().map((schema, index) => measure(SCHEMA_FILES[index] ?? '', schema))
  return [description, toSha256Sums([...resources, ...schemas, measure(PACKAGE_FILE, description)])]
}

/** The name of a file with its size and its SHA-256. */
function measure(path: string, content: Uint8Array | string): Pick<DataResource, 'path' | 'bytes' | 'digest'> {
  return { path, bytes: Buffer.byteLength(content), digest: createHash('sha256').update(content).digest('hex') }
}

const CSV = { format: 'csv', mediaType: 'text/csv' } as const
const LINES = { format: 'jsonl', mediaType: 'application/jsonl' } as const

function listTerms({ terms }: Catalogue): DescribedTerm[] {
  return VOCABULARIES.flatMap((vocabulary) => Array.from(terms[vocabulary].values(), toDescribed))
}

function toDescribed({ term }: TermRecord): DescribedTerm {
  const { vocabulary, id, label, aliases, sameAs, note } = term
  return {
    ...{ vocabulary, id, name: labelOf(term).text, names: label, aliases },
    ...{ url: absolute(termAddress(vocabulary, id)), sameAs, notes: note },
  }
}
