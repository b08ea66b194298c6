import type { Description } from './description.ts'
import { FIELDS, valuesOf } from './fields.ts'
import type { MetaTag, TypedLink } from './meta-tag.ts'

/** Say what the prefixes of the names mean (DCMI, “Expressing Dublin Core metadata using HTML/XHTML”, 2008). */
export const DUBLIN_CORE_SCHEMAS: readonly TypedLink[] = [
  { rel: 'schema.DC', href: 'http://purl.org/dc/elements/1.1/' },
  { rel: 'schema.DCTERMS', href: 'http://purl.org/dc/terms/' },
]

/** Describe a report in Dublin Core, an element for each value, in the order of the table of fields. */
export function toDublinCore(description: Description): MetaTag[] {
  return FIELDS.flatMap((field) => {
    const name = field.dublinCore
    return name === undefined ? [] : valuesOf(field, description).map((content) => ({ name, content }))
  })
}
