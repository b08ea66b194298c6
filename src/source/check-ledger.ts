import { isLater } from '#archive/calendar.ts'
import { compareWithLedger, indexLedger, type Ledger } from '#archive/ledger.ts'
import { inFile, type Finding, type Problem } from '#archive/problem.ts'
import { checkCommittedLedger } from './check-committed-ledger.ts'
import { readLedger } from './read-ledger.ts'
import type { ReadReport } from './read-report.ts'

/** Read the ledger, and compare it with the reports: no address that was ever published may be lost or given away. */
export function checkLedger(
  root: string,
  read: readonly ReadReport[],
  today: string,
): { ledger: Ledger; problems: Problem[] } {
  const { lines, places, problems } = readLedger(root)
  const ledger = indexLedger(lines)
  const subjects = read.map(({ known, path }) => ({
    // A file that cannot be understood is still the report that had this path.
    id: known.id ?? ledger.owners.get(path) ?? '',
    path,
    status: known.status ?? ('published' as const),
    isHeld: known.date !== undefined && isLater(known.date, today),
  }))
  const { ofReports, ofLines } = compareWithLedger(ledger, subjects)
  const files = new Map(read.map((one) => [one.path, one]))
  const atReport = ([path, finding]: [string, Finding]): Problem => {
    const one = files.get(path)
    return inFile(one?.file ?? path, { ...one?.placeOf?.([finding.field ?? 'id']), ...finding })
  }
  const atLine = ([id, finding]: [string, Finding]): Problem => {
    const { file = 'ledger', line = 1 } = places.get(id) ?? {}
    return inFile(file, { line, ...finding })
  }
  return {
    ledger,
    problems: [
      ...problems,
      ...checkCommittedLedger(root),
      ...Array.from(ofReports, atReport),
      ...Array.from(ofLines, atLine),
    ],
  }
}
