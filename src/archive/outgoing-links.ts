import { z } from 'zod'
import { parseDate } from './calendar.ts'
import { webAddress } from './report.ts'

const day = z.string().refine((value) => parseDate(value)?.day !== undefined, {
  error: (issue) => `“${String(issue.input)}” is not a day → write one such as 2026-11-22`,
})

/** Whether enough of a line is there for its keys to be compared: then that is done even when one of them is wrong. */
const isObject = ({ value }: { value: unknown }): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A line of `outgoing-links.jsonl`: what is known of a page elsewhere that reports link to. */
export const outgoingLinkSchema = z
  .strictObject({
    url: webAddress
      .refine((value) => !value.includes('#'), {
        error: 'the address names a part of a page → remove what begins with #: a copy is one of the whole page',
      })
      .describe('The address of the page, which reports link to or name as a source, without a #part.'),
    archived: webAddress.optional().describe('The address of a copy of it in a web archive.'),
    captured: day.optional().describe('The day on which that copy was made.'),
    checked: day.optional().describe('The day on which the page was last asked for; `npm run audit` writes it.'),
    status: z
      .int()
      .refine((value) => value === 0 || (value >= 100 && value <= 599), {
        error: 'no status of HTTP → write the number that was answered, or 0 when nothing was',
      })
      .optional()
      .describe('What was answered then, in the end: a status of HTTP, or 0 when nothing was.'),
  })
  .refine(({ archived, captured }) => (archived === undefined) === (captured === undefined), {
    error: 'a copy without its day, or a day without its copy → write archived and captured, or neither',
    path: ['captured'],
    when: isObject,
  })
  .refine(({ checked, status }) => (checked === undefined) === (status === undefined), {
    error: 'an answer without its day, or a day without its answer → remove both: `npm run audit` writes them',
    path: ['checked'],
    when: isObject,
  })
  .refine(({ url, archived }) => archived === undefined || archived !== url, {
    error: 'the copy is the page itself → name a copy in a web archive',
    path: ['archived'],
    when: isObject,
  })

/** What is known of a page elsewhere. */
export type OutgoingLink = z.output<typeof outgoingLinkSchema>

/** The keys of a line, in their order. */
export const OUTGOING_LINK_KEYS = Object.keys(outgoingLinkSchema.shape) as (keyof OutgoingLink)[]

/** A copy of a page in a web archive. */
export interface ArchivedCopy {
  url: string
  /** The day on which it was made. */
  captured: string
}

/** The copies of pages elsewhere, by these pages as `pageOf` writes them. */
export type Copies = ReadonlyMap<string, ArchivedCopy>

/** A page elsewhere, and the reports that link to it or name it as a source. */
export interface OutgoingUse {
  /** The page, as `pageOf` writes it. */
  url: string
  reports: readonly { path: string; date: string }[]
}

/**
 * The page that an address leads to, in the one spelling that addresses are compared in: as a browser asks for it, without the
 * part of the page. What an editor typed, what Markdown makes of it and what a line of the file says differ in letters and
 * percent signs, and are the same page.
 */
export function pageOf(address: string): string {
  const url = URL.parse(address)
  if (url === null) return address
  const path = (url.pathname + url.search)
    .replaceAll(/[[\]\\^`{|}]/g, (character) => `%${character.charCodeAt(0).toString(16)}`)
    .replaceAll(/%[0-9a-f]{2}/gi, (escape) => escape.toUpperCase())
  return `${url.protocol}//${url.host}${path}`
}

/** The copies that lines tell of. */
export function copiesOf(links: readonly OutgoingLink[]): Copies {
  return new Map(
    links.flatMap(({ url, archived, captured }) =>
      archived === undefined || captured === undefined ? [] : [[pageOf(url), { url: archived, captured }] as const],
    ),
  )
}

/** The copy of the page that an address leads to; `undefined` when none is known. */
export function copyOf(copies: Copies, address: string | undefined): ArchivedCopy | undefined {
  return address === undefined ? undefined : copies.get(pageOf(address))
}

/**
 * What a link says of a page and its copy to programs, in the attributes of Robust Links
 * (https://robustlinks.mementoweb.org/spec/): on the link to the page and on the one to the copy alike.
 */
export function robustAttributes(
  original: string,
  { url, captured }: ArchivedCopy,
): Record<`data-${'originalurl' | 'versionurl' | 'versiondate'}`, string> {
  return { 'data-originalurl': original, 'data-versionurl': url, 'data-versiondate': captured }
}

/** Write lines as the text of the file: sorted by their addresses, keys in one order, so that the same lines give the same bytes. */
export function toOutgoingLinksText(links: readonly OutgoingLink[]): string {
  return links
    .toSorted((a, b) => (a.url < b.url ? -1 : a.url > b.url ? 1 : 0))
    .map((link) => `${JSON.stringify(Object.fromEntries(OUTGOING_LINK_KEYS.map((key) => [key, link[key]])))}\n`)
    .join('')
}
