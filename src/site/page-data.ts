import { HOME, SEARCH, termAddress } from '#archive/addresses.ts'
import type { Term } from '#archive/term.ts'
import { toCollectionJsonLd, toSiteJsonLd } from '#formats/json-ld.ts'
import type { JsonLd, TrailStep } from '#formats/schema-nodes.ts'
import type { Head } from './head.ts'
import { withPlainSpaces } from './dates.ts'
import { interfaceOf } from './interface.ts'
import { absolute } from './links.ts'

/** The pages above a page, the highest first, as breadcrumbs name them. */
type Trail = readonly { address: string; name: string }[]

/** The same pages as machines are told of them, with whole addresses. */
export function toTrailSteps(locals: App.Locals, trail: Trail): TrailStep[] {
  const { absolute: local } = interfaceOf(locals)
  return trail.map(({ address, name }) => ({ name: withPlainSpaces(name), url: local(address) }))
}

/** What the front page is in the words of schema.org. */
export function siteData(locals: App.Locals): JsonLd {
  const { archive, language, absolute: local } = interfaceOf(locals)
  // In every language it is the same site, and a term the same thing: what they are called by is one.
  const [url, search] = [absolute(HOME), local(SEARCH)]
  return toSiteJsonLd({ name: archive.name, url, description: archive.description, language, search })
}

/**
 * What a page that lists reports or terms is in the words of schema.org.
 *
 * @param term the term whose reports it lists
 */
export function collectionData(
  locals: App.Locals,
  head: Head & { address: string },
  trail: Trail,
  term?: Term,
): JsonLd {
  const { archive, language, absolute: local, labelOf } = interfaceOf(locals)
  return toCollectionJsonLd({
    name: withPlainSpaces(head.title),
    description: withPlainSpaces(head.description),
    url: local(head.address),
    language,
    archive: { name: archive.name, url: absolute(HOME) },
    trail: toTrailSteps(locals, trail),
    term: term && {
      ...term,
      name: labelOf(term).text,
      names: term.label,
      url: absolute(termAddress(term.vocabulary, term.id)),
    },
  })
}
