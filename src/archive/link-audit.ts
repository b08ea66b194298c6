import { copiesOf, copyOf, pageOf, type ArchivedCopy, type OutgoingLink, type OutgoingUse } from './outgoing-links.ts'

/** What came of asking for a page elsewhere. */
export interface PageAnswer {
  /** The last status of HTTP, after all redirects; 0 when nothing answered. */
  status: number
  /** The last address that redirects led to; missing when there were none. */
  leadsTo?: string
  /** Whether every redirect said that it is for good (301, 308). */
  forGood?: boolean
  /** Why there was no answer in the end, in words that follow “because”. */
  why?: string
  /** Whether it led to what is no page of the web, such as `file:///etc/hosts`. */
  astray?: boolean
}

/**
 * What an answer means for a reader who follows the link: `unclear` is what only a person can tell, since sites refuse programs
 * that they let people read; `unreachable` may be over tomorrow.
 */
export type PageState = 'alive' | 'moved' | 'dead' | 'unclear' | 'unreachable'

/** The states in the order in which they are told: first what must be looked after. */
export const PAGE_STATES: readonly PageState[] = ['dead', 'unreachable', 'unclear', 'moved', 'alive']

/** What an answer means. */
export function stateOf({ status, leadsTo, forGood = false, why, astray = false }: PageAnswer): PageState {
  if (astray || status === 404 || status === 410) return 'dead'
  if (status === 0) return 'unreachable'
  if (why !== undefined || status < 200 || status > 299) return 'unclear'
  return leadsTo !== undefined && forGood ? 'moved' : 'alive'
}

/** Say in a sentence what came of asking for a page. */
export function sentenceOn(page: string, answer: PageAnswer): string {
  const { status, leadsTo, why = 'nothing answered' } = answer
  const led = leadsTo === undefined ? '' : `, after leading to ${leadsTo}`
  switch (stateOf(answer)) {
    case 'dead':
      return answer.astray === true
        ? `${page} is dead: ${why}.`
        : `${page} is dead: it answers ${String(status)}${led}.`
    case 'unreachable':
      return `${page} could not be reached: ${why}${led}.`
    case 'unclear':
      return answer.why === undefined
        ? `${page} answers ${String(status)}${led}: look yourself whether people can read it.`
        : `${page} may be there or not: ${why}. Look yourself.`
    case 'moved':
      return `${page} has moved for good to ${leadsTo ?? ''}.`
    case 'alive':
      return leadsTo === undefined ? `${page} is there.` : `${page} is there, for now at ${leadsTo}.`
  }
}

/** What an audit has found out. */
export interface Findings {
  /** What came of asking, by pages. */
  answers: ReadonlyMap<string, PageAnswer>
  /** Copies that were found, by the pages. */
  copies: ReadonlyMap<string, ArchivedCopy>
  /** The day of the audit. */
  today: string
}

/**
 * The lines after an audit: one for each page that is linked to. A copy that a line tells of is kept as it is, whoever wrote it, and
 * so is the way its address is written; a line with a copy stays even when nothing links to its page any more, since whoever takes
 * a link out may put it back. A line without a copy of a page that nothing links to says nothing, and goes.
 */
export function mergeOutgoingLinks(
  known: readonly OutgoingLink[],
  uses: readonly OutgoingUse[],
  { answers, copies, today }: Findings,
): OutgoingLink[] {
  const lines = new Map(known.map((link) => [pageOf(link.url), link]))
  const kept = copiesOf(known)
  const used = uses.map(({ url }): OutgoingLink => {
    const { url: spelt = url, checked, status } = lines.get(url) ?? {}
    const copy = copyOf(kept, url) ?? copies.get(url)
    const answer = answers.get(url)
    const last = answer === undefined ? { checked, status } : { checked: today, status: answer.status }
    return {
      url: spelt,
      ...(copy !== undefined && { archived: copy.url, captured: copy.captured }),
      ...(last.checked !== undefined && last),
    }
  })
  const pages = new Set(uses.map(({ url }) => url))
  return [...used, ...known.filter(({ url, archived }) => archived !== undefined && !pages.has(pageOf(url)))]
}
