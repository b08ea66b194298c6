import { resolve } from 'node:path'
import { findRedirects, indexLedger, type History, type Ledger, type Redirect } from '#archive/ledger.ts'
import { readLedger } from '#source/read-ledger.ts'
import { readEnvironment } from '../environment.ts'

const { content, live } = readEnvironment(process.env)

let ledger: Ledger | undefined

/** The ledger of this build, read once; it was checked with the reports. */
function getLedger(): Ledger {
  // In the live preview it may be written at any time.
  if (ledger === undefined || live) {
    ledger = indexLedger(readLedger(resolve(content)).lines)
  }
  return ledger
}

/** What the ledger says of a report; `undefined` while it is not recorded. */
export function historyOf({ id }: { id: string }): History | undefined {
  return getLedger().histories.get(id)
}

/** The paths that reports have left. */
export function readRedirects(): Redirect[] {
  return findRedirects(getLedger())
}
