import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { addOneReport, editOne, moveOne, withdrawOne } from '../archive/change-archive.ts'
import { buildAgain, buildAnew } from './build-anew.ts'
import { count, megabytes, ratio, seconds } from './figures.ts'
import type { Table } from './format-table.ts'
import { TODAY } from './generator.ts'
import type { Cost } from './measure-command.ts'
import { prepareSite, record } from './ours.ts'
import { compareFolders, readFolder, type Difference } from './read-folder.ts'

/** What happens to an archive between two builds, in this order; each is recorded in the ledger, as an editor does. */
const CHANGES: readonly (readonly [what: string, change: (content: string) => unknown])[] = [
  ['nothing changed', () => undefined],
  ['one report added, the newest', (content) => addOneReport(content, TODAY)],
  ['one report edited, from the middle', (content) => editOne(content, TODAY)],
  ['one report moved', (content) => moveOne(content)],
  ['one report withdrawn', (content) => withdrawOne(content, TODAY)],
]

/**
 * Build an archive of ours from nothing, and again after each of some changes; then once more from nothing into another folder, which
 * must be the same byte for byte.
 *
 * @param content a content folder, which is copied
 * @param folder a folder for all that is made
 */
export async function measureChanges(content: string, reports: number, folder: string): Promise<Table> {
  const changing = join(folder, 'content')
  cpSync(content, changing, { recursive: true })
  record(changing)
  const site = prepareSite(changing, join(folder, 'again'))
  const rows: string[][] = []
  console.error(`built from nothing, ${count(reports)} reports …`)
  const first = await buildAnew(site)
  let before = readFolder(site.out)
  rows.push(toRow('from nothing', first, first, compareFolders(new Map(), before)))
  for (const [what, change] of CHANGES) {
    change(changing)
    record(changing)
    console.error(`${what} …`)
    const cost = await buildAgain(site)
    const after = readFolder(site.out)
    rows.push(toRow(what, cost, first, compareFolders(before, after)))
    before = after
  }
  const clean = prepareSite(changing, join(folder, 'clean'))
  console.error('built from nothing in another folder …')
  const last = await buildAnew(clean)
  const { changed, added, removed } = compareFolders(before, readFolder(clean.out))
  rows.push([...toRow('from nothing, in another folder', last, first).slice(0, 6)])
  const verdict =
    changed + added + removed === 0
      ? 'The archive after all changes is byte for byte the one that is built from nothing.'
      : `NOT THE SAME as the one built from nothing: ${count(changed)} files differ, ${count(added)} are missing, ${count(removed)} are too many.`
  return {
    heading: `${count(reports)} reports, built again after a change`,
    columns: [
      'what',
      'wall s',
      'CPU s',
      'largest process MiB',
      'wall ratio',
      'CPU ratio',
      'changed',
      'added',
      'removed',
      'MB',
    ],
    rows,
    notes: [verdict, 'Files that changed, were added and removed, and the bytes of the first two: what is uploaded.'],
  }
}

function toRow(what: string, cost: Cost, base: Cost, difference?: Difference): string[] {
  return [
    what,
    seconds(cost.wall),
    seconds(cost.processor),
    count(cost.largest),
    ratio(cost.wall, base.wall),
    ratio(cost.processor, base.processor),
    count(difference?.changed),
    count(difference?.added),
    count(difference?.removed),
    megabytes(difference?.bytes),
  ]
}
