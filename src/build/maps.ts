import { reportAddress, shortAddress } from '#archive/addresses.ts'
import type { Catalogue } from '#archive/catalogue.ts'
import { addressesOfReport, pagesOfReport } from '#archive/report-addresses.ts'
import { GONE_FILE, MOVED_FILE, toNginxMap } from '#formats/nginx-map.ts'
import { base } from '#site/links.ts'
import { keysOf } from '#site/page-keys.ts'
import type { SourceArchive } from '#source/read-archive.ts'
import type { Unit } from './units.ts'

/** What servers' status codes must be, as maps; the pages at these addresses are there for hosts without any. */
export function planMaps(catalogue: Catalogue, archive: Pick<SourceArchive, 'ledger' | 'redirects'>): Unit[] {
  return [
    {
      paths: [MOVED_FILE, GONE_FILE],
      key: keysOf(catalogue).ofArchive(),
      make: () => {
        const { moved, gone } = findAnswers(catalogue, archive)
        return [
          toNginxMap(moved.map(([from, to]) => [base + from, base + to])),
          toNginxMap(gone.map((address) => [base + address, '1'])),
        ]
      },
    },
  ]
}

/** What a server must answer with other than 200: addresses that lead to others, short ones among them, and those that are gone. */
function findAnswers(
  catalogue: Catalogue,
  { ledger, redirects }: Pick<SourceArchive, 'ledger' | 'redirects'>,
): { moved: [string, string][]; gone: string[] } {
  const moved: [string, string][] = []
  const gone: string[] = []
  const left = Map.groupBy(redirects, ({ to }) => to)
  for (const { id, path, status } of catalogue.pages) {
    const versions = ledger.histories.get(id)?.versions ?? []
    const former = left.get(path) ?? []
    if (status === 'gone') {
      gone.push(
        shortAddress(id),
        ...[path, ...former.map(({ from }) => from)].flatMap((at) => pagesOfReport(at, versions)),
      )
      continue
    }
    moved.push([shortAddress(id), reportAddress(path)])
    const addresses = addressesOfReport(path, versions)
    for (const { from } of former) {
      addressesOfReport(from, versions).forEach((address, index) => moved.push([address, addresses[index] ?? '']))
    }
  }
  return { moved, gone }
}
