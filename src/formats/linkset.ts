import type { Description } from './description.ts'
import type { TypedLink } from './meta-tag.ts'
import { isDescription, isText, toSignposting } from './signposting.ts'

/** A link of a set, without its relation, which is the key that it stands under. */
type Target = Omit<TypedLink, 'rel'>

/** The links of one page or file, by their relations (RFC 9264, section 4.2). */
type Context = { anchor: string } & Record<string, string | Target[]>

/** The addresses at which the recorded wordings of a report are listed. */
export interface HistoryAddresses {
  /** For people. */
  history: string
  /** For machines, as a TimeMap (RFC 7089). */
  timeMap: string
}

/**
 * Write the set of links of a report (RFC 9264, `application/linkset+json`): those of its page and its history (RFC 5829), then
 * those that lead back to it from its text and from the files that describe it (Signposting, FAIR profile level 2). Two spaces a
 * level, a line break at the end; the same report gives the same bytes.
 *
 * @param addresses where its recorded wordings are; missing while none is recorded
 */
export function toLinkset(description: Description, addresses?: HistoryAddresses): string {
  const { url, status, alternates } = description
  const history: TypedLink[] =
    addresses === undefined
      ? []
      : [
          { rel: 'latest-version', href: url, type: 'text/html' },
          { rel: 'version-history', href: addresses.history, type: 'text/html' },
          { rel: 'timemap', href: addresses.timeMap, type: 'application/link-format' },
        ]
  // The set need not name itself.
  const own = toSignposting(description).filter(({ rel }) => rel !== 'linkset')
  const texts = status === 'gone' ? [] : alternates.filter(isText)
  const page = { href: url, type: 'text/html' }
  const contexts = [
    toContext(url, [...own, ...history]),
    ...texts.map((alternate) => toContext(alternate.url, [{ rel: 'collection', ...page }])),
    ...alternates.filter(isDescription).map((alternate) => toContext(alternate.url, [{ rel: 'describes', ...page }])),
  ]
  return `${JSON.stringify({ linkset: contexts }, null, 2)}\n`
}

function toContext(anchor: string, links: readonly TypedLink[]): Context {
  const context: Context = { anchor }
  for (const [rel, group] of Map.groupBy(links, (link) => link.rel)) {
    context[rel] = group.map(({ href, type }) => ({ href, ...(type !== undefined && { type }) }))
  }
  return context
}
