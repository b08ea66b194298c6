import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { reportAddress, shortAddress } from '#archive/addresses.ts'
import { addressesOfReport, pagesOfReport } from '#archive/report-addresses.ts'
import { GONE_FILE, MOVED_FILE, toNginxMap } from '#formats/nginx-map.ts'
import type { Sources } from './sources.ts'

/** Write for servers what their status codes must be; the pages at these addresses are there for hosts without any. */
export function movedAddresses(sources: () => Sources, base: string): AstroIntegration {
  return {
    name: 'moved-addresses',
    hooks: {
      'astro:build:done': ({ dir, logger }) => {
        const { moved, gone } = findAnswers(sources())
        const withBase = (address: string): string => base.replace(/\/$/, '') + address
        const out = fileURLToPath(dir)
        writeFileSync(join(out, MOVED_FILE), toNginxMap(moved.map(([from, to]) => [withBase(from), withBase(to)])))
        writeFileSync(join(out, GONE_FILE), toNginxMap(gone.map((address) => [withBase(address), '1'])))
        logger.info(`${String(moved.length)} addresses lead on, ${String(gone.length)} are gone`)
      },
    },
  }
}

/** What a server must answer with other than 200: addresses that lead to others, short ones among them, and those that are gone. */
function findAnswers({ catalogue, ledger, redirects }: Sources): { moved: [string, string][]; gone: string[] } {
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
