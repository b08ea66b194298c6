import type { Description, NamedThing, Party } from './description.ts'
import { FIELDS, valuesOf } from './fields.ts'
import { oneOrMany, toBreadcrumbs, toFullThing, toWebSite, type JsonLd, type TrailStep } from './schema-nodes.ts'
import { WORK_TYPES } from './work-type.ts'

/**
 * Describe a report in the words of schema.org, as JSON-LD 1.1: the report, and where it is in the archive. Only what its file and
 * its ledger say is said.
 *
 * @param trail the pages above it, the highest first; a report that no list names has none
 */
export function toReportJsonLd(description: Description, trail: readonly TrailStep[]): JsonLd {
  const properties = new Map<string, JsonLd[]>()
  for (const field of FIELDS) {
    if (field.schema === undefined) continue
    const said = field.nodes?.(description) ?? valuesOf(field, description)
    if (said.length > 0) properties.set(field.schema, [...(properties.get(field.schema) ?? []), ...said])
  }
  const report: Record<string, JsonLd | undefined> = {
    '@type': WORK_TYPES[description.kind].schema,
    '@id': description.url,
  }
  for (const [name, values] of properties) report[name] = oneOrMany(values)
  return toGraph([report, ...(trail.length === 0 ? [] : [toBreadcrumbs(trail, description.title)])])
}

/** The archive as a whole. */
export interface Site extends Required<Party> {
  description: string
  language: string
  /** The address of its search page, which takes a query as `q`. */
  search: string
}

/** Describe the archive, for its front page: what it is called, what it holds and how it is searched. */
export function toSiteJsonLd({ name, url, description, language, search }: Site): JsonLd {
  return toGraph([
    {
      '@type': 'WebSite',
      '@id': url,
      name,
      url,
      description,
      inLanguage: language,
      potentialAction: {
        '@type': 'SearchAction',
        target: { '@type': 'EntryPoint', urlTemplate: `${search}?q={search_term_string}` },
        'query-input': 'required name=search_term_string',
      },
    },
  ])
}

/** A page that lists reports, or terms: that of a term, a period or a vocabulary. */
export interface Collection {
  name: string
  description?: string | undefined
  url: string
  /** The language of the page. */
  language: string
  archive: Party
  /** The pages above it, the highest first. */
  trail: readonly TrailStep[]
  /** The term whose reports it lists. */
  term?: NamedThing | undefined
}

/** Describe a page that lists reports or terms. */
export function toCollectionJsonLd({ name, description, url, language, archive, trail, term }: Collection): JsonLd {
  const page = {
    '@type': 'CollectionPage',
    name,
    description,
    url,
    inLanguage: language,
    isPartOf: toWebSite(archive),
    mainEntity: term === undefined ? undefined : toFullThing(term),
  }
  return toGraph([page, ...(trail.length === 0 ? [] : [toBreadcrumbs(trail, name)])])
}

function toGraph(nodes: readonly JsonLd[]): JsonLd {
  return { '@context': 'https://schema.org', '@graph': nodes }
}
