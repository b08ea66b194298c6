import { resolve } from 'node:path'
import { lastDayOf } from '#archive/calendar.ts'
import { mergeOutgoingLinks, type PageAnswer } from '#archive/link-audit.ts'
import { copiesOf, copyOf, type ArchivedCopy, type OutgoingUse } from '#archive/outgoing-links.ts'
import { countErrors, formatProblem } from '#archive/problem.ts'
import { findFaultInWebAddress } from '#archive/web-address.ts'
import { readArchive } from '#source/read-archive.ts'
import { readOutgoingLinks } from '#source/read-outgoing-links.ts'
import { writeOutgoingLinks } from '#source/write-outgoing-links.ts'
import { readEnvironment } from '../environment.ts'
import { settings } from '../site.config.ts'
import { askByHost } from './ask-by-host.ts'
import { askPage } from './ask-page.ts'
import { runCommand } from './command-line.ts'
import { findCopy, type CopyAnswer } from './find-copy.ts'
import type { Network } from './follow-redirects.ts'
import { countStates, isOffline, printAudit, printAuditAsJson, printUses, type Audit } from './print-audit.ts'
import { today } from './today.ts'

const HELP = `Ask every page elsewhere that reports link to, or name as a source, whether it is still there. This is the only command
that uses the network; a check and a build never do.

  npm run audit                     say what is dead, has moved, or cannot be reached, and what has no archived copy
  npm run audit -- --list           only list the pages and the reports that name them; nobody is asked
  npm run audit -- --copies https://web.archive.org/web/
                                    look in a web archive for a copy of each page that has none, the one nearest to the date of
                                    its report (a TimeGate, or TimeMaps: Memento, RFC 7089)
  npm run audit -- --write          keep what was found in content/outgoing-links.jsonl; commit it
  npm run audit -- --json           for machines

--strict    exit with 1 when a page is dead
--timeout   how long to wait for an answer, in seconds (20)
--pause     how long to wait between two questions to one host, in seconds (1)

A copy that stands in the file is never changed or removed: what you write there by hand stays.

Exit status: 0 when the audit was made, whatever it found; 1 when a page is dead and --strict was typed, or when the content or a
value cannot be used; 2 when an option is not known.`

/** Hosts that are asked at the same time. */
const AT_ONCE = 4

const options = {
  list: { type: 'boolean', default: false },
  copies: { type: 'string' },
  write: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  strict: { type: 'boolean', default: false },
  timeout: { type: 'string', default: '20' },
  pause: { type: 'string', default: '1' },
} as const

await runCommand({ help: HELP, options }, async ({ values }) => {
  const environment = readEnvironment({ ARCHIVE_TODAY: today(), ...process.env })
  const [seconds, pause] = [readSeconds('timeout', values.timeout), readSeconds('pause', values.pause)]
  if (seconds === 0) throw new Error('--timeout 0: nothing answers in no time')
  const fault = values.copies === undefined ? undefined : findFaultInWebAddress(values.copies)
  if (fault !== undefined) throw new Error(`--copies ${values.copies ?? ''}: ${fault.what}; ${fault.hint}`)
  if (values.list && (values.write || values.copies !== undefined))
    throw new Error('--list asks nobody: type it without --write and --copies')

  const root = resolve(environment.content)
  const { outgoing: uses, problems } = readArchive({ root, settings, today: environment.today })
  // What was not read cannot be asked for, and a line that is not understood would be lost in writing.
  if (countErrors(problems) > 0)
    throw new Error(['nothing was asked: mend these first', ...problems.map(formatProblem)].join('\n'))

  const network: Network = { fetch, seconds, agent: agentFor(environment.site) }
  const known = copiesOf(readOutgoingLinks(root).links)
  const audit: Audit = { uses, answers: new Map<string, PageAnswer>(), copies: known, unsearched: new Map() }
  if (!values.list) {
    audit.answers = await askPages(uses, network, pause)
    if (values.copies !== undefined && !isOffline(audit.answers)) {
      const without = uses.filter(({ url }) => copyOf(known, url) === undefined)
      const { found, unsearched } = await findCopies(without, { gate: values.copies, network, pause })
      Object.assign(audit, { copies: new Map([...known, ...found]), found: found.size, unsearched })
    }
    if (values.write && !isOffline(audit.answers)) {
      // Read again: in the minutes that this takes somebody may have written a copy there.
      const { links, problems: faults } = readOutgoingLinks(root)
      if (faults.length > 0) throw new Error(['nothing was written', ...faults.map(formatProblem)].join('\n'))
      const { answers, copies } = audit
      audit.written = writeOutgoingLinks(
        root,
        mergeOutgoingLinks(links, uses, { answers, copies, today: environment.today }),
      )
    }
  }
  const print = values.json ? printAuditAsJson : values.list ? printUses : printAudit
  print(audit)
  if (values.strict && countStates(audit.answers).dead > 0) process.exitCode = 1
})

function readSeconds(name: string, typed: string): number {
  const seconds = Number(typed)
  if (typed.trim() !== '' && seconds >= 0 && seconds <= 3600) return seconds
  throw new Error(`--${name} ${typed}: write a number of seconds`)
}

/** What we call ourselves: with the address of the archive, where it has one, so that whoever is asked can see who asks and why. */
function agentFor(site: URL): string {
  return site.hostname === 'localhost' ? 'news-archive-audit' : `news-archive-audit (+${site.href})`
}

async function askPages(
  uses: readonly OutgoingUse[],
  network: Network,
  pause: number,
): Promise<Map<string, PageAnswer>> {
  const onAnswer = progress('pages asked', uses.length)
  const answers = await askByHost(uses, ({ url }) => askPage(url, network), { atOnce: AT_ONCE, pause, onAnswer })
  return new Map([...answers].map(([{ url }, answer]) => [url, answer]))
}

async function findCopies(
  uses: readonly OutgoingUse[],
  { gate, network, pause }: { gate: string; network: Network; pause: number },
): Promise<{ found: Map<string, ArchivedCopy>; unsearched: Map<string, string> }> {
  const questions = uses.map(({ url: page, reports }) => {
    const [first] = reports.map(({ date }) => lastDayOf(date)).sort()
    // Asked of one host, whatever the page.
    return { url: gate, page, day: first }
  })
  const onAnswer = progress('copies looked for', questions.length)
  const ask = ({ page, day }: (typeof questions)[number]): Promise<CopyAnswer> => findCopy(page, { gate, day, network })
  const answers = await askByHost(questions, ask, { atOnce: AT_ONCE, pause, onAnswer })
  const found = new Map<string, ArchivedCopy>()
  const unsearched = new Map<string, string>()
  for (const [{ page }, answer] of answers) {
    if (answer === undefined) continue
    if ('copy' in answer) found.set(page, answer.copy)
    else unsearched.set(page, answer.why)
  }
  return { found, unsearched }
}

/** A line on the terminal that says how far it is; none where nobody looks. */
function progress(what: string, all: number): (answered: number) => void {
  return (answered) => {
    if (!process.stderr.isTTY) return
    const end = answered === all ? '\r\u001b[K' : ''
    process.stderr.write(`\r${String(answered)} of ${String(all)} ${what}${end}`)
  }
}
