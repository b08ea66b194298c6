import type { Description } from './description.ts'
import { FIELDS, valuesOf, type Field } from './fields.ts'
import type { MetaTag } from './meta-tag.ts'

/**
 * Describe a report in Highwire Press's tags, which Google Scholar, Zotero and others read. Dates are written `2024/12/20`, or as
 * far as they are known.
 */
export function toHighwire(description: Description): MetaTag[] {
  return FIELDS.flatMap((field) => {
    const name = field.highwire
    if (name === undefined) return []
    return valuesOf(field, description).flatMap((value) => write(value, field).map((content) => ({ name, content })))
  })
}

function write(value: string, { is }: Field): string[] {
  if (is === 'date') return [value.replaceAll('-', '/')]
  return is === 'name' ? writeName(value) : [value]
}

/**
 * The tags know only persons: readers make “China, National Copyright Administration of” of an organisation. A comma at the end
 * says that nothing is a given name, by a habit of reference managers that Zotero's `cleanAuthor` and EndNote share. A name with
 * a comma or a semicolon of its own is taken for several people whatever one does, so it is not given.
 */
function writeName(name: string): string[] {
  if (/[,;]/.test(name)) return []
  return [/\s/.test(name) ? `${name},` : name]
}
