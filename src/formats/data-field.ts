import type { Json } from './json-lines.ts'

/** A column of a table, or a key of each line of a file: the one place that names it, says what it means and gives its value. */
export interface DataField<Subject, Value extends Json = Json> {
  name: string
  /** Its type, as Table Schema 1 names it. */
  type: 'string' | 'integer' | 'boolean' | 'array' | 'object'
  /** One sentence for people. */
  description: string
  of: (subject: Subject) => Value
}

/** What a subject has in each field, in the order of the fields; every key is there, `null` where there is nothing to say. */
export function toDataRow<Subject>(fields: readonly DataField<Subject>[], subject: Subject): { [name: string]: Json } {
  return Object.fromEntries(fields.map(({ name, of }) => [name, of(subject)]))
}
