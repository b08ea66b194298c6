import type { Description, NamedThing } from './description.ts'
import type { DataField } from './data-field.ts'

/** The keys of a line of `reports.jsonl`, in their order. New ones are added at the end. */
export const REPORT_FIELDS: readonly DataField<Description>[] = [
  { name: 'id', type: 'string', description: 'The identifier, which never changes.', of: ({ id }) => id },
  {
    name: 'url',
    type: 'string',
    description: 'The permanent address; other formats of the report stand below it.',
    of: ({ url }) => url,
  },
  { name: 'shortUrl', type: 'string', description: 'The short address, for print.', of: ({ shortUrl }) => shortUrl },
  {
    name: 'kind',
    type: 'string',
    description: '“report” for an item archived as received, “brief” for a record compiled by the archive.',
    of: ({ kind }) => kind,
  },
  {
    name: 'language',
    type: 'string',
    description: 'The language of the text, as a BCP 47 tag.',
    of: ({ language }) => language,
  },
  { name: 'title', type: 'string', description: 'The headline.', of: ({ title }) => title },
  {
    name: 'titleSupplied',
    type: 'boolean',
    description: 'Whether the archive wrote the headline, because the source had none.',
    of: ({ titleSupplied }) => titleSupplied,
  },
  {
    name: 'summary',
    type: 'string',
    description: 'One or two sentences in the language of the report.',
    of: ({ summary }) => summary ?? null,
  },
  {
    name: 'date',
    type: 'string',
    description: 'The date it is filed under, as precise as it is known: 2024-12-20, 2024-12 or 2024.',
    of: ({ date }) => date,
  },
  {
    name: 'published',
    type: 'string',
    description: 'The date on which it was published, by its source or, a brief, by the archive.',
    of: ({ published }) => published ?? null,
  },
  {
    name: 'recorded',
    type: 'string',
    description: 'The day on which the archive first published it.',
    of: ({ recorded }) => recorded ?? null,
  },
  {
    name: 'modified',
    type: 'string',
    description: 'The day of its last correction.',
    of: ({ modified }) => modified ?? null,
  },
  {
    name: 'covers',
    type: 'string',
    description: 'When what it tells of took place: a date, or two joined by a slash (EDTF level 0).',
    of: ({ covers }) => covers ?? null,
  },
  {
    name: 'version',
    type: 'integer',
    description: 'The number of its recorded wording, from 1.',
    of: ({ version }) => version ?? null,
  },
  { name: 'publisher', type: 'string', description: 'Who published it.', of: ({ publisher }) => publisher.name },
  {
    name: 'sources',
    type: 'array',
    description: 'What it rests on: each with a name and, where there is one, an address.',
    of: ({ sources }) => sources.map(({ name, url }) => ({ name, url: url ?? null })),
  },
  {
    name: 'rights',
    type: 'string',
    description: 'Who holds the rights, in words.',
    of: ({ rights }) => rights ?? null,
  },
  {
    name: 'license',
    type: 'string',
    description: 'The address of the licence of its text.',
    of: ({ license }) => license ?? null,
  },
  { name: 'topics', type: 'array', description: 'Ids of topics; see terms.jsonl.', of: ({ topics }) => ids(topics) },
  { name: 'places', type: 'array', description: 'Ids of places; see terms.jsonl.', of: ({ places }) => ids(places) },
  {
    name: 'organisations',
    type: 'array',
    description: 'Ids of organisations; see terms.jsonl.',
    of: ({ organisations }) => ids(organisations),
  },
  { name: 'people', type: 'array', description: 'Ids of people; see terms.jsonl.', of: ({ people }) => ids(people) },
  {
    name: 'roles',
    type: 'array',
    description: 'What terms are or do in this report, in its own words: vocabulary, id and role of each that has one.',
    of: ({ places, organisations, people }) => [...places, ...organisations, ...people].flatMap(toRole),
  },
  {
    name: 'dateline',
    type: 'string',
    description: 'The id of the place it was written at, or the event was held at.',
    of: ({ dateline }) => dateline?.id ?? null,
  },
  {
    name: 'series',
    type: 'string',
    description: 'The id of the series it belongs to.',
    of: ({ series }) => series?.id ?? null,
  },
  {
    name: 'seriesPosition',
    type: 'integer',
    description: 'Where it stands in its series, from 1.',
    of: ({ series }) => series?.position ?? null,
  },
  {
    name: 'translationOf',
    type: 'string',
    description: 'The id of the report that it translates.',
    of: ({ translationOf }) => translationOf?.id ?? null,
  },
  {
    name: 'translations',
    type: 'array',
    description: 'The ids of its translations.',
    of: ({ translations }) => translations.map(({ id }) => id),
  },
  {
    name: 'corrections',
    type: 'array',
    description: 'What was changed after publication, the oldest first: date, kind and text of each.',
    of: ({ corrections }) => corrections.map(({ date, kind, text }) => ({ date, kind, text })),
  },
]

function ids(things: readonly NamedThing[]): string[] {
  return things.map(({ id }) => id)
}

function toRole({ vocabulary, id, role }: NamedThing): { vocabulary: string; id: string; role: string }[] {
  return role === undefined ? [] : [{ vocabulary, id, role }]
}
