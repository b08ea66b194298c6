import type { Vocabulary } from '#archive/vocabulary.ts'
import type { Description, Linked, NamedThing, Party, Source } from './description.ts'

/** A value of JSON-LD; a key without a value is not written. */
export type JsonLd = string | number | readonly JsonLd[] | { readonly [key: string]: JsonLd | undefined }

/** A page above another one. */
export interface TrailStep {
  name: string
  /** Its whole address. */
  url: string
}

/** What a term is in the words of schema.org. A topic and a series have no class of their own there that says more. */
const TYPES: Readonly<Record<Vocabulary, string>> = {
  topics: 'DefinedTerm',
  places: 'Place',
  organisations: 'Organization',
  people: 'Person',
  series: 'CreativeWorkSeries',
}

/** A term: what it is, its names, where its page is, and where else the same thing is spoken of. */
export function toThing({ vocabulary, name, names, url, sameAs }: NamedThing): {
  readonly [key: string]: JsonLd | undefined
} {
  const others = Object.entries(names).filter(([, text]) => text !== name)
  return {
    '@type': TYPES[vocabulary],
    '@id': url,
    name,
    alternateName: oneOrMany(others.map(([language, text]) => ({ '@language': language, '@value': text }))),
    sameAs: oneOrMany(sameAs),
  }
}

/** A term with its other names too, acronyms and spellings: for its own page. */
export function toFullThing(thing: NamedThing): JsonLd {
  const { alternateName, ...rest } = toThing(thing)
  const names = [alternateName ?? []].flat()
  return { ...rest, alternateName: oneOrMany([...names, ...thing.aliases]), url: thing.url }
}

/**
 * Who published a report. The address of a source is that of what it published, not its own, so only the archive is given one.
 */
export function toPublisher({ kind, publisher }: Pick<Description, 'kind' | 'publisher'>): JsonLd {
  const { name, url } = publisher
  return { '@type': 'Organization', name, url: kind === 'brief' ? url : undefined }
}

/** The archive as the site that a page belongs to. */
export function toWebSite({ name, url }: Party): JsonLd {
  return { '@type': 'WebSite', '@id': url, name }
}

/** A source that a brief cites. */
export function toCitedWork({ name, url, copy }: Source): JsonLd {
  return { '@type': 'CreativeWork', name, url, archivedAt: copy?.url }
}

/** Where a report was published first: its address, and where a copy of that is. What has no address is only a name. */
export function toOriginal({ url, copy }: Source): JsonLd[] {
  if (url === undefined) return []
  return [copy === undefined ? url : { '@type': 'CreativeWork', url, archivedAt: copy.url }]
}

/** The same report in another language. */
export function toTranslation({ title, language, url }: Linked): JsonLd {
  return { '@type': 'CreativeWork', '@id': url, name: title, inLanguage: language }
}

/** Where a page is in the archive, the highest page first and itself, which needs no address, last. */
export function toBreadcrumbs(trail: readonly TrailStep[], name: string): JsonLd {
  const steps: { name: string; url?: string }[] = [...trail, { name }]
  return {
    '@type': 'BreadcrumbList',
    itemListElement: steps.map((step, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: step.name,
      item: step.url,
    })),
  }
}

/** A list as JSON-LD writes it: nothing, its one value, or all of them. */
export function oneOrMany(values: readonly JsonLd[]): JsonLd | undefined {
  return values.length < 2 ? values[0] : values
}
