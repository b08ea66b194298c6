import type { Alternate, Description } from './description.ts'
import type { TypedLink } from './meta-tag.ts'
import { WORK_TYPES } from './work-type.ts'

/** The media type of a set of links (RFC 9264). */
export const LINKSET_TYPE = 'application/linkset+json'

/** The media type of the text of a report without its page. */
const TEXT_TYPE = 'text/markdown'

/**
 * The links that tell a machine what is where about a report (Signposting, FAIR profile level 1): how to cite it, what describes
 * it, where its text is without the page around it, what it is, who wrote it and under which licence. A removed report has no text.
 */
export function toSignposting(description: Description): TypedLink[] {
  const { kind, status, url, publisher, license, alternates } = description
  const author = kind === 'brief' ? publisher.url : undefined
  const linkTo = (rel: string, { url: href, type }: Alternate): TypedLink => ({ rel, href, type })
  return [
    { rel: 'cite-as', href: url },
    { rel: 'type', href: 'https://schema.org/AboutPage' },
    { rel: 'type', href: `https://schema.org/${WORK_TYPES[kind].schema}` },
    ...(author === undefined ? [] : [{ rel: 'author', href: author }]),
    ...(license === undefined ? [] : [{ rel: 'license', href: license }]),
    ...(status === 'gone' ? [] : alternates.filter(isText).map((alternate) => linkTo('item', alternate))),
    ...alternates.filter(isDescription).map((alternate) => linkTo('describedby', alternate)),
    ...alternates.filter(isLinkset).map((alternate) => linkTo('linkset', alternate)),
  ]
}

/** Whether an alternate is the text of the report. */
export function isText({ type }: Alternate): boolean {
  return type === TEXT_TYPE
}

/** Whether an alternate tells of the report. */
export function isDescription(alternate: Alternate): boolean {
  return !isText(alternate) && !isLinkset(alternate)
}

function isLinkset({ type }: Alternate): boolean {
  return type === LINKSET_TYPE
}
