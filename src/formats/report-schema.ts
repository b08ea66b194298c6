import { REPORT_JSON_VERSION } from './report-json.ts'

/** A JSON Schema, or a part of one. */
type Schema = Readonly<Record<string, unknown>>

/**
 * The JSON Schema (2020-12) of a report as JSON. It is published at its own address, which never changes and never means another
 * version of the format.
 *
 * @param address its whole address
 */
export function toReportSchema(address: string): Schema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: address,
    title: 'Report of a news archive',
    description: 'Everything that the archive says of one report, and its text. What is not known is left out.',
    ...object({
      $schema: [{ const: address }, 'The address of this schema.'],
      version: [{ const: REPORT_JSON_VERSION }, 'The number of this format.'],
      id: [{ type: 'string', minLength: 1 }, 'The identifier of the report: it never changes and is never reused.'],
      kind: [
        { enum: ['report', 'brief'] },
        '`report` for an item archived as it was received, `brief` for a short record compiled by the archive from cited sources.',
      ],
      status: [
        { enum: ['published', 'withdrawn', 'gone'] },
        '`withdrawn` keeps the text under a notice, `gone` keeps only the notice.',
      ],
      language: [LANGUAGE, 'The language of the report, as a BCP 47 tag.'],
      title: [TEXT, 'The headline.'],
      titleSupplied: [{ type: 'boolean' }, 'Whether the archive wrote the headline because the source had none.'],
      'summary?': [TEXT, 'One or two sentences in the language of the report.'],
      url: [ADDRESS, 'The permanent address of the report.'],
      shortUrl: [ADDRESS, 'Its short address, for print.'],
      date: [
        DATE,
        'The date it is filed under: for a report the day its source made it public, for a brief that of what it records.',
      ],
      'published?': [
        DATE,
        'When it was published: a report by its source, a brief by the archive; missing while the archive has not recorded it.',
      ],
      'recorded?': [DATE, 'The day on which the archive first published it; missing while that is not recorded.'],
      'modified?': [DATE, 'The day of the last correction or notice.'],
      'covers?': [
        { type: 'string', pattern: `^${DATE_PATTERN}(/${DATE_PATTERN})?$` },
        'When what it tells of took place: a date, or an interval of two.',
      ],
      'wording?': [
        { type: 'integer', minimum: 1 },
        'The number of its recorded wording, from 1; missing while none is recorded.',
      ],
      publisher: [PARTY, 'Who published it: the source of a report, the archive for a brief.'],
      archive: [
        object({
          name: [TEXT, 'The name of the archive.'],
          'url?': [ADDRESS, 'Its front page.'],
          description: [{ type: 'string' }, 'What it holds.'],
          language: [LANGUAGE, 'The language of its own words, as a BCP 47 tag.'],
        }),
        'The archive that keeps the report.',
      ],
      sources: [list(SOURCE), 'What it rests on: where a report was published first, the public sources of a brief.'],
      'copies?': [
        list(object({ original: [ADDRESS, 'The address that the text links to.'], ...COPY_KEYS })),
        'Copies in web archives of pages that the text links to, in its order.',
      ],
      'rights?': [TEXT, 'Who holds the rights, in words.'],
      'license?': [ADDRESS, 'The address of the licence of the text.'],
      topics: [list(THING), 'What it is about.'],
      places: [list(THING), 'The places it names.'],
      organisations: [list(THING), 'The organisations it names.'],
      people: [list(THING), 'The people it names.'],
      'dateline?': [THING, 'The place it was written at, or the event was held at; it may be among `places` too.'],
      'series?': [
        object({
          ...THING_KEYS,
          'position?': [{ type: 'integer', minimum: 1 }, 'Where in the thread the report stands, from 1.'],
          count: [{ type: 'integer', minimum: 0 }, 'How many reports the thread has.'],
        }),
        'The thread it belongs to.',
      ],
      'translationOf?': [LINKED, 'The report that this one translates.'],
      translations: [list(LINKED), 'Its translations, in the order of their languages.'],
      corrections: [
        list(
          object({
            date: [DATE, 'The day of the change.'],
            kind: [{ enum: ['correction', 'clarification', 'update'] }, 'What sort of change it was.'],
            text: [{ type: 'string' }, 'What was changed.'],
          }),
        ),
        'What was changed after publication, the oldest first.',
      ],
      'notice?': [
        object({
          date: [DATE, 'The day of the withdrawal or removal.'],
          text: [{ type: 'string' }, 'Why.'],
          'alternative?': [ADDRESS, 'Where a reader may look instead.'],
        }),
        'Why and when it was withdrawn or removed.',
      ],
      alternates: [
        list(
          object({
            type: [TEXT, 'The media type.'],
            name: [TEXT, 'What people call the format.'],
            url: [ADDRESS, 'Where it is.'],
          }),
        ),
        'The same report in other formats, this one among them.',
      ],
      'image?': [
        object({
          url: [ADDRESS, 'Where the picture is.'],
          type: [TEXT, 'Its media type.'],
          width: [{ type: 'integer', minimum: 1 }, 'Its width in pixels.'],
          height: [{ type: 'integer', minimum: 1 }, 'Its height in pixels.'],
          alternative: [{ type: 'string' }, 'Words for who does not see it.'],
        }),
        'The picture that stands for it where links are shown as cards.',
      ],
      text: [
        list(
          object({
            number: [
              { type: 'integer', minimum: 1 },
              'The number of the paragraph: number 4 is at `#p4` of the page, and stays so whatever is added or removed.',
            ],
            text: [{ type: 'string' }, 'Its plain text.'],
          }),
        ),
        'The paragraphs of the text in order, each with its number; none when the report is gone.',
      ],
      csl: [
        { type: 'object' },
        'The report as an item of CSL-JSON, for citation processors (https://citationstyles.org).',
      ],
    }),
  }
}

/** A key, by its name with a `?` where it may be missing: what its value is, and what it says. */
type Keys = Readonly<Record<string, readonly [schema: Schema, description: string]>>

const DATE_PATTERN = String.raw`\d{4}(-\d{2}(-\d{2})?)?`
const TEXT: Schema = { type: 'string', minLength: 1 }
const LANGUAGE: Schema = { type: 'string', pattern: '^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$' }
const ADDRESS: Schema = { type: 'string', pattern: '^[Hh][Tt][Tt][Pp][Ss]?://' }
const DATE: Schema = { type: 'string', pattern: `^${DATE_PATTERN}$` }

const PARTY_KEYS: Keys = {
  name: [TEXT, 'The name.'],
  'url?': [ADDRESS, 'Where it is, or where it was published.'],
}

const PARTY = object(PARTY_KEYS)

const COPY_KEYS: Keys = {
  url: [ADDRESS, 'The address of the copy in a web archive.'],
  captured: [{ type: 'string', pattern: String.raw`^\d{4}-\d{2}-\d{2}$` }, 'The day on which the copy was made.'],
}

const SOURCE = object({
  ...PARTY_KEYS,
  'copy?': [object(COPY_KEYS), 'A copy of what is at its address, in a web archive.'],
})

const THING_KEYS: Keys = {
  id: [TEXT, 'The id of the term.'],
  name: [TEXT, 'Its name in the language of the archive, or in the first one it has.'],
  names: [{ type: 'object', additionalProperties: { type: 'string' } }, 'Its names by language, as BCP 47 tags.'],
  aliases: [list({ type: 'string' }), 'Its other names.'],
  url: [ADDRESS, 'The address of its page in the archive.'],
  sameAs: [list(ADDRESS), 'Addresses of the same thing elsewhere.'],
  'role?': [TEXT, 'What it is or does in this report, in the words and the language of the report.'],
}

const THING = object(THING_KEYS)

const LINKED = object({
  id: [TEXT, 'The identifier of the report.'],
  title: [TEXT, 'Its headline.'],
  language: [LANGUAGE, 'Its language, as a BCP 47 tag.'],
  url: [ADDRESS, 'Its permanent address.'],
})

function object(keys: Keys): Schema {
  const entries = Object.entries(keys)
  return {
    type: 'object',
    properties: Object.fromEntries(
      entries.map(([name, [schema, description]]) => [name.replace(/\?$/, ''), { description, ...schema }]),
    ),
    required: entries.map(([name]) => name).filter((name) => !name.endsWith('?')),
    additionalProperties: false,
  }
}

function list(items: Schema): Schema {
  return { type: 'array', items }
}
