import { HOME, SEARCH, termAddress } from '#archive/addresses.ts'
import type { Term } from '#archive/term.ts'
import { toCollectionJsonLd, toSiteJsonLd } from '#formats/json-ld.ts'
import type { JsonLd, TrailStep } from '#formats/schema-nodes.ts'
import { settings } from '../site.config.ts'
import type { Head } from './head.ts'
import { labelOf } from './labels.ts'
import { absolute } from './links.ts'
import { interfaceLanguage } from './words.ts'

/** The pages above a page, the highest first, as breadcrumbs name them. */
type Trail = readonly { address: string; name: string }[]

/** The same pages as machines are told of them, with whole addresses. */
export function toTrailSteps(trail: Trail): TrailStep[] {
  return trail.map(({ address, name }) => ({ name, url: absolute(address) }))
}

/** What the front page is in the words of schema.org. */
export function siteData(): JsonLd {
  const { name, description } = settings
  const [url, search] = [absolute(HOME), absolute(SEARCH)]
  return toSiteJsonLd({ name, url, description, language: interfaceLanguage, search })
}

/**
 * What a page that lists reports or terms is in the words of schema.org.
 *
 * @param term the term whose reports it lists
 */
export function collectionData(head: Head & { address: string }, trail: Trail, term?: Term): JsonLd {
  return toCollectionJsonLd({
    name: head.title,
    description: head.description,
    url: absolute(head.address),
    language: interfaceLanguage,
    archive: { name: settings.name, url: absolute(HOME) },
    trail: toTrailSteps(trail),
    term: term && {
      ...term,
      name: labelOf(term).text,
      names: term.label,
      url: absolute(termAddress(term.vocabulary, term.id)),
    },
  })
}
