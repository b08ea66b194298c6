import type { Description, NamedThing } from './description.ts'
import type { DataField } from './data-field.ts'

/**
 * The columns of `reports.csv`, in their order, for spreadsheets: several values in one field are parted by spaces. New ones are
 * added at the end, so that a program that counts columns goes on working.
 */
export const REPORT_COLUMNS: readonly DataField<Description, string>[] = [
  column('id', 'The identifier, which never changes.', ({ id }) => id),
  column('address', 'The permanent address.', ({ url }) => url),
  column(
    'kind',
    '“report” for an item archived as received, “brief” for a record compiled by the archive.',
    ({ kind }) => kind,
  ),
  column('language', 'The language of the text, as a BCP 47 tag.', ({ language }) => language),
  column(
    'date',
    'The date it is filed under, as precise as it is known: 2024-12-20, 2024-12 or 2024.',
    ({ date }) => date,
  ),
  column(
    'event',
    'When what it tells of took place: a date, or two joined by a slash (EDTF level 0).',
    ({ covers }) => covers,
  ),
  column('title', 'The headline.', ({ title }) => title),
  column('source', 'The name of its source, of a brief that of the first one.', ({ sources }) => sources[0]?.name),
  column('topics', 'Ids of topics.', ({ topics }) => ids(topics)),
  column('places', 'Ids of places.', ({ places }) => ids(places)),
  column('organisations', 'Ids of organisations.', ({ organisations }) => ids(organisations)),
  column('people', 'Ids of people.', ({ people }) => ids(people)),
  column('series', 'The id of the series it belongs to.', ({ series }) => series?.id),
  column('titleSupplied', '“true” when the archive wrote the headline, “false” otherwise.', ({ titleSupplied }) =>
    String(titleSupplied),
  ),
  column('summary', 'One or two sentences in the language of the report.', ({ summary }) => summary),
  column(
    'dateline',
    'The id of the place it was written at, or the event was held at.',
    ({ dateline }) => dateline?.id,
  ),
  column('sourceAddresses', 'The addresses of its sources.', ({ sources }) =>
    sources.flatMap(({ url }) => (url === undefined ? [] : [url])).join(' '),
  ),
  column('rights', 'Who holds the rights, in words.', ({ rights }) => rights),
  column('license', 'The address of the licence of its text.', ({ license }) => license),
  column(
    'published',
    'The date on which it was published, by its source or, a brief, by the archive.',
    ({ published }) => published,
  ),
  column('recorded', 'The day on which the archive first published it.', ({ recorded }) => recorded),
  column('modified', 'The day of its last correction.', ({ modified }) => modified),
  column('version', 'The number of its recorded wording, from 1.', ({ version }) => version?.toString()),
  column('translationOf', 'The identifier of the report that it translates.', ({ translationOf }) => translationOf?.id),
  column('shortAddress', 'The short address, for print.', ({ shortUrl }) => shortUrl),
]

function column(
  name: string,
  description: string,
  of: (subject: Description) => string | undefined,
): DataField<Description, string> {
  return { name, type: 'string', description, of: (subject) => of(subject) ?? '' }
}

function ids(things: readonly NamedThing[]): string {
  return things.map(({ id }) => id).join(' ')
}
