import { reportAddress, shortAddress } from '#archive/addresses.ts'
import type { Catalogue } from '#archive/catalogue.ts'
import { addressesOfReport, pagesOfReport } from '#archive/report-addresses.ts'
import { GONE_FILE, movedFile, toNginxMap } from '#formats/nginx-map.ts'
import { fingerprint } from '#site/fingerprints.ts'
import { base } from '#site/links.ts'
import type { SourceArchive } from '#source/read-archive.ts'
import type { Unit } from './units.ts'

/** What servers' status codes must be, as maps; the pages at these addresses are there for hosts without any. */
export function planMaps(catalogue: Catalogue, archive: Pick<SourceArchive, 'ledger' | 'redirects'>): Unit[] {
  const { moved, gone } = findAnswers(catalogue, archive)
  const maps: [path: string, entries: [string, string][]][] = [
    ...Array.from(moved, ([month, entries]): [string, [string, string][]] => [
      movedFile(month),
      entries.map(([from, to]) => [base + from, base + to]),
    ]),
    [GONE_FILE, gone.map((address) => [base + address, '1'])],
  ]
  return maps.map(([path, entries]) => ({
    paths: [path],
    key: fingerprint(entries),
    make: () => [toNginxMap(entries)],
  }))
}

/** What a server must answer with other than 200: addresses that lead to others by month, short ones among them, and those that are gone. */
function findAnswers(
  catalogue: Catalogue,
  { ledger, redirects }: Pick<SourceArchive, 'ledger' | 'redirects'>,
): { moved: Map<string, [from: string, to: string][]>; gone: string[] } {
  const moved = new Map<string, [string, string][]>()
  const gone: string[] = []
  const left = Map.groupBy(redirects, ({ to }) => to)
  for (const { id, path, date, status } of catalogue.pages) {
    const versions = ledger.histories.get(id)?.versions ?? []
    const former = left.get(path) ?? []
    if (status === 'gone') {
      gone.push(
        shortAddress(id),
        ...[path, ...former.map(({ from }) => from)].flatMap((at) => pagesOfReport(at, versions)),
      )
      continue
    }
    const ofMonth = moved.get(date.slice(0, 7)) ?? []
    moved.set(date.slice(0, 7), ofMonth)
    ofMonth.push([shortAddress(id), reportAddress(path)])
    const addresses = addressesOfReport(path, versions)
    for (const { from } of former) {
      addressesOfReport(from, versions).forEach((address, index) => ofMonth.push([address, addresses[index] ?? '']))
    }
  }
  return { moved, gone }
}
