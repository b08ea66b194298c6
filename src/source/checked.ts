import { closeSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Report } from '#archive/catalogue.ts'
import type { Term } from '#archive/term.ts'

/** What was read of an archive and found right. */
export interface Checked {
  reports: readonly Report[]
  terms: readonly Term[]
}

/** How many reports are written at a time. */
const BATCH = 1000

/** Write what was found right into a folder, for other processes of the same build: they need not read and check it again. */
export function writeChecked(folder: string, { reports, terms }: Checked): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(termsIn(folder), JSON.stringify(terms))
  const file = openSync(reportsIn(folder), 'w')
  try {
    for (let from = 0; from < reports.length; from += BATCH) {
      const batch = reports.slice(from, from + BATCH)
      writeFileSync(file, batch.map((report) => `${JSON.stringify(report)}\n`).join(''))
    }
  } finally {
    closeSync(file)
  }
}

/** Read the terms that `writeChecked` has written, in the same order. */
export function readCheckedTerms(folder: string): Term[] {
  return JSON.parse(readFileSync(termsIn(folder), 'utf8')) as Term[]
}

/** Read the reports that `writeChecked` has written, in the same order. */
export function readCheckedReports(folder: string): Report[] {
  const reports: Report[] = []
  // Not as one text: that of half a million reports would be longer than a text can be.
  const bytes = readFileSync(reportsIn(folder))
  let from = 0
  while (from < bytes.length) {
    const to = bytes.indexOf('\n', from)
    if (to === -1) throw new Error(`${reportsIn(folder)} was not written to its end: is the disk full?`)
    reports.push(JSON.parse(bytes.toString('utf8', from, to)) as Report)
    from = to + 1
  }
  return reports
}

function termsIn(folder: string): string {
  return join(folder, 'terms.json')
}

function reportsIn(folder: string): string {
  return join(folder, 'reports.jsonl')
}
