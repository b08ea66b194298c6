import type { NamedThing } from './description.ts'
import type { DataField } from './data-field.ts'

/** A term as it is described. How many reports name it, and when, is told by their rows: a report more leaves this as it is. */
export interface DescribedTerm extends Omit<NamedThing, 'role'> {
  /** One or two sentences about it in each language. */
  notes: Readonly<Record<string, string>>
}

/** The keys of a line of `terms.jsonl`, in their order. New ones are added at the end. */
export const TERM_FIELDS: readonly DataField<DescribedTerm>[] = [
  {
    name: 'vocabulary',
    type: 'string',
    description: 'topics, places, organisations, people or series.',
    of: ({ vocabulary }) => vocabulary,
  },
  { name: 'id', type: 'string', description: 'The id, which is its own in its vocabulary.', of: ({ id }) => id },
  { name: 'url', type: 'string', description: 'The address of its page.', of: ({ url }) => url },
  { name: 'name', type: 'string', description: 'Its name in the language of the archive.', of: ({ name }) => name },
  { name: 'names', type: 'object', description: 'Its names by language.', of: ({ names }) => ({ ...names }) },
  { name: 'aliases', type: 'array', description: 'Its other names.', of: ({ aliases }) => aliases },
  {
    name: 'sameAs',
    type: 'array',
    description: 'Addresses of the same thing elsewhere.',
    of: ({ sameAs }) => sameAs,
  },
  { name: 'notes', type: 'object', description: 'What it is, by language.', of: ({ notes }) => ({ ...notes }) },
]
