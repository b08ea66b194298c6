import type { DataField } from './data-field.ts'

/** Files of data that belong together. */
export interface DataPackage {
  title: string
  description: string
  /** The address of the page for people. */
  homepage: string
  resources: readonly DataResource[]
}

/** A file of a package of data. */
export interface DataResource {
  /** The name of the file, beside the description of the package. */
  path: string
  title: string
  description: string
  format: 'csv' | 'jsonl'
  /** Its media type. */
  mediaType: string
  /** Its size. */
  bytes: number
  /** SHA-256 of its bytes, in hexadecimal. */
  digest: string
  /** The file that says what stands in it, beside it: several files are of one kind. */
  schema: string
}

/** Write the description of a package of data (Frictionless Data Package, version 1), as JSON with two spaces. */
export function toDataPackage({ title, description, homepage, resources }: DataPackage): string {
  const described = {
    profile: 'data-package',
    name: toName(title),
    title,
    description,
    homepage,
    resources: resources.map(toResource),
  }
  return `${JSON.stringify(described, undefined, 2)}\n`
}

function toResource(resource: DataResource): object {
  const { path, title, description, format, mediaType, bytes, digest, schema } = resource
  return {
    // Version 1 knows tables of comma-separated values only; of JSON Lines it may say what they hold all the same.
    profile: format === 'csv' ? 'tabular-data-resource' : 'data-resource',
    name: toName(path),
    path,
    title,
    description,
    format,
    mediatype: mediaType,
    encoding: 'utf-8',
    bytes,
    hash: `sha256:${digest}`,
    ...(format === 'csv' && { dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true } }),
    schema,
  }
}

/**
 * Write what stands in files of one kind (Table Schema, version 1), as JSON with two spaces.
 *
 * @param fields in order
 * @param key the fields that together tell rows apart
 */
export function toTableSchema(
  fields: readonly Pick<DataField<never>, 'name' | 'type' | 'description'>[],
  key: readonly string[],
): string {
  const described = fields.map(({ name, type, description }) => ({ name, type, description }))
  return `${JSON.stringify({ fields: described, missingValues: [''], primaryKey: key }, undefined, 2)}\n`
}

/** A name as the specification wants it, of small letters, digits and `.` `_` `-`; `archive` where none of them is left. */
function toName(text: string): string {
  // Letters with marks lose the marks: `é` is taken apart, and the accent left out.
  const letters = text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
  const words = letters.match(/[a-z0-9]+/g) ?? ['archive']
  return words.join('-')
}
