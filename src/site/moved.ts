import { resolve } from 'node:path'
import { findRedirects, indexLedger, type Redirect } from '#archive/ledger.ts'
import { readLedger } from '#source/read-ledger.ts'
import { readEnvironment } from '../environment.ts'

/** The paths that reports have left, from the ledger, which was checked with the reports. */
export function readRedirects(): Redirect[] {
  return findRedirects(indexLedger(readLedger(resolve(readEnvironment(process.env).content)).lines))
}
