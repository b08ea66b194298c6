import type { ArchivedCopy } from '#archive/outgoing-links.ts'
import { toCitable } from './citation.ts'
import { toCslItem } from './csl-json.ts'
import type { Description, Linked, NamedThing, Party, Source } from './description.ts'

/** The number of the format: a change that a reader of it would notice makes a new one, with a schema of its own. */
export const REPORT_JSON_VERSION = 1

/** A paragraph of a report as it is rendered: its id on the page, `p4`, and its plain text. */
export interface Paragraph {
  id: string
  text: string
}

/** A page elsewhere that a text links to, and a copy of it in a web archive. */
export interface CopyOfPage extends ArchivedCopy {
  /** The address that the text links to. */
  original: string
}

/** What stands in the JSON of a report beside its description. */
export interface ReportJsonParts {
  /** The address of the schema of the format. */
  schema: string
  /** The paragraphs that have a number, in order; none of a report that is gone. */
  paragraphs: readonly Paragraph[]
  /** The copies of pages that the text links to, in its order; none when nothing is said. */
  copies?: readonly CopyOfPage[]
}

/**
 * Write a report as JSON: everything that is known of it and its text, in the format that `docs/report-json.md` documents and
 * `report-schema.ts` defines. What is not known is left out; lists are always there. Keys are always in the same order, two spaces
 * a level, a line break at the end: the same report gives the same bytes.
 */
export function toReportJson(description: Description, { schema, paragraphs, copies = [] }: ReportJsonParts): string {
  const { id, kind, status, language, title, titleSupplied, summary, url, shortUrl, date } = description
  const { published, recorded, modified, covers, version, publisher, archive, sources, rights, license } = description
  const { topics, places, organisations, people, dateline, series } = description
  const { translationOf, translations, corrections, notice, alternates, image } = description
  const report = {
    $schema: schema,
    version: REPORT_JSON_VERSION,
    id,
    kind,
    status,
    language,
    title,
    titleSupplied,
    summary,
    url,
    shortUrl,
    date,
    published,
    recorded,
    modified,
    covers,
    wording: version,
    // The address of a source is that of what it published: it stands with the sources.
    publisher: kind === 'brief' ? toParty(publisher) : { name: publisher.name },
    archive: { ...toParty(archive), description: archive.description, language: archive.language },
    sources: sources.map(toSource),
    copies: status === 'gone' ? [] : copies.map(({ original, url, captured }) => ({ original, url, captured })),
    rights,
    license,
    topics: topics.map(toThing),
    places: places.map(toThing),
    organisations: organisations.map(toThing),
    people: people.map(toThing),
    dateline: dateline && toThing(dateline),
    series: series && { ...toThing(series), position: series.position, count: series.count },
    translationOf: translationOf && toLinked(translationOf),
    translations: translations.map(toLinked),
    corrections: corrections.map((correction) => ({
      date: correction.date,
      kind: correction.kind,
      text: correction.text,
    })),
    notice: notice && { date: notice.date, text: notice.text, alternative: notice.alternative },
    alternates: alternates.map((alternate) => ({ type: alternate.type, name: alternate.name, url: alternate.url })),
    image: image && {
      url: image.url,
      type: image.type,
      width: image.width,
      height: image.height,
      alternative: image.alternative,
    },
    text: status === 'gone' ? [] : paragraphs.map(({ id, text }) => ({ number: Number(id.slice(1)), text })),
    csl: toCslItem(toCitable(description)),
  }
  return `${JSON.stringify(report, null, 2)}\n`
}

function toParty({ name, url }: Party): Party {
  return { name, ...(url !== undefined && { url }) }
}

function toSource({ copy, ...party }: Source): Source {
  return { ...toParty(party), ...(copy !== undefined && { copy: { url: copy.url, captured: copy.captured } }) }
}

function toThing({ id, name, names, aliases, url, sameAs, role }: NamedThing): Omit<NamedThing, 'vocabulary'> {
  return { id, name, names, aliases, url, sameAs, ...(role !== undefined && { role }) }
}

function toLinked({ id, title, language, url }: Linked): Linked {
  return { id, title, language, url }
}
