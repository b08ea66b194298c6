import type { NewsArticle } from 'schema-dts'
import type { Description } from './description.ts'
import { toCitedWork, toOriginal, toPublisher, toThing, toTranslation, toWebSite, type JsonLd } from './schema-nodes.ts'
import { WORK_TYPES } from './work-type.ts'

/** A property that schema.org gives an article. */
type SchemaProperty = Exclude<keyof Extract<NewsArticle, { '@type': 'NewsArticle' }>, '@type' | '@id'>

/** One thing that is said of a report, and what each vocabulary calls it; a vocabulary without a word for it keeps silent. */
export interface Field {
  /** What is said, in texts; none when it is not known. */
  values?: (description: Description) => readonly (string | undefined)[]
  /** What the texts are, where a vocabulary has its own way to write such a thing. */
  is?: 'date' | 'language' | 'name'
  /** The property of schema.org. */
  schema?: SchemaProperty
  /** What schema.org says, where it says more than the texts. */
  nodes?: (description: Description) => readonly JsonLd[]
  /** The name in Dublin Core: `DC.` for the fifteen elements, `DCTERMS.` for the other terms. */
  dublinCore?: `DC.${string}` | `DCTERMS.${string}`
  /** The name in Highwire Press's tags, which scholarly search engines and reference managers read. */
  highwire?: `citation_${string}`
  /** The property of the Open Graph protocol. */
  openGraph?: `og:${string}` | `article:${string}`
}

/**
 * Everything that is said of a report in the head of its page. The formats walk this table, so that none can contradict another.
 *
 * What is missing is missing on purpose. `DC.creator` and `DC.source`: reference managers take the first apart into a given and
 * a family name, and the second for the title of a newspaper. `DC.coverage`: they take it for the shelf mark of an archive.
 */
export const FIELDS: readonly Field[] = [
  {
    values: ({ title }) => [title],
    schema: 'headline',
    dublinCore: 'DC.title',
    highwire: 'citation_title',
    openGraph: 'og:title',
  },
  {
    values: ({ summary }) => [summary],
    schema: 'description',
    dublinCore: 'DCTERMS.abstract',
    openGraph: 'og:description',
  },
  { values: ({ kind }) => [WORK_TYPES[kind].dublinCore], dublinCore: 'DC.type' },
  { values: ({ kind }) => [WORK_TYPES[kind].openGraph], openGraph: 'og:type' },
  {
    is: 'language',
    values: ({ language }) => [language],
    schema: 'inLanguage',
    dublinCore: 'DC.language',
    highwire: 'citation_language',
    openGraph: 'og:locale',
  },
  {
    values: ({ url }) => [url],
    schema: 'url',
    dublinCore: 'DC.identifier',
    highwire: 'citation_public_url',
    openGraph: 'og:url',
  },
  { values: ({ url }) => [url], highwire: 'citation_abstract_html_url' },
  {
    schema: 'identifier',
    nodes: ({ id, shortUrl, archive }) => [
      { '@type': 'PropertyValue', propertyID: archive.name, value: id, url: shortUrl },
    ],
  },
  {
    values: ({ publisher }) => [publisher.name],
    schema: 'publisher',
    nodes: (description) => [toPublisher(description)],
    dublinCore: 'DC.publisher',
    highwire: 'citation_publisher',
  },
  {
    is: 'name',
    values: ({ publisher }) => [publisher.name],
    schema: 'author',
    nodes: (description) => [toPublisher(description)],
    highwire: 'citation_author',
  },
  {
    values: ({ archive }) => [archive.name],
    schema: 'isPartOf',
    nodes: ({ archive }) => [toWebSite(archive)],
    dublinCore: 'DCTERMS.isPartOf',
    openGraph: 'og:site_name',
  },
  {
    values: ({ series }) => [series?.name],
    schema: 'isPartOf',
    nodes: ({ series }) => some(series, toThing),
    dublinCore: 'DCTERMS.isPartOf',
  },
  { schema: 'position', nodes: ({ series }) => some(series?.position) },
  {
    is: 'date',
    values: ({ published }) => [published],
    schema: 'datePublished',
    dublinCore: 'DCTERMS.issued',
    highwire: 'citation_publication_date',
    openGraph: 'article:published_time',
  },
  {
    is: 'date',
    values: ({ modified }) => [modified],
    schema: 'dateModified',
    dublinCore: 'DCTERMS.modified',
    openGraph: 'article:modified_time',
  },
  { values: ({ covers }) => [covers], schema: 'temporalCoverage', dublinCore: 'DCTERMS.temporal' },
  {
    values: ({ dateline }) => [dateline?.name],
    schema: 'contentLocation',
    nodes: ({ dateline }) => some(dateline, toThing),
    dublinCore: 'DCTERMS.spatial',
  },
  {
    values: ({ topics }) => topics.map(({ name }) => name),
    schema: 'about',
    nodes: ({ topics }) => topics.map(toThing),
    dublinCore: 'DC.subject',
    openGraph: 'article:tag',
  },
  {
    schema: 'mentions',
    nodes: ({ organisations, people, places }) => [...organisations, ...people, ...places].map(toThing),
  },
  // A report is an item as its source published it; a brief is nobody's item, it only rests on its sources.
  {
    values: (description) => (description.kind === 'report' ? addressesOf(description) : []),
    schema: 'isBasedOn',
    nodes: ({ kind, sources }) => (kind === 'report' ? sources.flatMap(toOriginal) : []),
    dublinCore: 'DCTERMS.isVersionOf',
  },
  {
    values: (description) => (description.kind === 'brief' ? addressesOf(description) : []),
    schema: 'citation',
    nodes: ({ kind, sources }) => (kind === 'brief' ? sources.map(toCitedWork) : []),
    dublinCore: 'DCTERMS.references',
  },
  {
    schema: 'translationOfWork',
    nodes: ({ translationOf }) => some(translationOf, toTranslation),
  },
  {
    schema: 'workTranslation',
    nodes: ({ translations }) => translations.map(toTranslation),
  },
  // An update adds what happened later: nothing was wrong before.
  {
    schema: 'correction',
    nodes: ({ corrections }) =>
      corrections
        .filter(({ kind }) => kind !== 'update')
        .map(({ text, date }) => ({ '@type': 'CorrectionComment', text, datePublished: date })),
  },
  { values: ({ status }) => [STATUSES[status]], schema: 'creativeWorkStatus' },
  { schema: 'version', nodes: ({ version }) => some(version) },
  { values: ({ rights }) => [rights], schema: 'copyrightNotice', dublinCore: 'DC.rights' },
  { values: ({ license }) => [license], schema: 'license', dublinCore: 'DCTERMS.license' },
  // Search engines ask for a picture of what the report tells of, which the card of the archive is not.
  {
    schema: 'image',
    nodes: ({ image, url }) => {
      if (image?.url.startsWith(url) !== true) return []
      return [{ '@type': 'ImageObject', url: image.url, width: image.width, height: image.height }]
    },
  },
]

/** The state of a report that is not as it was published. */
const STATUSES: Readonly<Record<Description['status'], string | undefined>> = {
  published: undefined,
  withdrawn: 'Withdrawn',
  gone: 'Removed',
}

/** The texts of a field. */
export function valuesOf(field: Field, description: Description): string[] {
  return field.values?.(description).filter((value) => value !== undefined) ?? []
}

function addressesOf({ sources }: Description): (string | undefined)[] {
  return sources.map(({ url }) => url)
}

function some<Value>(value: Value | undefined): Value[]
function some<Value>(value: Value | undefined, write: (value: Value) => JsonLd): JsonLd[]
function some<Value>(value: Value | undefined, write?: (value: Value) => JsonLd): (Value | JsonLd)[] {
  if (value === undefined) return []
  return [write === undefined ? value : write(value)]
}
