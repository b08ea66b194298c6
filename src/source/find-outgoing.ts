import { reportAddress } from '#archive/addresses.ts'
import type { Report } from '#archive/catalogue.ts'
import type { Ledger } from '#archive/ledger.ts'
import { copyOf, pageOf, type Copies, type OutgoingUse } from '#archive/outgoing-links.ts'
import { inFile, type Problem } from '#archive/problem.ts'
import type { Limits } from '#archive/settings.ts'
import { checkBody } from '#markdown/check-body.ts'
import { compareCodeUnits } from './list-files.ts'
import { OUTGOING_LINKS, type ReadOutgoingLinks } from './read-outgoing-links.ts'
import type { ReadReport } from './read-report.ts'
import { readVersion } from './read-version.ts'

/**
 * Every page elsewhere that reports link to or name as a source, sorted, with these reports. A removed report links to nothing:
 * its text is taken back, and so is the way to a copy of it.
 */
export function findOutgoing(read: readonly ReadReport[]): OutgoingUse[] {
  const uses = new Map<string, Map<string, string>>()
  for (const { path, known, outgoing } of read) {
    if (known.status === 'gone') continue
    const sources = [known.source, ...(known.sources ?? [])].flatMap((source) => source?.url ?? [])
    for (const address of [...sources, ...outgoing.map(({ target }) => target)]) {
      const page = pageOf(address)
      uses.set(page, (uses.get(page) ?? new Map<string, string>()).set(path, known.date ?? ''))
    }
  }
  return [...uses]
    .map(([url, reports]) => ({ url, reports: [...reports].map(([path, date]) => ({ path, date })) }))
    .sort((a, b) => compareCodeUnits(a.url, b.url))
}

/** The copies of the pages that a report links to or names as a source, by these pages; nothing where none is known. */
export function copiesFor({ known, outgoing }: ReadReport, copies: Copies): Pick<Report, 'copies'> {
  if (copies.size === 0) return {}
  const sources = [known.source, ...(known.sources ?? [])].flatMap((source) => source?.url ?? [])
  const found = [...sources, ...outgoing.map(({ target }) => target)].flatMap((address) => {
    const copy = copyOf(copies, address)
    return copy === undefined ? [] : [[pageOf(address), copy] as const]
  })
  return found.length === 0 ? {} : { copies: Object.fromEntries(found) }
}

/**
 * Find lines for pages that nothing links to, not even an earlier wording, which stays readable with its links.
 *
 * @param uses those of the texts as they are
 */
export function findUnlinked(
  root: string,
  { places }: ReadOutgoingLinks,
  uses: readonly OutgoingUse[],
  { read, ledger, limits }: { read: readonly ReadReport[]; ledger: Ledger; limits: Limits },
): Problem[] {
  // A report that could not be read may link to any of them.
  if (read.some(({ findings }) => findings.some(({ severity = 'error' }) => severity === 'error'))) return []
  const linked = new Set(uses.map(({ url }) => url))
  let unlinked = [...places].filter(([page]) => !linked.has(page))
  // Texts of the past are only read when there is a line that none of today explains.
  if (unlinked.length > 0) {
    const earlier = new Set(read.flatMap((report) => pagesOfWordings(root, report, ledger, limits)))
    unlinked = unlinked.filter(([page]) => !earlier.has(page))
  }
  return unlinked.map(([page, line]) =>
    inFile(OUTGOING_LINKS, {
      line,
      column: 1,
      field: 'url',
      code: 'unlinked-page',
      what: `no report links to ${page}, or names it as a source`,
      hint: 'correct the address, or remove the line',
      severity: 'warning',
    }),
  )
}

function pagesOfWordings(root: string, { known, path }: ReadReport, ledger: Ledger, limits: Limits): string[] {
  if (known.status === 'gone') return []
  const versions = ledger.histories.get(known.id ?? '')?.versions ?? []
  return versions.flatMap(({ version }) => {
    const body = readVersion(root, known.id ?? '', version)?.body ?? ''
    return checkBody(body, reportAddress(path), limits).outgoing.map(({ target }) => pageOf(target))
  })
}
