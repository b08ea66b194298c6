import { resolve } from 'node:path'
import { copiesOf, copyOf, pageOf, type ArchivedCopy, type Copies } from '#archive/outgoing-links.ts'
import type { LinkElsewhere } from '#markdown/pipeline.ts'
import { readOutgoingLinks } from '#source/read-outgoing-links.ts'
import { readEnvironment } from '../environment.ts'

const { content, live } = readEnvironment(process.env)

let copies: Copies | undefined

/** The copies of pages elsewhere in web archives, read once in a build; the file was checked with the reports. */
export function getCopies(): Copies {
  // In the live preview the file may be written at any time.
  if (copies === undefined || live) copies = copiesOf(readOutgoingLinks(resolve(content)).links)
  return copies
}

/** A page elsewhere that a text links to, of which a copy is known. */
export interface CopyOfLink extends ArchivedCopy {
  /** The address that the text links to. */
  original: string
  /** The words of the link; of several links to one page those of the first. */
  text: string
}

/**
 * The copies of pages that a text links to, in its order, each page once.
 *
 * @param named addresses whose copies stand elsewhere on the page
 */
export function copiesOfLinks(
  links: readonly LinkElsewhere[],
  named: readonly (string | undefined)[] = [],
): CopyOfLink[] {
  const seen = new Set(named.flatMap((address) => (address === undefined ? [] : [pageOf(address)])))
  return links.flatMap(({ url, text }) => {
    const copy = copyOf(getCopies(), url)
    if (copy === undefined || seen.has(pageOf(url))) return []
    seen.add(pageOf(url))
    return [{ ...copy, original: url, text }]
  })
}
