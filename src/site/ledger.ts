import { resolve } from 'node:path'
import { findRedirects, indexLedger, type History, type Ledger, type Redirect } from '#archive/ledger.ts'
import { readLedger, stateOfLedger } from '#source/read-ledger.ts'
import { readEnvironment } from '../environment.ts'

const { content, live } = readEnvironment(process.env)
const root = resolve(content)

/** For how long the live preview takes the ledger for what it was, in milliseconds: one page asks for it hundreds of times. */
const PATIENCE = 250

let known: { ledger: Ledger; state: string; looked: number } | undefined

/** The ledger of this build, read once; it was checked with the reports. In the live preview it may be written at any time. */
function getLedger(): Ledger {
  if (known !== undefined && (!live || performance.now() - known.looked < PATIENCE)) return known.ledger
  const state = live ? stateOfLedger(root) : ''
  const ledger = known?.state === state ? known.ledger : indexLedger(readLedger(root).lines)
  known = { ledger, state, looked: performance.now() }
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
