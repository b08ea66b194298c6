import { PAGE_STATES, sentenceOn, stateOf, type PageAnswer, type PageState } from '#archive/link-audit.ts'
import { copyOf, type Copies, type OutgoingUse } from '#archive/outgoing-links.ts'
import { plural } from './print-problems.ts'

/** What an audit is to tell. */
export interface Audit {
  uses: readonly OutgoingUse[]
  /** What came of asking, by pages; empty when nobody was asked. */
  answers: ReadonlyMap<string, PageAnswer>
  /** All copies that are known now. */
  copies: Copies
  /** How many of these were found by this audit; missing when none was looked for. */
  found?: number
  /** Pages whose copies could not be looked for, and why. */
  unsearched: ReadonlyMap<string, string>
  /** Whether the file was written; missing when it was not to be. */
  written?: boolean
}

/** Print every page elsewhere with its reports, and ask for none. */
export function printUses({ uses, copies }: Audit): void {
  for (const { url, reports } of uses) {
    const copy = copyOf(copies, url)
    console.log(copy === undefined ? url : `${url}  copy of ${copy.captured}: ${copy.url}`)
    for (const { path } of reports) console.log(`  ${path}`)
  }
  console.log(summaryOf(uses, copies))
}

/** Print what must be looked after, in sentences, each with the reports that it concerns, and then how it stands with all. */
export function printAudit(audit: Audit): void {
  const { uses, answers, copies, found, unsearched, written } = audit
  const told = uses
    .map((use) => ({ ...use, answer: answers.get(use.url) ?? { status: 0 } }))
    .sort((a, b) => rankOf(a.answer) - rankOf(b.answer))
  for (const { url, reports, answer } of told) {
    if (stateOf(answer) === 'alive') continue
    const copy = copyOf(copies, url)
    const kept = copy === undefined ? 'No copy of it is known.' : `A copy of ${copy.captured} is known: ${copy.url}`
    console.log([sentenceOn(url, answer), ...(stateOf(answer) === 'moved' ? [] : [kept])].join(' '))
    for (const { path } of reports) console.log(`  ${path}`)
  }
  for (const [url, why] of unsearched) console.log(`Whether there is a copy of ${url} is not known: ${why}.`)
  const counts = countStates(answers)
  console.log(PAGE_STATES.map((state) => `${String(counts[state])} ${WORDS[state]}`).join(', '))
  console.log(summaryOf(uses, copies))
  if (found !== undefined) console.log(`${plural(found, 'new copy', 'new copies')} found.`)
  if (isOffline(answers)) console.log('Nothing answered at all: is this machine connected? Nothing was written.')
  else if (written === undefined) console.log('Nothing was written: add --write to keep this in the content folder.')
  else console.log(written ? 'content/outgoing-links.jsonl was written: look at it and commit it.' : 'Nothing is new.')
}

/** Print an audit for machines. */
export function printAuditAsJson({ uses, answers, copies, found, unsearched, written }: Audit): void {
  const pages = uses.map(({ url, reports }) => {
    const answer = answers.get(url)
    const copy = copyOf(copies, url)
    return {
      url,
      reports: reports.map(({ path }) => path),
      ...(answer !== undefined && { state: stateOf(answer), ...answer }),
      ...(copy !== undefined && { archived: copy.url, captured: copy.captured }),
      ...(unsearched.has(url) && { copyUnknown: unsearched.get(url) }),
    }
  })
  const withoutCopy = pages.filter((page) => !('archived' in page)).length
  const counts = answers.size === 0 ? {} : countStates(answers)
  console.log(JSON.stringify({ ...counts, withoutCopy, found, written, pages }, null, 2))
}

/** How many pages are in each state. */
export function countStates(answers: ReadonlyMap<string, PageAnswer>): Record<PageState, number> {
  const counts = { dead: 0, unreachable: 0, unclear: 0, moved: 0, alive: 0 }
  for (const answer of answers.values()) counts[stateOf(answer)] += 1
  return counts
}

/** Whether nothing answered: then the fault is here, and says nothing of the pages. */
export function isOffline(answers: ReadonlyMap<string, PageAnswer>): boolean {
  return answers.size > 0 && countStates(answers).unreachable === answers.size
}

const WORDS: Readonly<Record<PageState, string>> = {
  dead: 'dead',
  unreachable: 'not reached',
  unclear: 'to be looked at',
  moved: 'moved for good',
  alive: 'there',
}

function rankOf(answer: PageAnswer): number {
  return PAGE_STATES.indexOf(stateOf(answer))
}

function summaryOf(uses: readonly OutgoingUse[], copies: Copies): string {
  const reports = new Set(uses.flatMap((use) => use.reports.map(({ path }) => path)))
  const without = uses.filter(({ url }) => copyOf(copies, url) === undefined).length
  const pages = `${plural(uses.length, 'page')} elsewhere, named by ${plural(reports.size, 'report')}`
  return `${pages}: ${without === 0 ? 'each has an archived copy.' : `${String(without)} without an archived copy.`}`
}
